// Handoffs of each week, twice: under what is in force, and under the proposal. The same stands in a table for who
// cannot see it.
import type { AgreementReplay } from '@baton/worker/api-types';

const [width, height] = [720, 120];
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export function WeekChart({ weeks }: Pick<AgreementReplay, 'weeks'>) {
  const most = Math.max(1, ...weeks.flatMap(({ before, after }) => [before, after]));
  const step = width / Math.max(1, weeks.length);
  const bar = Math.min(18, step * 0.36);
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="h-auto w-full">
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
        {weeks.map(({ week, before, after }, index) => {
          const middle = (index + 0.5) * step;
          const tall = (count: number): number => (count / most) * (height - 8);
          return (
            <g key={week}>
              <rect
                x={middle - bar - 1}
                width={bar}
                y={height - tall(before)}
                height={tall(before)}
                rx="2"
                className="fill-soft/50"
              />
              <rect
                x={middle + 1}
                width={bar}
                y={height - tall(after)}
                height={tall(after)}
                rx="2"
                className="fill-accent"
              />
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-2 flex flex-wrap justify-between gap-x-4 text-xs text-soft">
        <span>{first && day.format(new Date(first.week))}</span>
        <span className="flex gap-4">
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-xs bg-soft/50" /> In force
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-xs bg-accent" /> Proposal, handoffs a week,
            at most {most}
          </span>
        </span>
        <span>{last && day.format(new Date(last.week))}</span>
      </figcaption>
      <table className="sr-only">
        <caption>Handoffs by week</caption>
        <thead>
          <tr>
            <th>Week of</th>
            <th>In force</th>
            <th>Proposal</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, before, after }) => (
            <tr key={week}>
              <th>{day.format(new Date(week))}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
