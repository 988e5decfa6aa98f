// How long until the first answer: the shares that one promises, and all of it as a picture; by the clock or in open hours.
import { speedDefinitions } from '@baton/review';
import type { ReviewSpeed } from '@baton/worker/api-types';
import { useState } from 'react';
import { Segments } from '../../parts/segments.tsx';
import { countInWords, shareInWords } from '../../parts/share.ts';
import { NumberButton } from '../behind/number-button.tsx';
import { binInWords } from '../behind/slice-words.ts';
import { useSlices, type Slices } from '../behind/use-slices.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { ChartTable } from '../charts/chart-table.ts';
import { ColumnBars } from '../charts/column-bars.tsx';
import { minutesInWords } from '../funnel/step-words.ts';

type Touch = ReviewSpeed['touch'];
type Waits = Touch['clock'];

const bounds: Readonly<Record<number, string>> = { 5: '5 min', 60: '1 h', 240: '4 h', 1440: '1 day' };
const bars = ['1 m', '5 m', '15 m', '1 h', '4 h', '1 d', '3 d', 'later'];

export function TouchPanel({ touch }: { readonly touch: Touch }) {
  const [by, setBy] = useState<'clock' | 'open'>('clock');
  const { opens } = useSlices();
  const [shown, waits] =
    by === 'open' && touch.open !== null
      ? (['open', touch.open] as const)
      : (['clock', touch.clock] as const);
  return (
    <ChartFrame
      title="First answer"
      definition={speedDefinitions.touch}
      file="first-answer"
      table={touchTable(touch, waits, shown, opens)}
      {...(touch.touched + touch.waiting + touch.passedOn + touch.undelivered === 0
        ? { instead: <p className="py-8 text-center text-soft">Nothing was handed over in this period.</p> }
        : {})}
      action={
        touch.open !== null && (
          <Segments
            label="How time is counted"
            value={by}
            onChange={setBy}
            choices={[
              { value: 'clock', label: 'By the clock' },
              { value: 'open', label: 'Open hours' },
            ]}
          />
        )
      }
    >
      <dl className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {waits.within.map(({ minutes, touched, of }) => (
          <div key={minutes}>
            <dt className="text-sm text-soft">Within {bounds[minutes] ?? `${minutes} min`}</dt>
            <dd className="text-2xl font-semibold tabular-nums">
              <NumberButton onOpen={opens({ kind: 'within', by: shown, minutes }, of)}>
                {shareInWords(touched, of)}
              </NumberButton>
            </dd>
            <dd className="text-xs text-soft">
              {countInWords(touched)} of {countInWords(of)}
            </dd>
          </div>
        ))}
      </dl>
      <ColumnBars
        columns={[
          ...waits.bins.map((value, bin) => ({
            name: bars[bin] ?? '',
            value,
            says: `Answered, ${binInWords(bin)}: ${countInWords(value)}`,
            onOpen: opens({ kind: 'answer', by: shown, bin }, value),
          })),
          {
            name: 'waits',
            value: touch.waiting,
            isOpen: true,
            says: `Still waiting: ${countInWords(touch.waiting)}`,
            onOpen: opens({ kind: 'answer', by: shown, bin: 'waiting' }, touch.waiting),
          },
        ]}
      />
      <p className="mt-2 text-xs text-soft">
        Median {minutesInWords(waits.medianMinutes)}, p90 {minutesInWords(waits.p90Minutes)}. Delivered before
        that: {minutesInWords(touch.system.medianMinutes)}, p90 {minutesInWords(touch.system.p90Minutes)}.
        {touch.undelivered > 0 && (
          <>
            {' '}
            <NumberButton
              onOpen={opens({ kind: 'answer', by: shown, bin: 'undelivered' }, touch.undelivered)}
            >{`${countInWords(touch.undelivered)} could not be delivered yet.`}</NumberButton>
          </>
        )}
        {touch.passedOn > 0 && (
          <>
            {' '}
            <NumberButton
              onOpen={opens({ kind: 'answer', by: shown, bin: 'passed_on' }, touch.passedOn)}
            >{`${countInWords(touch.passedOn)} passed on to somebody else.`}</NumberButton>
          </>
        )}
      </p>
    </ChartFrame>
  );
}

function touchTable(
  { waiting }: Touch,
  { bins, within }: Waits,
  by: 'clock' | 'open',
  opens: Slices['opens'],
): ChartTable {
  return {
    columns: ['First answer', 'Handoffs', 'Of'],
    rows: [
      ...bins.map((count, bin) => [capital(binInWords(bin)), count, null]),
      ['Still waiting', waiting, null],
      ...within.map(({ minutes, touched, of }) => [`Within ${bounds[minutes] ?? minutes}`, touched, of]),
    ],
    opens: [
      ...bins.map((count, bin) => opens({ kind: 'answer', by, bin }, count)),
      opens({ kind: 'answer', by, bin: 'waiting' }, waiting),
      ...within.map(({ minutes, of }) => opens({ kind: 'within', by, minutes }, of)),
    ],
  };
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
