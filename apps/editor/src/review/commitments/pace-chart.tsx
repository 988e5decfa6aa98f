// The month's qualified volume: what is there, where it will end and how sure that is, against what was promised.
import { ChartFrame } from '../charts/chart-frame.tsx';
import { paceInWords, type Board } from './commitment-words.ts';

const [width, bar] = [480, 20];

type Props = { readonly volume: Board['marketing']['volume']; readonly month: Board['month'] };

export function PaceChart({ volume, month }: Props) {
  const { promised, soFar, due, projected } = volume;
  const most = Math.max(1, soFar, promised ?? 0, projected?.high ?? 0) * 1.05;
  const x = (value: number): number => (value / most) * width;
  return (
    <ChartFrame
      title="Qualified volume"
      definition="How often a lead crossed the threshold this month. The end is projected from the last 56 days: open and closed days have a rate of their own, and the range is that of a negative binomial count which spreads as those days did. Nine months of ten end within it."
      file={`pace-${month.from}`}
      table={{
        columns: ['Qualified volume', 'Leads'],
        rows: [
          ['So far', soFar],
          ['Promised until now', due === null ? null : Math.round(due * 10) / 10],
          ['Promised for the month', promised],
          ['Projected, low', projected?.low ?? null],
          ['Projected', projected === null ? null : Math.round(projected.middle * 10) / 10],
          ['Projected, high', projected?.high ?? null],
        ],
      }}
    >
      <p className="text-pretty">{paceInWords(volume)}</p>
      <svg
        viewBox={`0 0 ${width} 92`}
        aria-hidden="true"
        className="mt-3 h-auto w-full max-w-140 tabular-nums"
      >
        <rect x="0" y="28" width={width} height={bar} rx="4" className="fill-ink/6" />
        {projected && (
          <>
            <rect
              x={x(projected.low)}
              y="28"
              width={Math.max(2, x(projected.high) - x(projected.low))}
              height={bar}
              className="fill-accent/30"
            />
            <line
              x1={x(projected.middle)}
              x2={x(projected.middle)}
              y1="28"
              y2={28 + bar}
              strokeWidth="2"
              className="stroke-accent"
            />
          </>
        )}
        <rect x="0" y="28" width={x(soFar)} height={bar} rx="4" className="fill-accent" />
        <text x="0" y="18" fontSize="13" fontWeight="600" className="fill-ink">
          {soFar} so far{due === null ? '' : `, ${Math.round(due)} were due by now`}
        </text>
        {promised !== null && (
          <>
            <line
              x1={x(promised)}
              x2={x(promised)}
              y1="22"
              y2="56"
              strokeWidth="2"
              strokeDasharray="4 3"
              className="stroke-ink"
            />
            <text x={x(promised)} y="72" fontSize="12" textAnchor="end" className="fill-soft">
              Promised {promised}
            </text>
          </>
        )}
        {projected && (
          <text x="0" y="88" fontSize="12" className="fill-soft">
            Pale: where the month will end, from {Math.round(projected.low)} to {Math.round(projected.high)}
          </text>
        )}
      </svg>
    </ChartFrame>
  );
}
