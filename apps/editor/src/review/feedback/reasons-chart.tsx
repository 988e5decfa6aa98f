// Which reasons leads are rejected for, each through the period on a line of its own.
import type { ReviewRejections } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import type { Slices } from '../behind/use-slices.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { shortened } from '../charts/row-bars.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';

type Props = Pick<ReviewRejections, 'reasons' | 'buckets' | 'rejected'> & Pick<Slices, 'opens'>;

const [rowHeight, tall] = [60, 28];

export function ReasonsChart({ reasons, buckets, rejected, opens }: Props) {
  const most = Math.max(1, ...reasons.flatMap(({ trend }) => trend));
  return (
    <SizedSvg
      height={reasons.length * rowHeight + 18}
      marks={(width) =>
        reasons.map(({ reason, says, count }, row) => ({
          x: 0,
          y: row * rowHeight + 4,
          width,
          height: rowHeight - 4,
          says: `${reasonInWords(says)}: ${countInWords(count)}, ${shareInWords(count, rejected)} of the rejected`,
          onOpen: opens({ kind: 'rejected', reason }, count),
          isWritten: true,
        }))
      }
    >
      {(width) => {
        const step = width / Math.max(1, buckets.days.length);
        return (
          <>
            {reasons.map(({ reason, says, count, trend }, row) => {
              const floor = (row + 1) * rowHeight - 8;
              return (
                <g key={reason}>
                  <text x="0" y={floor - tall - 8} className="fill-ink text-sm">
                    {shortened(reasonInWords(says), (width - 90) / 6.8)}
                  </text>
                  <text x={width} y={floor - tall - 8} textAnchor="end" className="fill-soft text-xs">
                    {countInWords(count)} · {shareInWords(count, rejected)}
                  </text>
                  <line x1="0" x2={width} y1={floor + 0.5} y2={floor + 0.5} className="stroke-line" />
                  {trend.map((times, index) => (
                    <rect
                      key={index}
                      x={index * step + step * 0.15}
                      width={step * 0.7}
                      y={floor - (times / most) * tall}
                      height={(times / most) * tall}
                      rx="1.5"
                      className="fill-accent"
                    />
                  ))}
                </g>
              );
            })}
            <text x="0" y={reasons.length * rowHeight + 12} className="fill-soft text-xs">
              {dayInWords(buckets.days[0])}
            </text>
            <text
              x={width}
              y={reasons.length * rowHeight + 12}
              textAnchor="end"
              className="fill-soft text-xs"
            >
              by the {buckets.unit}, at most {most} · {dayInWords(buckets.days.at(-1))}
            </text>
          </>
        );
      }}
    </SizedSvg>
  );
}

export function reasonsTable({ reasons, buckets }: Pick<Props, 'reasons' | 'buckets'>): ChartTable {
  return {
    columns: ['From', ...reasons.map(({ says }) => reasonInWords(says))],
    rows: [
      ...buckets.days.map((day, index) => [day, ...reasons.map(({ trend }) => trend[index] ?? 0)]),
      ['All', ...reasons.map(({ count }) => count)],
    ],
  };
}

export function reasonInWords(says: string): string {
  return says === '' ? 'No reason given' : says;
}

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function dayInWords(date: string | undefined): string {
  return date === undefined ? '' : day.format(new Date(date));
}
