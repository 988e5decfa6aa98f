// One shared number on the page: its picture, what is told beside it, what it is made of, and the way to its leads.
import { sharedNumbers } from '@baton/review';
import { ArrowRight } from 'lucide-react';
import type { ReviewNumbers } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { countInWords } from '../../parts/share.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { ChartTable } from '../charts/chart-table.ts';
import { NumberPicture } from './number-picture.tsx';
import {
  againstBefore,
  againstTarget,
  besideInWords,
  madeFrom,
  partInWords,
  valueInTable,
  valueInWords,
  type ShownNumber,
} from './number-words.ts';

/** So many parts are in sight; the table has them all. */
const mostParts = 5;

type Props = {
  readonly number: ShownNumber;
  readonly view: ReviewNumbers;
  readonly onOpen: () => void;
};

export function NumberCard({ number, view, onOpen }: Props) {
  const { title, definition, formula } = sharedNumbers[number.id];
  const young = number.beside.find(({ id }) => id === 'too_young')?.value ?? 0;
  const behind = number.of + young;
  const target = againstTarget(number);
  const beside = besideInWords(number);
  return (
    <ChartFrame
      title={title}
      definition={`${definition} Formula: ${formula}.`}
      file={`${number.id}-${view.period.from}-${view.period.to}`}
      table={tableOf(number, view)}
    >
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        <div className="w-full max-w-90">
          <p className="sr-only">
            {valueInWords(number.id, number.value)}, {madeFrom(number)}. {target?.says}{' '}
            {againstBefore(number).says}.
          </p>
          <NumberPicture number={number} buckets={view.buckets} to={view.period.to} />
        </div>
        <div className="min-w-50 flex-1">
          {beside.map((says) => (
            <p key={says} className="text-sm text-soft">
              {says}
            </p>
          ))}
          <Parts number={number} />
          {behind > 0 && (
            <Button
              look="quiet"
              size="small"
              className="mt-2 -ml-2.5 print:hidden"
              aria-label={`Open ${title} to what is behind it: ${countInWords(behind)}`}
              onClick={onOpen}
            >
              Behind it: {countInWords(behind)} <ArrowRight size={14} aria-hidden="true" />
            </Button>
          )}
        </div>
      </div>
    </ChartFrame>
  );
}

function Parts({ number: { id, parts } }: { readonly number: ShownNumber }) {
  if (parts.length === 0) return null;
  const most = Math.max(1, ...parts.map(({ value }) => value));
  const more = parts.length - mostParts;
  return (
    <ul className="mt-1 space-y-1.5 text-sm">
      {parts.slice(0, mostParts).map((part) => {
        const [name, value] = partInWords(part);
        return (
          <li key={`${part.id} ${part.word}`}>
            <span className="flex justify-between gap-4">
              <span className="truncate" title={name}>
                {name}
              </span>
              <span className="shrink-0 text-soft tabular-nums">{value}</span>
            </span>
            {id !== 'cycle' && (
              <span aria-hidden="true" className="mt-0.5 block h-1 rounded-full bg-ink/6">
                <span
                  className="block h-1 rounded-full bg-accent"
                  style={{ width: `${(part.value / most) * 100}%` }}
                />
              </span>
            )}
          </li>
        );
      })}
      {more > 0 && <li className="text-soft">and {more} more, in the table</li>}
    </ul>
  );
}

function tableOf(number: ShownNumber, { buckets, period, before }: ReviewNumbers): ChartTable {
  const { id, target } = number;
  return {
    columns: ['From', sharedNumbers[id].title, 'Of'],
    rows: [
      [`${period.from} to ${period.to}`, valueInTable(id, number.value), number.of],
      [`${before.from} to ${before.to}, before`, valueInTable(id, number.before.value), number.before.of],
      ...(target === null ? [] : [['Target', valueInTable(id, target.value), null]]),
      ...number.parts.map((part) => [partInWords(part).join(': '), part.value, part.of]),
      ...number.trend.map(({ value, of }, index) => [buckets.days[index] ?? '', valueInTable(id, value), of]),
    ],
  };
}
