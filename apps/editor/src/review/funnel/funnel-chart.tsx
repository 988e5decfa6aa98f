// Leads step by step: how many came to each, what share went on to it, and how many may still.
import type { ReviewFunnel } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { RowBars, type Bar } from '../charts/row-bars.tsx';
import { stepInWords, stepNames } from './step-words.ts';

type Props = Pick<ReviewFunnel, 'leads' | 'steps'>;

export function FunnelChart({ leads, steps }: Props) {
  const bars = steps.map(({ step, taken, waiting, takenOf, of }): Bar => {
    const share = of === 0 ? 'none old enough' : `${shareInWords(takenOf, of)} of ${countInWords(of)}`;
    const rest = waiting === 0 ? '' : ` · ${countInWords(waiting)} waiting`;
    return {
      name: `${stepNames[step]} · ${countInWords(taken)}`,
      value: taken,
      whole: taken + waiting,
      says: share + rest,
    };
  });
  return (
    <RowBars
      bars={[{ name: `${stepNames.lead} · ${countInWords(leads)}`, value: leads, says: '' }, ...bars]}
      most={Math.max(1, leads)}
    />
  );
}

export function funnelTable({ steps }: Pick<Props, 'steps'>): ChartTable {
  return {
    columns: ['Step', 'At the step before', 'Took it', 'Waiting', 'Old enough', 'Of these', 'Conversion'],
    rows: steps.map(({ step, from, taken, waiting, of, takenOf }) => [
      stepInWords(step),
      from,
      taken,
      waiting,
      of,
      takenOf,
      shareInWords(takenOf, of),
    ]),
  };
}
