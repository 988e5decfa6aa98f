// How long each step takes: a line up to the p90, with a mark at the median.
import type { ReviewFunnel } from '@baton/worker/api-types';
import type { Slices } from '../behind/use-slices.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { SizedSvg } from '../charts/sized-svg.tsx';
import { daysInWords, stepInWords } from './step-words.ts';

type Props = Pick<ReviewFunnel, 'steps'> & Pick<Slices, 'opens'>;

const rowHeight = 44;

export function VelocityChart({ steps, opens }: Props) {
  const most = Math.max(1e-9, ...steps.map(({ p90Days }) => p90Days ?? 0));
  return (
    <SizedSvg
      height={steps.length * rowHeight}
      marks={(width) =>
        steps.map(({ step, taken, medianDays, p90Days }, index) => ({
          x: 0,
          y: index * rowHeight,
          width,
          height: rowHeight - 2,
          says: `${stepInWords(step)}: ${takesInWords(medianDays, p90Days)}`,
          onOpen: opens({ kind: 'step', step, who: 'taken', month: null }, taken),
          isWritten: true,
        }))
      }
    >
      {(width) =>
        steps.map(({ step, medianDays, p90Days }, index) => {
          const at = (days: number): number => 6 + (days / most) * (width - 12);
          const top = index * rowHeight;
          return (
            <g key={step}>
              <text x="0" y={top + 14} className="fill-ink text-sm">
                {stepInWords(step)}
              </text>
              <text x={width} y={top + 14} textAnchor="end" className="fill-soft text-xs">
                {takesInWords(medianDays, p90Days)}
              </text>
              <line x1="0" x2={width} y1={top + 28} y2={top + 28} className="stroke-line" />
              {medianDays !== null && p90Days !== null && (
                <>
                  <line
                    x1={at(0)}
                    x2={at(p90Days)}
                    y1={top + 28}
                    y2={top + 28}
                    strokeWidth="6"
                    strokeLinecap="round"
                    className="stroke-accent/35"
                  />
                  <circle cx={at(medianDays)} cy={top + 28} r="6" className="fill-accent" />
                  <line
                    x1={at(p90Days)}
                    x2={at(p90Days)}
                    y1={top + 21}
                    y2={top + 35}
                    strokeWidth="2"
                    className="stroke-accent"
                  />
                </>
              )}
            </g>
          );
        })
      }
    </SizedSvg>
  );
}

function takesInWords(median: number | null, p90: number | null): string {
  return median === null ? 'nobody yet' : `${daysInWords(median)} · p90 ${daysInWords(p90)}`;
}

export function velocityTable({ steps, opens }: Props): ChartTable {
  return {
    columns: ['Step', 'Took it', 'Median', 'p90'],
    opens: steps.map(({ step, taken }) => opens({ kind: 'step', step, who: 'taken', month: null }, taken)),
    rows: steps.map(({ step, taken, medianDays, p90Days }) => [
      stepInWords(step),
      taken,
      daysInWords(medianDays),
      daysInWords(p90Days),
    ]),
  };
}
