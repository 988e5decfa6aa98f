// One number as a picture: how it stands, what it is held to, which way it went, and its way through the period, each piece of
// which can be pointed at. One SVG, so that all of it can be saved. Shares and times are a line, counts are bars; what is not
// known is a gap.
import { sharedNumbers } from '@baton/review';
import type { ReviewNumbers } from '@baton/worker/api-types';
import type { Mark } from '../charts/marks.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';
import {
  againstBefore,
  againstTarget,
  madeFrom,
  pieceInWords,
  valueInWords,
  type Judged,
  type ShownNumber,
} from './number-words.ts';

const height = 176;
const [top, bottom] = [84, 152];
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

type Props = {
  readonly number: ShownNumber;
  readonly buckets: ReviewNumbers['buckets'];
  readonly to: string;
};

export function NumberPicture({ number, buckets, to }: Props) {
  const target = againstTarget(number);
  const [first = to] = buckets.days;
  return (
    <SizedSvg height={height} marks={(width) => marksOf(number, buckets, width)}>
      {(width) => (
        <>
          <text x="0" y="34" fontSize="36" fontWeight="600" className="fill-ink">
            {valueInWords(number.id, number.value)}
          </text>
          <text x="0" y="60" fontSize="12" className="fill-soft">
            {madeFrom(number)}
          </text>
          {target && <Said judged={target} x={width} y={16} />}
          <Said judged={againstBefore(number)} x={width} y={target ? 36 : 16} />
          <Trend number={number} width={width} />
          <text x="0" y={height - 6} fontSize="12" className="fill-soft">
            {day.format(new Date(first))}
          </text>
          <text x={width} y={height - 6} fontSize="12" textAnchor="end" className="fill-soft">
            {day.format(new Date(to))}
          </text>
        </>
      )}
    </SizedSvg>
  );
}

/** Each day, week or month, by its whole height. */
function marksOf(number: ShownNumber, { unit, days }: Props['buckets'], width: number): Mark[] {
  const step = width / Math.max(1, number.trend.length);
  return number.trend.map((piece, index) => {
    const from = new Date(days[index] ?? Number.NaN);
    const when =
      unit === 'month' ? month.format(from) : `${unit === 'week' ? 'Week of ' : ''}${day.format(from)}`;
    const says = `${when}: ${pieceInWords(number.id, piece)}`;
    return { x: index * step, y: top, width: step, height: bottom - top, says };
  });
}

type SaidProps = { readonly judged: Judged; readonly x: number; readonly y: number };

function Said({ judged: { isGood, says }, x, y }: SaidProps) {
  const tone = isGood === null ? 'fill-soft' : isGood ? 'fill-good' : 'fill-bad';
  return (
    <text x={x} y={y} fontSize="12" fontWeight="500" textAnchor="end" className={tone}>
      {says}
    </text>
  );
}

function Trend({ number, width }: { readonly number: ShownNumber; readonly width: number }) {
  const { unit } = sharedNumbers[number.id];
  const values = number.trend.map(({ value }) => value);
  // A target of a whole period is no target of its days.
  const target = unit === 'share' && number.target !== null ? number.target.value : null;
  const most = unit === 'share' ? 1 : Math.max(1, ...values.map((value) => value ?? 0));
  const step = width / Math.max(1, values.length);
  const yOf = (value: number): number => bottom - (Math.min(value, most) / most) * (bottom - top);
  return (
    <g>
      <line x1="0" x2={width} y1={bottom + 0.5} y2={bottom + 0.5} className="stroke-line" />
      {target !== null && (
        <line
          x1="0"
          x2={width}
          y1={yOf(target)}
          y2={yOf(target)}
          strokeDasharray="4 4"
          className="stroke-soft"
        />
      )}
      {unit === 'count' ? (
        values.map((value, index) => (
          <rect
            key={index}
            x={index * step + Math.min(2, step * 0.15)}
            width={Math.max(1, step - Math.min(4, step * 0.3))}
            y={yOf(value ?? 0)}
            height={bottom - yOf(value ?? 0)}
            rx={Math.min(2, step / 4)}
            className="fill-accent"
          />
        ))
      ) : (
        <Line
          points={values.map((value, index) => [(index + 0.5) * step, value === null ? null : yOf(value)])}
        />
      )}
    </g>
  );
}

type Point = readonly [x: number, y: number | null];

/** Unbroken as far as something is known; what stands alone is a point. */
function Line({ points }: { readonly points: readonly Point[] }) {
  const runs: (readonly [number, number])[][] = [[]];
  for (const [x, y] of points) {
    if (y === null) runs.push([]);
    else runs.at(-1)?.push([x, y]);
  }
  const known = runs.filter((run) => run.length > 0);
  return (
    <>
      {known.map((run, index) => (
        <polyline
          key={index}
          points={run.map(([x, y]) => `${x},${y}`).join(' ')}
          fill="none"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
          className="stroke-accent"
        />
      ))}
      {known.flat().map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={points.length > 40 ? 1.5 : 2.5} className="fill-accent" />
      ))}
    </>
  );
}
