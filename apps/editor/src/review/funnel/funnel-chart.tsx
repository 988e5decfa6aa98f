// Leads step by step: how many came to each, what share went on to it, how many may still, and how many stopped before it.
// Each of these opens to its leads.
import type { ReviewFunnel } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import type { Slices } from '../behind/use-slices.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { RowBars, type Bar } from '../charts/row-bars.tsx';
import { stepInWords, stepNames } from './step-words.ts';

type Props = Pick<ReviewFunnel, 'leads' | 'steps'> & Pick<Slices, 'opens'>;

export function FunnelChart({ leads, steps, opens }: Props) {
  const bars = steps.map(({ step, from, taken, waiting, takenOf, of }): Bar => {
    const stopped = from - taken - waiting;
    const share = of === 0 ? 'none old enough' : `${shareInWords(takenOf, of)} of ${countInWords(of)}`;
    const rest = [
      ...(waiting === 0 ? [] : [` · ${countInWords(waiting)} waiting`]),
      ...(stopped === 0 ? [] : [` · ${countInWords(stopped)} stopped`]),
    ].join('');
    const opened = (who: 'taken' | 'waiting' | 'stopped', count: number) =>
      opens({ kind: 'step', step, who, month: null }, count);
    return {
      name: `${stepNames[step]} · ${countInWords(taken)}`,
      value: taken,
      says: share + rest,
      onOpen: opened('taken', taken),
      parts: [
        {
          value: waiting,
          look: 'hatched',
          says: `${countInWords(waiting)} still waiting`,
          onOpen: opened('waiting', waiting),
        },
        {
          value: stopped,
          look: 'outlined',
          says: `${countInWords(stopped)} went no further`,
          onOpen: opened('stopped', stopped),
        },
      ],
    };
  });
  return (
    <RowBars
      bars={[
        {
          name: `${stepNames.lead} · ${countInWords(leads)}`,
          value: leads,
          says: '',
          onOpen: opens({ kind: 'came', month: null }, leads),
        },
        ...bars,
      ]}
      most={Math.max(1, leads)}
    />
  );
}

export function funnelTable({ steps, opens }: Pick<Props, 'steps' | 'opens'>): ChartTable {
  return {
    opens: steps.map(({ step, of }) => opens({ kind: 'step', step, who: 'old', month: null }, of)),
    columns: [
      'Step',
      'At the step before',
      'Took it',
      'Waiting',
      'Stopped',
      'Old enough',
      'Of these',
      'Conversion',
    ],
    rows: steps.map(({ step, from, taken, waiting, of, takenOf }) => [
      stepInWords(step),
      from,
      taken,
      waiting,
      from - taken - waiting,
      of,
      takenOf,
      shareInWords(takenOf, of),
    ]),
  };
}
