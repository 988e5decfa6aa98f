// The week, hour by hour: how many leads came, as circles, on what was open. Hatched is when nobody was there.
import type { ReviewSpeed } from '@baton/worker/api-types';
import type { ChartTable } from '../charts/chart-table.ts';
import { SizedSvg } from '../charts/sized-svg.tsx';

type Props = Pick<ReviewSpeed['arrivals'], 'week'>;

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const [label, header] = [34, 20];
/** Less than so much of a person is nobody. */
const somebody = 0.05;

export function ArrivalsChart({ week }: Props) {
  const most = Math.max(1, ...week.flat().map(({ arrived }) => arrived));
  return (
    <SizedSvg height={header + 7 * 30}>
      {(width, hatch) => {
        const cell = (width - label) / 24;
        const radius = Math.min(cell, 30) / 2 - 1;
        return (
          <>
            {[0, 6, 12, 18].map((hour) => (
              <text key={hour} x={label + hour * cell + 1} y="12" className="fill-soft text-xs">
                {String(hour).padStart(2, '0')}:00
              </text>
            ))}
            {week.map((hours, day) => (
              <g key={day}>
                <text x="0" y={header + day * 30 + 19} className="fill-ink text-sm">
                  {days[day]}
                </text>
                {hours.map(({ arrived, people }, hour) => {
                  const [left, top] = [label + hour * cell, header + day * 30];
                  return (
                    <g key={hour}>
                      <rect
                        x={left + 0.5}
                        y={top + 1}
                        width={Math.max(1, cell - 1)}
                        height="28"
                        fill={people < somebody ? hatch : undefined}
                        opacity={people < somebody ? 0.35 : 1}
                        className={people < somebody ? '' : 'fill-accent/12'}
                      />
                      {arrived > 0 && (
                        <circle
                          cx={left + cell / 2}
                          cy={top + 15}
                          r={Math.max(1.5, Math.sqrt(arrived / most) * radius)}
                          className="fill-accent stroke-card"
                        />
                      )}
                    </g>
                  );
                })}
              </g>
            ))}
          </>
        );
      }}
    </SizedSvg>
  );
}

export function arrivalsTable({ week }: Props): ChartTable {
  return {
    columns: ['When', 'Leads', 'Handoffs', 'Open', 'People there'],
    rows: week.flatMap((hours, day) =>
      hours.flatMap(({ arrived, handed, open, people }, hour) =>
        arrived + handed + open === 0
          ? []
          : [
              [
                `${days[day]} ${String(hour).padStart(2, '0')}:00`,
                arrived,
                handed,
                `${Math.round(open * 100)}%`,
                Number(people.toFixed(1)),
              ],
            ],
      ),
    ),
  };
}
