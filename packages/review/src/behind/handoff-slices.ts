// Slices of what was handed over: how long it waited, what was missed, and what was rejected.
import type { BusinessHours } from '@baton/agreement';
import { isLate, minutesLate } from '../numbers/clock-settled.ts';
import { minutesInWords, reasonSays } from '../numbers/say.ts';
import type { Counting, Speaks } from '../numbers/shared-number.ts';
import type { Period } from '../period.ts';
import { oncePerLead, rangeOf } from '../rejections/misleading-rules.ts';
import { hasDeadline, isBreached } from '../speed/breaches.ts';
import { binOf, handoffsIn, waitOf } from '../speed/first-touch.ts';
import { localHoursOf } from '../speed/local-hours.ts';
import type { Found } from './behind.ts';
import type { Slice } from './slice.ts';

type OfKind<K extends Slice['kind']> = Extract<Slice, { readonly kind: K }>;

const minute = 60_000;

/** Of each handoff that has arrived how long it waited, minutes; null where nobody says when doors are open. */
function waitsBy(
  by: OfKind<'answer'>['by'],
  counting: Counting,
  hours: BusinessHours | null,
): ((place: number) => number) | null {
  if (by === 'clock')
    return (place) => {
      const { from, until } = waitOf(counting, place);
      return (until - from) / minute;
    };
  if (hours === null) return null;
  return (place) => {
    const { from, until } = waitOf(counting, place);
    return hours.openTimeBetween(from, until) / minute;
  };
}

export function answerSlice(
  { by, bin }: OfKind<'answer'>,
  counting: Counting,
  period: Period,
  hours: BusinessHours | null,
): Found {
  const lengthOf = waitsBy(by, counting, hours);
  if (lengthOf === null) return handedOver(counting, [], () => nothingSaid);
  const isMeant = (place: number): boolean => {
    const { state } = waitOf(counting, place);
    return typeof bin === 'number' ? state === 'touched' && binOf(lengthOf(place)) === bin : state === bin;
  };
  return handedOver(counting, handoffsIn(counting, period).filter(isMeant), waitSays(counting, lengthOf));
}

export function withinSlice(
  { by, minutes }: OfKind<'within'>,
  counting: Counting,
  period: Period,
  hours: BusinessHours | null,
): Found {
  const lengthOf = waitsBy(by, counting, hours);
  if (lengthOf === null) return handedOver(counting, [], () => nothingSaid);
  const isMeant = (place: number): boolean => {
    const { state } = waitOf(counting, place);
    return state === 'touched' || (state !== 'undelivered' && lengthOf(place) > minutes);
  };
  const says = waitSays(counting, lengthOf);
  return handedOver(counting, handoffsIn(counting, period).filter(isMeant), (place) => {
    const isQuick = waitOf(counting, place).state === 'touched' && lengthOf(place) <= minutes;
    return { speaks: isQuick ? 'for' : 'against', says: says(place).says };
  });
}

const nothingSaid: Speaks = { speaks: 'neither', says: '' };

function waitSays(counting: Counting, lengthOf: (place: number) => number): Found['speaks'] {
  return (place) => {
    const waited = minutesInWords(lengthOf(place));
    switch (waitOf(counting, place).state) {
      case 'touched':
        return { speaks: 'neither', says: `Answered after ${waited}` };
      case 'waiting':
        return { speaks: 'against', says: `Waiting for ${waited}` };
      case 'passed_on':
        return { speaks: 'neither', says: `Passed on after ${waited}` };
      case 'undelivered':
        return { speaks: 'neither', says: 'Not delivered' };
    }
  };
}

export function missedSlice({ by, word }: OfKind<'missed'>, counting: Counting, period: Period): Found {
  const { handoffs, words } = counting.facts;
  const local = localHoursOf(period);
  const isMeant = (place: number): boolean => {
    if (!hasDeadline(counting, place)) return false;
    switch (by) {
      case 'person':
        return words.person[handoffs.person[place] ?? 0] === word;
      case 'hour':
        return local.cellOf(handoffs.at[place] ?? NaN) % 24 === Number(word);
      case 'reason':
        return isBreached(counting, place) && words.breachReason[handoffs.breachReason[place] ?? 0] === word;
    }
  };
  const speaks = (place: number): Speaks => {
    if (!isBreached(counting, place)) return { speaks: 'for', says: 'Not missed' };
    const late = isLate(handoffs, place) ? minutesLate(handoffs, place) : NaN;
    const says = Number.isNaN(late) ? 'Missed' : `Missed by ${minutesInWords(late)}`;
    return { speaks: 'against', says };
  };
  return handedOver(counting, handoffsIn(counting, period).filter(isMeant), speaks);
}

export function rejectedSlice(
  slice: OfKind<'judged' | 'rejected' | 'source'>,
  counting: Counting,
  period: Period,
): Found {
  const { handoffs, leads, words } = counting.facts;
  const isMeant = (place: number): boolean => {
    if (slice.kind === 'judged') return true;
    if (slice.kind === 'source')
      return words.source[leads.of.source[handoffs.lead[place] ?? 0] ?? 0] === slice.source;
    return handoffs.verdict[place] === 2 && words.reason[handoffs.reason[place] ?? 0] === slice.reason;
  };
  return handedOver(counting, judgedIn(counting, period).filter(isMeant), verdictSays(counting));
}

export function ruleSlice({ rule, gave }: OfKind<'rule'>, counting: Counting, period: Period): Found {
  const { facts } = counting;
  const code = facts.words.rule.indexOf(rule);
  const gavePoints = (place: number): boolean =>
    code !== -1 && rangeOf(facts.handoffs.rules, facts.handoffs.rulesFrom, place).includes(code);
  const judged = oncePerLead(facts, judgedIn(counting, period));
  return handedOver(
    counting,
    judged.filter((place) => gavePoints(place) === gave),
    verdictSays(counting),
  );
}

function judgedIn(counting: Counting, period: Period): readonly number[] {
  const { verdict } = counting.facts.handoffs;
  return handoffsIn(counting, period).filter((place) => verdict[place] !== 0);
}

function verdictSays({ facts: { handoffs, words }, agreement }: Counting): Found['speaks'] {
  return (place) => {
    if (handoffs.verdict[place] === 1) return { speaks: 'for', says: 'Accepted' };
    const reason = words.reason[handoffs.reason[place] ?? 0] ?? '';
    return { speaks: 'against', says: `Rejected: ${reasonSays(agreement, reason)}` };
  };
}

function handedOver({ facts }: Counting, places: readonly number[], speaks: Found['speaks']): Found {
  const { at } = facts.handoffs;
  return { of: 'handoffs', places: places.map((place) => ({ place, at: at[place] ?? NaN })), speaks };
}
