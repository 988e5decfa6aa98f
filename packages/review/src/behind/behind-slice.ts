// The leads behind one bar, row or cell of a picture: counted by the same marks as the picture, so that it opens to as
// many as it shows.
import { cohortsOf } from '../funnel/cohorts.ts';
import { bandWidth, firstHandoffs, handedIn, outcomeOf, type Outcome } from '../funnel/bands.ts';
import { stepBefore, takenSteps, type FunnelStep } from '../funnel/reached.ts';
import { arrivedIn, hadItsTime, readyFunnel, standingOf } from '../funnel/steps.ts';
import { pastOf } from '../facts.ts';
import { minutesInWords } from '../numbers/say.ts';
import type { Counting, Speaks } from '../numbers/shared-number.ts';
import type { Period, Span } from '../period.ts';
import { isAttended, presentOn, type Staff } from '../speed/arrivals.ts';
import { localHoursOf } from '../speed/local-hours.ts';
import type { Texts } from '../asked/texts.ts';
import { askedSlice } from './asked-slice.ts';
import { pageOf, type BehindPage, type BehindView, type Found } from './behind.ts';
import { answerSlice, missedSlice, rejectedSlice, ruleSlice, withinSlice } from './handoff-slices.ts';
import type { Slice } from './slice.ts';

type OfKind<K extends Slice['kind']> = Extract<Slice, { readonly kind: K }>;

const minute = 60_000;

/** What a slice is counted from beside the facts. */
type Around = {
  /** As the speed of answers is asked with. */
  readonly staff: Staff;
  /** What people wrote; null: nothing was read, so nobody wrote anything. */
  readonly texts: Texts | null;
};

export function behindSlice(
  slice: Slice,
  counting: Counting,
  period: Period,
  around: Around,
  page: BehindPage,
): BehindView {
  return pageOf(counting.facts, foundOf(slice, counting, period, around), page);
}

function foundOf(slice: Slice, counting: Counting, period: Period, { staff, texts }: Around): Found {
  switch (slice.kind) {
    case 'came':
      return cameSlice(slice, counting, period);
    case 'step':
      return stepSlice(slice, counting, period);
    case 'score':
    case 'tier':
      return outcomeSlice(slice, counting, period);
    case 'arrived':
      return arrivedSlice(slice, counting, period, staff);
    case 'answer':
      return answerSlice(slice, counting, period, staff.hours);
    case 'within':
      return withinSlice(slice, counting, period, staff.hours);
    case 'missed':
      return missedSlice(slice, counting, period);
    case 'asked':
      return texts === null ? nobody : askedSlice(slice, counting, texts, period);
    case 'judged':
    case 'rejected':
    case 'source':
      return rejectedSlice(slice, counting, period);
    case 'rule':
      return ruleSlice(slice, counting, period);
  }
}

const nobody: Found = { of: 'leads', places: [], speaks: () => ({ speaks: 'neither', says: '' }) };

const stepWords: Readonly<Record<FunnelStep, string>> = {
  lead: 'Lead',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
};

function cameSlice({ month }: OfKind<'came'>, counting: Counting, period: Period): Found {
  const { reached } = readyFunnel(counting);
  const furthest = (place: number): FunnelStep =>
    takenSteps.findLast((step) => !Number.isNaN(reached[step][place] ?? NaN)) ?? 'lead';
  const says = (place: number): string => ended(counting, place) ?? stepWords[furthest(place)];
  return byArrival(
    counting,
    spanOf(month, period),
    () => true,
    (place) => ({ speaks: 'neither', says: says(place) }),
  );
}

