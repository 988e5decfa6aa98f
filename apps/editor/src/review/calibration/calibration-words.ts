// Calibration as it is read: what a threshold does, what a rule rests on, what is not known and why.
import type { CurvePoint, Worth } from '@baton/calibration';
import { valueAWeek } from '@baton/calibration';
import type { Calibration } from '@baton/worker/api-types';
import { countInWords } from '../../parts/share.ts';
import type { Outcome } from './calibration-query.ts';

export type Result = NonNullable<Calibration['result']>;
export type Card = Extract<Result['proposal'], { kind: 'card' }>;
export type ProposedRule = Card['rules'][number];

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const few = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const many = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** What a lead with the outcome is. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  accepted: 'accepted',
  sql: 'an SQL',
  won: 'won',
};

/** Several of them. */
export const outcomesWords: Readonly<Record<Outcome, string>> = {
  accepted: 'accepted',
  sql: 'SQLs',
  won: 'won',
};

export function shareWords(share: number): string {
  return percent.format(share);
}

/** `54 to 68%`. */
function spanWords([low, high]: readonly [number, number]): string {
  return `${Math.round(low * 100)} to ${Math.round(high * 100)}%`;
}

export function numberWords(value: number): string {
  return (Math.abs(value) < 20 ? few : many).format(value);
}

export function moneyWords(value: number, currency: string | null): string {
  const whole = Math.round(value);
  if (currency === null) return countInWords(whole);
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
      whole,
    );
  } catch {
    // Whatever a CRM has sent.
    return `${countInWords(whole)} ${currency}`;
  }
}

/** What a threshold brings, in one sentence. Null: above every lead there was. */
export function pointInWords(
  point: CurvePoint | null,
  from: number,
  outcome: Outcome,
  worth: (Worth & { readonly currency: string | null }) | null,
): string {
  if (point === null) return `From ${from}: no lead has had as much.`;
  const week = `${numberWords(point.perWeek)} handoffs a week (${numberWords(point.perWeekInterval[0])} to ${numberWords(point.perWeekInterval[1])})`;
  if (point.precision === null || point.interval === null) {
    return `From ${from}: ${week}. Nobody was handed over with so few points, so what would become of them is not known.`;
  }
  const parts = [
    `${shareWords(point.precision)} ${outcomesWords[outcome]} (${spanWords(point.interval)})`,
    ...(point.recall === null ? [] : [`${shareWords(point.recall)} of all ${outcomesWords[outcome]}`]),
    week,
  ];
  const value = worth === null ? null : valueAWeek(point, worth);
  if (value !== null && worth !== null) {
    const said = [value.low, value.high].map((one) => moneyWords(one, worth.currency)).join(' to ');
    parts.push(`worth ${moneyWords(value.middle, worth.currency)} a week (${said})`);
  }
  return `From ${from}: ${parts.join(', ')}.`;
}

/** `42 of 180 won; 2.1× the average; 12 points, 8 to 15`. */
export function ruleInWords(rule: ProposedRule, outcome: Outcome): string {
  const { hits, leads, lift, points, atMost, interval, kind } = rule;
  const [low, high] = interval;
  const worth =
    kind === 'behaviour' && atMost !== null && atMost > points
      ? `${points} ${points === 1 ? 'point' : 'points'} each time, at most ${atMost}; ${low} to ${high} for the first`
      : `${points} ${points === 1 ? 'point' : 'points'}, ${low} to ${high}`;
  return `${evidenceInWords(hits, leads, lift, outcome)}; ${worth}`;
}

export function evidenceInWords(hits: number, leads: number, lift: number, outcome: Outcome): string {
  return `${countInWords(hits)} of ${countInWords(leads)} ${outcomesWords[outcome]}; ${numberWords(lift)}× the average`;
}

/** Who counts and who does not, in sentences. */
export function leadsInWords({ leads, share, outcome, usualDays, sampled }: Result): readonly string[] {
  const { known, hits, open, young } = leads;
  const words: string[] = [];
  words.push(
    known === 0
      ? 'Of no lead it is known yet.'
      : `Of ${countInWords(known)} ${known === 1 ? 'lead' : 'leads'} it is known: ${countInWords(hits)} ${hits === 1 && outcome === 'sql' ? 'is' : 'were'} ${outcomesWords[outcome]}${share === null ? '' : `, ${shareWords(share.of)} (${spanWords(share.interval)})`}.`,
  );
  if (open > 0) {
    words.push(
      `${countInWords(open)} ${open === 1 ? 'waits' : 'wait'} for a verdict and ${open === 1 ? 'counts' : 'count'} nowhere: open is not lost.`,
    );
  }
  if (young > 0) {
    const time =
      usualDays === null
        ? 'have neither come there nor been lost'
        : `were handed over less than ${countInWords(usualDays)} ${usualDays === 1 ? 'day' : 'days'} ago, in which nine of ten come there`;
    words.push(`${countInWords(young)} ${time}: too young, they count nowhere.`);
  }
  if (sampled !== null) {
    words.push(
      `${countInWords(sampled.taken)} of ${countInWords(sampled.of)} leads were read, evenly spread.`,
    );
  }
  return words;
}

type Drift = NonNullable<Card['drift']>;

export function driftInWords({ before, after, hasMoved }: Drift, outcome: Outcome): string {
  const from = `From the older half of the leads to the newer, the share that ${outcome === 'sql' ? 'became' : 'was'} ${outcomesWords[outcome]} went from ${shareWords(before)} to ${shareWords(after)}`;
  return hasMoved
    ? `${from}: more than chance does. Something has changed, so the past promises less of what comes.`
    : `${from}, no more than chance does.`;
}

/** How well a score tells leads apart, as one can picture it. */
export function rankedInWords(auc: number, interval: readonly [number, number] | null): string {
  const bounds =
    interval === null ? '' : ` (${Math.round(interval[0] * 100)} to ${Math.round(interval[1] * 100)})`;
  return `${Math.round(auc * 100)} of 100${bounds}`;
}
