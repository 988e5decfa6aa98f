// How the leads of a period are spread over the score, with the threshold as a handle: dragged, or moved by the arrows. Beside
// it stands how many handoffs a week it would have brought.
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { AgreementEvidence } from '@baton/worker/api-types';
import { countInWords } from '../parts/share.ts';
import { useWidth } from '../parts/use-width.ts';
import { termsQuery } from '../server/agreement-queries.ts';
import { aboveInWords, columnsOf, weeklyInWords } from './spread.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { readTermsDraft, thresholdBounds, thresholdPath, valueAt, withValueAt } from './terms-draft.ts';

type Props = {
  readonly past: AgreementEvidence;
  readonly days: number;
  /** Points that there are at most. */
  readonly most: number;
};

const [height, columnWidth] = [150, 5];

export function SpreadPicture({ past, days, most }: Props) {
  const { store, mayWrite } = useTerms();
  const draft = useTermsDraft();
  const { data: state } = useQuery(termsQuery);
  const [place, width] = useWidth(600);
  const end = Math.max(most, past.scores.at(-1)?.total ?? 0, 10);
  const columns = columnsOf(past.scores, end, columnWidth);
  const tallest = Math.max(1, ...columns.map(({ count }) => count));
  const path = thresholdPath(draft);
  const found = path === null ? undefined : valueAt(draft, path);
  const threshold = typeof found === 'number' ? found : null;
  const before = inForceThreshold(state?.inForce?.document);
  const bounds = thresholdBounds(draft, end);
  const xOf = (points: number): number => (points / (end + columnWidth)) * width;
  const set = (points: number): void => {
    if (path === null || !mayWrite) return;
    const kept = Math.min(bounds.most, Math.max(bounds.least, Math.round(points)));
    store.edit((whole) => withValueAt(whole, path, kept), 'threshold');
  };
  const drag = ({ clientX, buttons, pointerId, currentTarget }: PointerEvent<SVGSVGElement>): void => {
    if (buttons === 0 || !mayWrite) return;
    const box = currentTarget.getBoundingClientRect();
    currentTarget.setPointerCapture(pointerId);
    set(((clientX - box.left) / box.width) * (end + columnWidth));
  };
  const press = (event: KeyboardEvent): void => {
    if (threshold === null) return;
    const next = stepOf(event.key, threshold, bounds);
    if (next === null) return;
    event.preventDefault();
    set(next);
  };
  if (threshold === null) return <p className="text-soft">The draft names no threshold.</p>;
  const above = aboveInWords(past, threshold, before);
  const weekly = weeklyInWords(past, days, threshold, before);
  return (
    <figure ref={place}>
      <svg
        width={width}
        height={height + 24}
        onPointerDown={drag}
        onPointerMove={drag}
        className="block max-w-full touch-pan-y overflow-visible select-none"
      >
        <g aria-hidden="true">
          {columns.map(({ from, count }) => {
            const tall = (count / tallest) * (height - 30);
            return (
              <rect
                key={from}
                x={xOf(from) + 1}
                width={Math.max(1, xOf(columnWidth) - 2)}
                y={height - tall}
                height={tall}
                rx="2"
                className={from >= threshold ? 'fill-accent' : 'fill-soft/40'}
              />
            );
          })}
          <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} className="stroke-line" />
          {[0, 25, 50, 75, 100]
            .filter((points) => points <= end)
            .map((points) => (
              <text
                key={points}
                x={xOf(points)}
                y={height + 18}
                className="fill-soft text-[11px] tabular-nums"
              >
                {points}
              </text>
            ))}
          {before !== null && before !== threshold && (
            <line
              x1={xOf(before)}
              x2={xOf(before)}
              y1="0"
              y2={height}
              className="stroke-soft"
              strokeDasharray="3 4"
            />
          )}
        </g>
        <g
          role="slider"
          tabIndex={mayWrite ? 0 : -1}
          aria-label="Threshold"
          aria-valuemin={bounds.least}
          aria-valuemax={bounds.most}
          aria-valuenow={threshold}
          aria-valuetext={`${threshold} points: ${weekly}. ${above}`}
          aria-disabled={!mayWrite}
          onKeyDown={press}
          className={mayWrite ? 'cursor-ew-resize' : ''}
        >
          <line
            x1={xOf(threshold)}
            x2={xOf(threshold)}
            y1="0"
            y2={height}
            className="stroke-ink"
            strokeWidth="2"
          />
          <rect x={xOf(threshold) - 17} y="0" width="34" height="24" rx="6" className="fill-ink" />
          <text
            x={xOf(threshold)}
            y="16"
            textAnchor="middle"
            className="fill-card text-[12px] font-semibold tabular-nums"
          >
            {threshold}
          </text>
        </g>
      </svg>
      <figcaption className="mt-2">
        <p className="text-lg font-semibold tabular-nums">{weekly}</p>
        <p className="text-soft">
          {above} Handoffs are the first ones of each lead, as if the draft had always been in force.
          {past.sampled !== null &&
            ` Read were ${countInWords(past.sampled.taken)} of ${countInWords(past.sampled.of)} leads.`}
        </p>
      </figcaption>
    </figure>
  );
}

function inForceThreshold(document: unknown): number | null {
  const terms = readTermsDraft(document);
  const path = terms === null ? null : thresholdPath(terms);
  const found = path === null ? undefined : valueAt(terms, path);
  return typeof found === 'number' ? found : null;
}

function stepOf(
  key: string,
  at: number,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'PageUp':
      return at + 10;
    case 'PageDown':
      return at - 10;
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return null;
  }
}
