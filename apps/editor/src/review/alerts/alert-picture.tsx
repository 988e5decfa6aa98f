// The last four weeks of an alert: the share of each day, with the days since it fell set apart; of a silence, leads a day.
import { percent } from '@baton/review/alerts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';
import type { Alert } from './alerts-query.ts';

const [height, foot] = [132, 22];
const dates = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export function AlertPicture({ alert }: { readonly alert: Alert }) {
  const { evidence } = alert;
  const { days } = evidence;
  const isShare = evidence.kind === 'drop';
  const values = days.map(({ of, hits }) => (isShare ? (of === 0 ? null : hits / of) : hits));
  const most = Math.max(isShare ? 0.01 : 1, ...values.map((value) => value ?? 0));
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
      <SizedSvg
        height={height + foot}
        marks={(width) =>
          days.map(({ day, of, hits }, index) => ({
            x: (index * width) / days.length,
            y: 0,
            width: width / days.length,
            height,
            says: isShare
              ? `${dayInWords(day)}: ${hits} of ${of}, ${show(values[index] ?? null)}`
              : `${dayInWords(day)}: ${hits}`,
          }))
        }
      >
        {(width, hatch) => {
          const step = width / days.length;
          return (
            <>
              {days.map(({ day }, index) => {
                const tall = ((values[index] ?? 0) / most) * (height - 18);
                const isSince = day >= since;
                return (
                  <rect
                    key={day}
                    x={index * step + step * 0.12}
                    y={height - Math.max(tall, 1)}
                    width={step * 0.76}
                    height={Math.max(tall, 1)}
                    rx="2"
                    className={isSince ? 'stroke-bad' : 'fill-accent'}
                    fill={isSince ? hatch : undefined}
                  />
                );
              })}
              <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} className="stroke-line" />
              <text x="0" y="12" className="fill-soft text-xs">
                {show(most)}
              </text>
              <text x="0" y={height + 16} className="fill-soft text-xs">
                {dayInWords(days[0]?.day)}
              </text>
              <text x={width} y={height + 16} textAnchor="end" className="fill-soft text-xs">
                {dayInWords(days.at(-1)?.day)}
              </text>
            </>
          );
        }}
      </SizedSvg>
    </ChartFrame>
  );
}

function dayInWords(day: string | undefined): string {
  return day === undefined ? '' : dates.format(new Date(day));
}
