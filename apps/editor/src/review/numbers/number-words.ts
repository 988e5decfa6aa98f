// The shared numbers in words: a value with its unit, what it is held to, and which way it went. Pure.
import { daysInWords, minutesInWords, sharedNumbers, type NumberId } from '@baton/review';
import type { ReviewNumbers } from '@baton/worker/api-types';
import { countInWords } from '../../parts/share.ts';

export type ShownNumber = ReviewNumbers['numbers'][number];

/** Of what was never said. */
const dash = '–';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function valueInWords(id: NumberId, value: number | null): string {
  if (value === null) return dash;
  switch (sharedNumbers[id].unit) {
    case 'share':
      return percent.format(value);
    case 'minutes':
      return minutesInWords(value);
    case 'days':
      return daysInWords(value);
    case 'count':
      return countInWords(Math.round(value));
  }
}

export type Judged = {
  /** Null: nothing to judge. */
  readonly isGood: boolean | null;
  readonly says: string;
};

/** Against the target; null where there is none. */
export function againstTarget({ id, value, target }: ShownNumber): Judged | null {
  if (target === null) return null;
  const says = `${target.promised ? 'Promised' : 'Good teams'} ${valueInWords(id, target.value)}`;
  if (value === null) return { isGood: null, says };
  const isMore = sharedNumbers[id].better === 'more';
  const isGood = isMore ? value >= target.value : value <= target.value;
  return { isGood, says: `${isGood ? '✓' : '✗'} ${says}` };
}

/** Against the period before. */
export function againstBefore({ id, value, before }: ShownNumber): Judged {
  const [now, then] = [valueInWords(id, value), valueInWords(id, before.value)];
  if (before.value === null) return { isGood: null, says: 'Nothing in the period before' };
  if (value === null || now === then) return { isGood: null, says: `= ${then} before` };
  const isUp = value > before.value;
  const isGood = isUp === (sharedNumbers[id].better === 'more');
  return { isGood, says: `${isUp ? '▲' : '▼'} from ${then}` };
}

const ofWhat: Readonly<Record<NumberId, readonly [one: string, many: string]>> = {
  acceptance: ['verdict', 'verdicts'],
  follow_up: ['deadline', 'deadlines'],
  first_touch: ['answer', 'answers'],
  opportunity_rate: ['MQL old enough', 'MQLs old enough'],
  volume: ['crossing', 'crossings'],
  breaches: ['deadline', 'deadlines'],
  cycle: ['deal won', 'deals won'],
};

/** What it was made from, and how sure it is. */
/** One day, week or month of it. */
export function pieceInWords(id: NumberId, { value, of }: ShownNumber['trend'][number]): string {
  const [one, many] = ofWhat[id];
  if (of === 0) return `no ${many}`;
  const made = `${countInWords(of)} ${of === 1 ? one : many}`;
  if (id === 'volume') return made;
  const { unit } = sharedNumbers[id];
  return `${valueInWords(id, value)} ${unit === 'share' || unit === 'count' ? 'of' : 'over'} ${made}`;
}

export function madeFrom({ id, of, interval }: ShownNumber): string {
  const [one, many] = ofWhat[id];
  if (of === 0) return `No ${many} in this period`;
  const made = `of ${countInWords(of)} ${of === 1 ? one : many}`;
  if (interval === null) return id === 'volume' ? 'crossed the threshold' : made;
  return `${made} · likely ${percent.format(interval[0])}–${percent.format(interval[1])}`;
}

/** What is told beside a number, a sentence each. */
export function besideInWords({ beside }: ShownNumber): readonly string[] {
  const said = new Map(beside.map(({ id, value }) => [id, value]));
  const [p90, open, young] = [said.get('p90'), said.get('within_hours'), said.get('too_young')];
  const days = said.get('old_enough');
  return [
    ...(typeof p90 === 'number' ? [`Nine of ten within ${minutesInWords(p90)}`] : []),
    ...(typeof open === 'number' ? [`${percent.format(open)} came in business hours`] : []),
    ...(typeof young === 'number' && young > 0 && typeof days === 'number'
      ? [`${countInWords(young)} too young to count: not older than ${daysInWords(days)}`]
      : []),
  ];
}

const breachReasons: ReadonlyMap<string, string> = new Map([
  ['', 'No reason said'],
  ['absent', 'The owner was absent'],
  ['no_answer', 'The lead did not answer'],
  ['overloaded', 'Too many leads at once'],
  ['system', 'A system failed'],
  ['other', 'Something else'],
]);

const dealsOf = {
  sourced: 'Marketing sourced',
  influenced: 'Marketing influenced',
  neither: 'Without marketing',
} as const;

type Part = ShownNumber['parts'][number];

/** A part's name and its value. */
export function partInWords({ id, word, value, of }: Part): readonly [name: string, value: string] {
  switch (id) {
    case 'source':
      return [word === '' ? 'Not known' : word, countInWords(value)];
    case 'reason':
      return [breachReasons.get(word) ?? word, countInWords(value)];
    case 'sourced':
    case 'influenced':
    case 'neither': {
      const deals = `${countInWords(of)} ${of === 1 ? 'deal' : 'deals'}`;
      return [dealsOf[id], value === 0 ? deals : `${amount.format(value)} ${word} · ${deals}`];
    }
  }
}

/** As a share and a number of minutes stand in a table that is saved. */
export function valueInTable(id: NumberId, value: number | null): string | number | null {
  if (value === null) return null;
  return sharedNumbers[id].unit === 'share' ? valueInWords(id, value) : Math.round(value * 100) / 100;
}
