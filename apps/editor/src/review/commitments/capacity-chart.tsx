// The two weeks to come: how many leads are expected, and how many the people who get them can take. Said in words first,
// so that nobody has to read the bars.
import { ChartFrame } from '../charts/chart-frame.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';
import type { Board } from './commitment-words.ts';

const [height, floor] = [148, 112];
const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

type Day = Board['capacity']['days'][number];

export function CapacityChart({ capacity: { days, takers } }: { readonly capacity: Board['capacity'] }) {
  const most = Math.max(1, ...days.flatMap(({ high, capacity }) => [high, capacity ?? 0]));
  const tall = (value: number): number => (value / most) * (floor - 24);
  const warnings = days.filter(({ state }) => state !== 'fine');
  return (
    <ChartFrame
      title="Capacity"
      definition="Leads expected on each of the next 14 days, at the rate of the last 56, against how many those can take together whom the routing names and who are not away. Beyond that they go to the fallback. The thin line reaches to what nineteen of twenty such days do not exceed."
      file="capacity"
      table={{
        columns: ['Day', 'Expected', 'At most, 19 of 20', 'Can be taken', 'Away'],
        rows: days.map((one) => [
          one.date,
          Math.round(one.expected * 10) / 10,
          one.high,
          one.capacity ?? 'any number',
          one.away.join(', '),
        ]),
      }}
    >
      {takers.length === 0 ? (
        <p>No rule of the routing names anybody: every lead goes to the fallback.</p>
      ) : days.every(({ expected }) => expected === 0) ? (
        <p>No day has been seen yet, so nobody knows how many will come.</p>
      ) : warnings.length === 0 ? (
        <p>In the next 14 days there is room for all that is expected.</p>
      ) : (
        <ul className="space-y-1">
          {warnings.slice(0, 4).map((one) => (
            <li key={one.date}>{warningInWords(one)}</li>
          ))}
          {warnings.length > 4 && <li className="text-soft">and {warnings.length - 4} more such days</li>}
        </ul>
      )}
      <div className="mt-3 max-w-200">
        <SizedSvg
          height={height}
          marks={(width) =>
            days.map((one, index) => ({
              x: (index * width) / days.length,
              y: 0,
              width: width / days.length,
              height,
              says: dayInWords(one),
            }))
          }
        >
          {(width) => {
            const step = width / Math.max(1, days.length);
            return (
              <>
                <line x1="0" x2={width} y1={floor + 0.5} y2={floor + 0.5} className="stroke-line" />
                {days.map((one, index) => (
                  <DayBar key={one.date} day={one} left={index * step} step={step} tall={tall} />
                ))}
              </>
            );
          }}
        </SizedSvg>
      </div>
    </ChartFrame>
  );
}

type DayProps = {
  readonly day: Day;
  readonly left: number;
  readonly step: number;
  readonly tall: (value: number) => number;
};

function DayBar({ day: { date, expected, high, capacity, state }, left, step, tall }: DayProps) {
  const middle = left + step / 2;
  const name = weekday.format(new Date(date));
  return (
    <g>
      <rect
        x={left + step * 0.25}
        width={step * 0.5}
        y={floor - tall(expected)}
        height={tall(expected)}
        rx="2"
        className={state === 'over' ? 'fill-bad' : state === 'tight' ? 'fill-warn' : 'fill-accent'}
      />
      <line x1={middle} x2={middle} y1={floor - tall(high)} y2={floor} className="stroke-soft" />
      {capacity !== null && (
        <line
          x1={left + step * 0.08}
          x2={left + step * 0.92}
          y1={floor - tall(capacity)}
          y2={floor - tall(capacity)}
          strokeWidth="2"
          className="stroke-ink"
        />
      )}
      {state !== 'fine' && (
        <text x={middle} y="12" textAnchor="middle" className="fill-ink text-xs font-semibold">
          !
        </text>
      )}
      <text x={middle} y={floor + 16} textAnchor="middle" className="fill-soft text-xs">
        {step < 30 ? name.slice(0, 2) : name}
      </text>
      <text x={middle} y={floor + 31} textAnchor="middle" className="fill-soft text-xs">
        {Number(date.slice(8))}
      </text>
    </g>
  );
}

/** `Monday, 30 November: about 2.1 expected, at most 5, room for 8`. */
function dayInWords({ date, expected, high, capacity, away }: Day): string {
  const room = capacity === null ? 'room for any number' : `room for ${capacity}`;
  const who = away.length === 0 ? '' : `, ${away.join(' and ')} away`;
  return `${long.format(new Date(date))}: about ${Math.round(expected * 10) / 10} expected, at most ${high}, ${room}${who}`;
}

function warningInWords({ date, expected, high, capacity, away, state }: Day): string {
  const who = away.length === 0 ? '' : `, with ${away.join(' and ')} away`;
  const about = Math.round(expected * 10) / 10;
  return state === 'over'
    ? `${long.format(new Date(date))}: about ${about} expected, room for ${capacity ?? 0}${who}.`
    : `${long.format(new Date(date))}: up to ${high} may come, room for ${capacity ?? 0}${who}.`;
}
