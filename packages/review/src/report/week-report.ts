// The weekly report: the shared numbers of a week against target and the week before, what changed and with what, and what
// there is to talk about. What only storage knows, such as what was published, is given.
import { numbersOf, sharedNumbers, type NumberView } from '../numbers/number-view.ts';
import type { Counting } from '../numbers/shared-number.ts';
import type { Period } from '../period.ts';
import { contributionsTo, isChange, type Contribution } from './contributions.ts';
import { valueInWords } from './value-words.ts';

type ReportNumber = Pick<NumberView, 'id' | 'value' | 'of' | 'target' | 'before'> & {
  /** `76% · target 70% · 81% the week before`. */
  readonly says: string;
  readonly missed: boolean;
};

type ReportChange = {
  readonly id: NumberView['id'];
  readonly says: string;
  readonly contributions: readonly Contribution[];
  /** Of each contribution, in words. */
  readonly why: readonly string[];
};

export type WeekNumbers = {
  /** Leads that came in the week. */
  readonly leads: number;
  readonly numbers: readonly ReportNumber[];
  readonly changes: readonly ReportChange[];
};

export function weekNumbers(counting: Counting, week: Period): WeekNumbers {
  const { numbers } = numbersOf(counting, week);
  let leads = 0;
  for (const at of counting.facts.leads.createdAt) if (at >= week.start && at < week.end) leads += 1;
  return {
    leads,
    numbers: numbers.map(reportNumber),
    changes: numbers.filter(isChange).map((number) => changeOf(number, counting, week)),
  };
}

function reportNumber(number: NumberView): ReportNumber {
  const { id, value, of, target, before } = number;
  const { unit, better } = sharedNumbers[id];
  const nothing = 'Nothing to count';
  const words = [
    value === null ? nothing : valueInWords(value, unit),
    ...(target === null ? [] : [`target ${valueInWords(target.value, unit)}`]),
    `${before.value === null ? 'nothing' : valueInWords(before.value, unit)} the week before`,
  ];
  const missed =
    value !== null && target !== null && (better === 'more' ? value < target.value : value > target.value);
  return { id, value, of, target, before, says: words.join(' · '), missed };
}

function changeOf(number: NumberView, counting: Counting, week: Period): ReportChange {
  const { unit, title } = sharedNumbers[number.id];
  const contributions = contributionsTo(number.id, counting, week, number);
  const [before, now] = [valueInWords(number.before.value, unit), valueInWords(number.value, unit)];
  return {
    id: number.id,
    says: `${title}: ${before} → ${now}`,
    contributions,
    why: contributions.map(
      ({ dimension, word, now: rest, before: was }) =>
        `Without ${dimensionNames[dimension]} ${word === '' ? 'unknown' : word} it would be ${valueInWords(was, unit)} → ${valueInWords(rest, unit)}.`,
    ),
  };
}

const dimensionNames = { source: 'the source', form: 'the form', person: 'the leads of' } as const;
