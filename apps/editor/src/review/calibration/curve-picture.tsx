// What each threshold would have brought, with the threshold as a handle that is dragged or moved by keys.
import { pointAt, type CurvePoint } from '@baton/calibration';
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useMedia } from '../../parts/use-media.ts';
import { edges, scalesOf, sizes, stepBand, stepLine, unknownParts } from './curve-geometry.ts';
import { numberWords, shareWords } from './calibration-words.ts';

type Props = {
  readonly points: readonly CurvePoint[];
  /** The most points there are. */
  readonly reach: number;
  readonly threshold: number;
  readonly onMove: (threshold: number) => void;
  /** The threshold in force, on the same scale; null: there is none on this one. */
  readonly inForce: number | null;
  /** What the threshold does, as it is heard. */
  readonly said: string;
};

export function CurvePicture({ points, reach, threshold, onMove, inForce, said }: Props) {
  const picture = useRef<SVGSVGElement>(null);
  const hatch = useId();
  const size = useMedia('(min-width: 640px)') ? sizes.wide : sizes.narrow;
  const scales = scalesOf(points, reach, size);
  const { end, x, share, week } = scales;
  const { width, height } = size;
  const { top, bottom, left, right } = edges;
  const floor = height - bottom;
  const dot = pointAt(points, threshold)?.precision ?? null;
  const set = (value: number): void => onMove(Math.min(end, Math.max(1, Math.round(value))));
  const drag = ({ clientX, buttons, pointerId, currentTarget }: PointerEvent<SVGSVGElement>): void => {
    const box = picture.current?.getBoundingClientRect();
    if (box === undefined || buttons === 0) return;
    currentTarget.setPointerCapture(pointerId);
    const place = ((clientX - box.left) / box.width) * width;
    set(((place - left) / (width - left - right)) * end);
  };
  const press = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, threshold, end);
    if (next === null) return;
    event.preventDefault();
    set(next);
  };
  return (
    <svg
      ref={picture}
      viewBox={`0 0 ${width} ${height}`}
      onPointerDown={drag}
      onPointerMove={drag}
      className="h-auto w-full touch-pan-y overflow-visible select-none"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="6" className="stroke-line" strokeWidth="2" />
        </pattern>
      </defs>
      <g aria-hidden="true">
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={left} x2={width - right} y1={share(part)} y2={share(part)} className="stroke-line" />
            <text
              x={left - 6}
              y={share(part) + 4}
              textAnchor="end"
              className="fill-soft text-[11px] tabular-nums"
            >
              {shareWords(part)}
            </text>
          </g>
        ))}
        <path
          d={stepBand(
            points,
            x,
            () => floor,
            ({ perWeek }) => week(perWeek),
          )}
          className="fill-soft/15"
        />
        {unknownParts(points, end).map(([from, to]) => (
          <rect
            key={from}
            x={x(from)}
            width={x(to) - x(from)}
            y={top}
            height={floor - top}
            fill={`url(#${hatch})`}
            opacity="0.7"
          />
        ))}
        <path
          d={stepBand(
            points,
            x,
            ({ interval }) => (interval === null ? null : share(interval[0])),
            ({ interval }) => (interval === null ? null : share(interval[1])),
          )}
          className="fill-accent/18"
        />
        <path
          d={stepLine(points, x, ({ precision, recall }) =>
            precision === null || recall === null ? null : share(recall),
          )}
          className="fill-none stroke-soft"
          strokeWidth="1.5"
          strokeDasharray="5 4"
        />
        <path
          d={stepLine(points, x, ({ precision }) => (precision === null ? null : share(precision)))}
          className="fill-none stroke-accent"
          strokeWidth="2"
        />
        {ticksUpTo(end, width).map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={height - 8}
            textAnchor="middle"
            className="fill-soft text-[11px] tabular-nums"
          >
            {tick}
          </text>
        ))}
        {inForce !== null && inForce !== threshold && (
          <line
            x1={x(inForce)}
            x2={x(inForce)}
            y1={top}
            y2={floor}
            className="stroke-soft"
            strokeDasharray="2 4"
          />
        )}
        {dot !== null && (
          <circle
            cx={x(threshold)}
            cy={share(dot)}
            r="4.5"
            className="fill-accent stroke-card"
            strokeWidth="2"
          />
        )}
      </g>
      <g
        role="slider"
        tabIndex={0}
        aria-label="Threshold"
        aria-valuemin={1}
        aria-valuemax={end}
        aria-valuenow={threshold}
        aria-valuetext={said}
        onKeyDown={press}
        className="cursor-ew-resize"
      >
        <line
          x1={x(threshold)}
          x2={x(threshold)}
          y1={top - 4}
          y2={floor}
          className="stroke-ink"
          strokeWidth="1.5"
        />
        <rect x={x(threshold) - 17} y="0" width="34" height="20" rx="6" className="fill-ink" />
        <text
          x={x(threshold)}
          y="14"
          textAnchor="middle"
          className="fill-card text-[11px] font-semibold tabular-nums"
        >
          {threshold}
        </text>
      </g>
    </svg>
  );
}

/** What the lines and the area are. */
export function CurveLegend({
  precision,
  recall,
  points,
}: {
  readonly precision: string;
  readonly recall: string;
  readonly points: readonly CurvePoint[];
}) {
  const most = Math.max(0, ...points.map(({ perWeek }) => perWeek));
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
      <span className="flex items-center gap-1.5">
        <svg width="22" height="10" aria-hidden="true">
          <rect width="22" height="10" className="fill-accent/18" />
          <line x1="0" x2="22" y1="5" y2="5" className="stroke-accent" strokeWidth="2" />
        </svg>
        {precision}
      </span>
      <span className="flex items-center gap-1.5">
        <svg width="22" height="10" aria-hidden="true">
          <line
            x1="0"
            x2="22"
            y1="5"
            y2="5"
            className="stroke-soft"
            strokeWidth="1.5"
            strokeDasharray="5 4"
          />
        </svg>
        {recall}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-2.5 w-5.5 bg-soft/15" />
        handoffs a week, at most {numberWords(most)}
      </span>
    </p>
  );
}

function ticksUpTo(end: number, width: number): number[] {
  const wide = [5, 10, 20, 25, 50, 100, 200, 500].find((one) => (one / end) * width >= 60) ?? end;
  return Array.from({ length: Math.floor(end / wide) + 1 }, (_, place) => place * wide);
}

function stepOf(key: string, at: number, most: number): number | null {
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
      return 1;
    case 'End':
      return most;
    default:
      return null;
  }
}
