// The week, hour by hour: how many leads came, as circles, on what was open. Hatched is when nobody was there. Each hour
// opens to the leads that came in it.
import type { ReviewSpeed } from '@baton/worker/api-types';
import { countInWords } from '../../parts/share.ts';
import { cellInWords, hourInWords } from '../behind/slice-words.ts';
import type { Slices } from '../behind/use-slices.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { SizedSvg } from '../charts/sized-svg.tsx';

type Props = Pick<ReviewSpeed['arrivals'], 'week'> & Pick<Slices, 'opens'>;

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const [label, header, rowHeight] = [34, 20, 30];
/** Less than so much of a person is nobody. */
const somebody = 0.05;

export function ArrivalsChart({ week, opens }: Props) {
  const most = Math.max(1, ...week.flat().map(({ arrived }) => arrived));
  return (
    <SizedSvg
      height={header + 7 * rowHeight}
      marks={(width) =>
        week.flatMap((hours, day) =>
          hours.map(({ arrived, people }, hour) => {
            const wide = (width - label) / 24;
            const cell = day * 24 + hour;
            const there = people < somebody ? 'nobody there' : `${Number(people.toFixed(1))} there`;
            return {
              x: label + hour * wide,
              y: header + day * rowHeight,
              width: wide,
              height: rowHeight,
              says: `${cellInWords(cell)}: ${countInWords(arrived)} came, ${there}`,
              onOpen: opens({ kind: 'arrived', cell }, arrived),
            };
          }),
        )
      }
    >
      {(width, hatch) => {
        const cell = (width - label) / 24;
        const radius = Math.min(cell, 30) / 2 - 1;
        return (
          <>
            {[0, 6, 12, 18].map((hour) => (
              <text key={hour} x={label + hour * cell + 1} y="12" className="fill-soft text-xs">
                {hourInWords(hour)}
              </text>
            ))}
            {week.map((hours, day) => (
              <g key={day}>
                <text x="0" y={header + day * rowHeight + 19} className="fill-ink text-sm">
                  {days[day]}
                </text>
                {hours.map(({ arrived, people }, hour) => {
                  const [left, top] = [label + hour * cell, header + day * rowHeight];
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

export function arrivalsTable({ week, opens }: Props): ChartTable {
  const cells = week.flat().map((hour, cell) => ({ ...hour, cell }));
  const told = cells.filter(({ arrived, handed, open }) => arrived + handed + open > 0);
  return {
    opens: told.map(({ arrived, cell }) => opens({ kind: 'arrived', cell }, arrived)),
    columns: ['When', 'Leads', 'Handoffs', 'Open', 'People there'],
    rows: told.map(({ arrived, handed, open, people, cell }) => [
      cellInWords(cell),
      arrived,
      handed,
      `${Math.round(open * 100)}%`,
      Number(people.toFixed(1)),
    ]),
  };
}
