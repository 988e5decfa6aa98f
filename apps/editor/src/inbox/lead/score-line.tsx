// How the score has come about: a line over its changes, and what caused each.
import { useQuery } from '@tanstack/react-query';
import type { ScoreHistory } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { causeInWords } from './cause-words.ts';
import { scoresQuery } from './queries.ts';

type Entry = ScoreHistory['scores'][number];

/** The most that are named. */
const named = 6;

export function ScoreLine({ lead }: { readonly lead: string }) {
  const { data } = useQuery(scoresQuery(lead));
  const scores = data?.scores ?? [];
  if (scores.length < 2) return null;
  const latest = scores.toReversed().slice(0, named);
  return (
    <div className="mt-3">
      <h4 className="text-sm font-medium text-soft">How it came about</h4>
      <Line scores={scores} />
      <ol className="text-sm">
        {latest.map((entry, index) => {
          const before = scores[scores.length - 2 - index];
          const change = before === undefined ? entry.total : entry.total - before.total;
          return (
            <li key={`${entry.at} ${index}`} className="flex gap-3 py-0.5">
              <span className="w-8 shrink-0 text-right font-medium tabular-nums">
                {change < 0 ? `−${-change}` : `+${change}`}
              </span>
              <span className="min-w-0 flex-1 truncate">{causeInWords(entry)}</span>
              <span className="text-soft">
                <Ago at={entry.at} />
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const width = 480;
const height = 56;

/** Each change is one step to the right: what matters is what followed what. */
function Line({ scores }: { readonly scores: readonly Entry[] }) {
  const most = Math.max(1, ...scores.map(({ total }) => total));
  const points = scores.map(({ total }, index) => ({
    x: 4 + (index * (width - 8)) / Math.max(1, scores.length - 1),
    y: height - 4 - (total * (height - 8)) / most,
  }));
  const last = points.at(-1);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`The score over ${scores.length} changes, from ${scores[0]?.total ?? 0} to ${scores.at(-1)?.total ?? 0}`}
      className="my-2 w-full text-accent"
    >
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {last !== undefined && <circle cx={last.x} cy={last.y} r="3.5" fill="currentColor" />}
    </svg>
  );
}
