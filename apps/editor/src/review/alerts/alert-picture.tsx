// The last four weeks of an alert: the share of each day, with the days since it fell set apart; of a silence, leads a day.
import { percent } from '@baton/review/alerts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { Alert } from './alerts-query.ts';

const [width, height, foot] = [560, 120, 18];

export function AlertPicture({ alert }: { readonly alert: Alert }) {
  const { evidence } = alert;
  const { days } = evidence;
  const isShare = evidence.kind === 'drop';
  const values = days.map(({ of, hits }) => (isShare ? (of === 0 ? null : hits / of) : hits));
  const most = Math.max(isShare ? 0.01 : 1, ...values.map((value) => value ?? 0));
  const step = width / days.length;
  const since = evidence.since.slice(0, 10);
  const show = (value: number | null): string =>
    value === null ? '–' : isShare ? percent(value) : String(value);
  return (
    <ChartFrame
      title={isShare ? 'Each day of the last four weeks' : 'Leads a day, the last four weeks'}
      definition={
        isShare
          ? 'Hits of each UTC day over what they are of. Hatched: since it fell.'
          : 'Leads of each UTC day. Hatched: since the last one.'
      }
      file={`alert-${alert.what}`}
      table={{
        columns: ['Day', 'Of', 'Hits', isShare ? 'Share' : 'Leads'],
        rows: days.map(({ day, of, hits }, index) => [day, of, hits, show(values[index] ?? null)]),
      }}
    >
      <svg viewBox={`0 0 ${width} ${height + foot}`} className="w-full max-w-160" aria-hidden="true">
        <defs>
          <pattern id={`late-${alert.id}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6 L6 0" className="stroke-bad" strokeWidth="2" />
          </pattern>
        </defs>
        {days.map(({ day }, index) => {
          const tall = ((values[index] ?? 0) / most) * (height - 14);
          return (
            <rect
              key={day}
              x={index * step + 2}
              y={height - tall}
              width={step - 4}
              height={Math.max(tall, 1)}
              rx="2"
              className={day >= since ? 'stroke-bad' : 'fill-accent'}
              fill={day >= since ? `url(#late-${alert.id})` : undefined}
            />
          );
        })}
        <text x="0" y="10" fontSize="11" className="fill-soft">
          {show(most)}
        </text>
        <text x="0" y={height + 14} fontSize="11" className="fill-soft">
          {days[0]?.day}
        </text>
        <text x={width} y={height + 14} fontSize="11" textAnchor="end" className="fill-soft">
          {days.at(-1)?.day}
        </text>
      </svg>
    </ChartFrame>
  );
}
