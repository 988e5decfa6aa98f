// Day by day, as two lines: who saw the form and who sent it. The same stands in a table for who cannot see it.
import type { FormNumbers } from '@baton/worker/api-types';
import { countInWords } from '../../parts/share.ts';

type Props = { readonly days: FormNumbers['days'] };

const [width, height] = [720, 160];
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export function DayChart({ days }: Props) {
  const most = Math.max(1, ...days.map(({ views }) => views));
  const at = (index: number, value: number): string => {
    const x = days.length > 1 ? (index / (days.length - 1)) * width : width / 2;
    return `${x.toFixed(1)},${(height - (value / most) * height).toFixed(1)}`;
  };
  const line = (key: 'views' | 'completions'): string =>
    days.map((one, index) => at(index, one[key])).join(' ');
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure>
      <svg
        viewBox={`0 -4 ${width} ${height + 8}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-40 w-full"
      >
        <line
          x1="0"
          x2={width}
          y1={height}
          y2={height}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={line('views')}
          fill="none"
          className="stroke-soft"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={line('completions')}
          fill="none"
          className="stroke-accent"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="mt-2 flex justify-between text-xs text-soft">
        <span>{first && day.format(new Date(first.day))}</span>
        <span className="flex gap-4">
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="h-0.5 w-4 bg-soft" /> Seen, at most {countInWords(most)} a day
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="h-0.5 w-4 bg-accent" /> Sent
          </span>
        </span>
        <span>{last && day.format(new Date(last.day))}</span>
      </figcaption>
      <table className="sr-only">
        <caption>Day by day</caption>
        <thead>
          <tr>
            <th>Day</th>
            <th>Seen</th>
            <th>Sent</th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <td>{one.day}</td>
              <td>{one.views}</td>
              <td>{one.completions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
