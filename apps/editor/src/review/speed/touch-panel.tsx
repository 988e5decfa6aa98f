// How long until the first answer: the shares that one promises, and all of it as a picture; by the clock or in open hours.
import { binEnds, speedDefinitions } from '@baton/review';
import type { ReviewSpeed } from '@baton/worker/api-types';
import { useState } from 'react';
import { Segments } from '../../parts/segments.tsx';
import { countInWords, shareInWords } from '../../parts/share.ts';
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
  const waits = by === 'open' && touch.open !== null ? touch.open : touch.clock;
  return (
    <ChartFrame
      title="First answer"
      definition={speedDefinitions.touch}
      file="first-answer"
      table={touchTable(touch, waits)}
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
            <dd className="text-2xl font-semibold tabular-nums">{shareInWords(touched, of)}</dd>
            <dd className="text-xs text-soft">
              {countInWords(touched)} of {countInWords(of)}
            </dd>
          </div>
        ))}
      </dl>
      <ColumnBars
        columns={[
          ...waits.bins.map((value, bin) => ({ name: bars[bin] ?? '', value })),
          { name: 'waits', value: touch.waiting, isOpen: true },
        ]}
      />
      <p className="mt-2 text-xs text-soft">
        Median {minutesInWords(waits.medianMinutes)}, p90 {minutesInWords(waits.p90Minutes)}. Delivered before
        that: {minutesInWords(touch.system.medianMinutes)}, p90 {minutesInWords(touch.system.p90Minutes)}.
        {touch.undelivered > 0 && ` ${countInWords(touch.undelivered)} could not be delivered yet.`}
        {touch.passedOn > 0 && ` ${countInWords(touch.passedOn)} passed on to somebody else.`}
      </p>
    </ChartFrame>
  );
}

function touchTable({ waiting }: Touch, { bins, within }: Waits): ChartTable {
  return {
    columns: ['First answer', 'Handoffs', 'Of'],
    rows: [
      ...bins.map((count, bin) => {
        const from = minutesInWords(binEnds[bin - 1] ?? 0);
        const end = binEnds[bin];
        const name =
          end === undefined
            ? `After ${from}`
            : bin === 0
              ? `Up to ${minutesInWords(end)}`
              : `${from} to ${minutesInWords(end)}`;
        return [name, count, null];
      }),
      ['Still waiting', waiting, null],
      ...within.map(({ minutes, touched, of }) => [`Within ${bounds[minutes] ?? minutes}`, touched, of]),
    ],
  };
}
