// The month's qualified volume: what is there, where it will end and how sure that is, against what was promised.
import { ChartFrame } from '../charts/chart-frame.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';
import { paceInWords, type Board } from './commitment-words.ts';

const bar = 20;

type Props = { readonly volume: Board['marketing']['volume']; readonly month: Board['month'] };

export function PaceChart({ volume, month }: Props) {
  const { promised, soFar, due, projected } = volume;
  const most = Math.max(1, soFar, promised ?? 0, projected?.high ?? 0) * 1.05;
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
      <div className="mt-3 max-w-140">
        <SizedSvg height={92}>
          {(width) => {
            const x = (value: number): number => (value / most) * width;
            return (
              <>
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
                <text x="0" y="18" className="fill-ink text-sm font-semibold">
                  {soFar} so far{due === null ? '' : `, ${dueInWords(Math.round(due))} due by now`}
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
                    <text
                      x={x(promised)}
                      y="72"
                      textAnchor={x(promised) > width / 3 ? 'end' : 'start'}
                      className="fill-soft text-xs"
                    >
                      Promised {promised}
                    </text>
                  </>
                )}
                {projected && (
                  <text x="0" y="88" className="fill-soft text-xs">
                    Pale: where the month will end, from {Math.round(projected.low)} to{' '}
                    {Math.round(projected.high)}
                  </text>
                )}
              </>
            );
          }}
        </SizedSvg>
      </div>
    </ChartFrame>
  );
}

function dueInWords(due: number): string {
  return due === 1 ? 'one was' : `${due} were`;
}
