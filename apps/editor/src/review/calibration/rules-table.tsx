// Proposed points beside those of today: how sure they are, and what they rest on.
import type { Outcome } from './calibration-query.ts';
import { evidenceInWords, ruleInWords, type ProposedRule, type Result } from './calibration-words.ts';

const dimensions = { fit: 'Fit', engagement: 'Engagement', intent: 'Intent' } as const;

type Props = { readonly rules: readonly ProposedRule[]; readonly outcome: Outcome };

export function RulesTable({ rules, outcome }: Props) {
  const most = Math.max(
    1,
    ...rules.flatMap(({ points, interval, present }) => [points, interval[1], present]),
  );
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Proposed points">
      <table className="w-full text-left tabular-nums">
        <caption className="sr-only">Proposed points beside those of today</caption>
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col" className="py-1 pr-4 font-normal">
              What is known of a lead
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-normal">
              Today
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-normal">
              Proposed
            </th>
            <th scope="col" className="py-1 font-normal max-md:hidden">
              <span aria-hidden="true">How sure</span>
              <span className="sr-only">How sure, as a picture</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={`${rule.kind} ${rule.id}`} className="border-t border-line align-top">
              <th scope="row" className="py-2 pr-4 font-normal">
                <span className="font-medium wrap-anywhere">{rule.says}</span>{' '}
                <span className="text-xs text-soft">{dimensions[rule.dimension]}</span>
                <span className="block text-sm text-soft">{ruleInWords(rule, outcome)}</span>
              </th>
              <td className="py-2 pr-4 text-right text-soft">
                {pointsInWords(rule.present, rule.presentAtMost)}
              </td>
              <td className="py-2 pr-4 text-right font-semibold">
                {pointsInWords(rule.points, rule.atMost)}
              </td>
              <td className="py-2 max-md:hidden">
                <Whisker rule={rule} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function pointsInWords(points: number, atMost: number | null): string {
  return atMost === null || atMost <= points ? String(points) : `${points} … ${atMost}`;
}

const [wide, tall] = [160, 20];

/** The interval as a line, what is proposed as a dot, and today as an open square. */
function Whisker({ rule, most }: { readonly rule: ProposedRule; readonly most: number }) {
  const x = (points: number): number => 5 + (Math.max(0, Math.min(most, points)) / most) * (wide - 10);
  const middle = tall / 2;
  const [low, high] = rule.interval;
  return (
    <svg width={wide} height={tall} aria-hidden="true" className="block">
      <line x1={x(0)} x2={x(most)} y1={middle} y2={middle} className="stroke-line" />
      <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} className="stroke-accent" strokeWidth="3" />
      <rect
        x={x(rule.present) - 3.5}
        y={middle - 3.5}
        width="7"
        height="7"
        className="fill-card stroke-soft"
        strokeWidth="1.5"
      />
      <circle cx={x(rule.points)} cy={middle} r="4.5" className="fill-accent" />
    </svg>
  );
}

export function WhiskerLegend() {
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft max-md:hidden" aria-hidden="true">
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 rounded-full bg-accent" /> proposed
      </span>
      <span className="flex items-center gap-1.5">
        <span className="h-0.75 w-5 bg-accent" /> where it lies, 19 times in 20
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-2 border border-soft" /> today
      </span>
    </p>
  );
}

/** What the rules of today were worth. */
export function TodayTable({ result }: { readonly result: Result }) {
  const { today, outcome, share } = result;
  const overall = share?.of ?? 0;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Today’s points">
      <table className="w-full text-left tabular-nums">
        <caption className="sr-only">What today’s rules rest on</caption>
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col" className="py-1 pr-4 font-normal">
              Rule
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-normal">
              Points
            </th>
            <th scope="col" className="py-1 font-normal">
              Of those whom it gave points
            </th>
          </tr>
        </thead>
        <tbody>
          {today.map(({ id, says, dimension, points, leads, hits }) => (
            <tr key={`${dimension} ${id}`} className="border-t border-line align-top">
              <th scope="row" className="py-2 pr-4 font-normal wrap-anywhere">
                {says} <span className="text-xs text-soft">{dimensions[dimension]}</span>
              </th>
              <td className="py-2 pr-4 text-right">{points}</td>
              <td className="py-2 text-soft">
                {leads === 0
                  ? 'It held of nobody.'
                  : evidenceInWords(hits, leads, overall === 0 ? 0 : hits / leads / overall, outcome)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