function stepSlice({ step, who, month }: OfKind<'step'>, counting: Counting, period: Period): Found {
  const funnel = readyFunnel(counting);
  const { asOf } = counting.facts;
  const before = funnel.reached[stepBefore(step)];
  const [from, to] = [(place: number) => before[place] ?? NaN, funnel.reached[step]];
  const isMeant = (place: number): boolean => {
    const standing = standingOf(funnel, step, place);
    if (standing === null) return false;
    if (who === 'old') return hadItsTime(funnel, step, from(place));
    return standing === (who === 'stopped' ? 'stayed' : who);
  };
  const speaks = (place: number): Speaks => {
    const standing = standingOf(funnel, step, place);
    const waited = minutesInWords((asOf - from(place)) / minute);
    if (standing === 'waiting') return { speaks: 'neither', says: `Waiting for ${waited}` };
    if (standing !== 'taken')
      return { speaks: 'against', says: ended(counting, place) ?? `Not after ${waited}` };
    const isDated = counting.facts.leads.dated[place] === 1;
    const took = minutesInWords(((to[place] ?? NaN) - from(place)) / minute);
    const when = took === '0 min' ? 'at once' : `after ${took}`;
    return { speaks: 'for', says: isDated ? `${stepWords[step]} ${when}` : stepWords[step] };
  };
  return byArrival(counting, spanOf(month, period), isMeant, speaks);
}

/** How it ended where it went no further. */
function ended({ facts: { leads } }: Counting, place: number): string | null {
  if (!Number.isNaN(leads.at.won[place] ?? NaN)) return null;
  if (!Number.isNaN(leads.lostAt[place] ?? NaN)) return 'Lost';
  return Number.isNaN(leads.rejectedAt[place] ?? NaN) ? null : 'Rejected';
}

/** Null: a month that the period has not. */
function spanOf(month: string | null, period: Period): Span | null {
  return month === null ? period : (cohortsOf(period).find((cohort) => cohort.month === month) ?? null);
}

function byArrival(
  counting: Counting,
  span: Span | null,
  isMeant: (place: number) => boolean,
  speaks: Found['speaks'],
): Found {
  const { createdAt } = counting.facts.leads;
  const came = span === null ? [] : [...arrivedIn(counting, span)];
  const places = came.filter(isMeant).map((place) => ({ place, at: createdAt[place] ?? NaN }));
  return { of: 'leads', places, speaks };
}

const outcomeWords: Readonly<Record<Outcome, Speaks>> = {
  won: { speaks: 'for', says: 'Won' },
  sql: { speaks: 'for', says: 'SQL' },
  accepted: { speaks: 'for', says: 'Accepted' },
  open: { speaks: 'neither', says: 'Open' },
  rejected: { speaks: 'against', says: 'Rejected' },
  lost: { speaks: 'against', says: 'Lost' },
};

function outcomeSlice(slice: OfKind<'score' | 'tier'>, counting: Counting, period: Period): Found {
  const { facts } = counting;
  const { handoffs, leads, words } = facts;
  const first = firstHandoffs(facts);
  const isMeant = (place: number): boolean => {
    const handoff = first[place] ?? -1;
    const tier = handoffs.tier[handoff] ?? 0;
    const isOutcome = slice.outcome === 'all' || outcomeOf(facts, place) === slice.outcome;
    if (slice.kind === 'tier') return isOutcome && (words.tier[tier] ?? '') === slice.tier;
    const total = handoffs.total[handoff] ?? 0;
    return isOutcome && tier !== 0 && total >= slice.from && total < slice.from + bandWidth;
  };
  const places = handedIn(counting, period)
    .filter(isMeant)
    .map((place) => ({ place, at: leads.at.mql[place] ?? NaN }));
  return { of: 'leads', places, speaks: (place) => outcomeWords[outcomeOf(facts, place)] };
}

function arrivedSlice({ cell }: OfKind<'arrived'>, counting: Counting, period: Period, staff: Staff): Found {
  const { createdAt } = counting.facts.leads;
  const local = localHoursOf(period);
  const isPast = pastOf(counting.facts);
  const present = local.days.map(({ date }) => presentOn(staff, date));
  const isMet = (place: number): boolean => {
    const at = createdAt[place] ?? NaN;
    return isAttended(staff, present[local.dayOf(at)] ?? 0, at);
  };
  return byArrival(
    counting,
    period,
    (place) => !isPast(place) && (cell === null || local.cellOf(createdAt[place] ?? NaN) === cell),
    (place) =>
      isMet(place)
        ? { speaks: 'for', says: 'Somebody was there' }
        : { speaks: 'against', says: 'Nobody was there' },
  );
}
