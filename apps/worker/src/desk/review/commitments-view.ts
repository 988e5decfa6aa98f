// What both sides have promised each other, on one board: how this month stands, where it will end, and whether the
// people who get leads can take what is expected. Counted in the agreement's time zone; without an agreement nobody has
// promised anything.
import { parseDuration, type Agreement, type BusinessHours } from '@baton/agreement';
import {
  capacityAhead,
  numberOf,
  project,
  ratesOf,
  type DaySeen,
  type Facts,
  type Projection,
  type Taker,
} from '@baton/review';
import type { Context } from '../context.ts';
import { numberOrNull, number, type Row } from '../sql.ts';
import type { Asked } from './review-desk.ts';

/** Days before today that the rate is taken from. */
const lookBack = 56;
/** Days that are looked at ahead. */
const ahead = 14;

/** @param asked of this month until today */
export function commitmentsView(context: Context, asked: Asked): object {
  const { agreement, hours } = asked;
  if (agreement === null || hours === null) return { promised: false };
  const now = context.parts.now();
  const today = hours.localDay(now);
  const start = asked.period.start;
  const monthEnd = endOfMonth(hours, now);
  const seen = daysSeen(asked.facts, hours, today.start);
  const { marketing, sales } = agreement.commitments;
  const followUp = numberOf('follow_up', asked, asked.period);
  const acceptance = numberOf('acceptance', asked, asked.period);
  const soFar = numberOf('volume', asked, asked.period).value ?? 0;
  const left = daysLeft(hours, now, monthEnd);
  const projected: Projection | null = project({ before: seen, soFar, ...left });
  const questions = context.parts.sql.all(
    `SELECT side, at, due_at, answered_at FROM notes WHERE side IS NOT NULL AND due_at >= ? AND due_at < ?`,
    start,
    monthEnd,
  );
  return {
    promised: true,
    month: { from: asked.period.from, to: hours.localDay(monthEnd - 1).date },
    marketing: {
      volume: {
        promised: marketing.qualifiedPerMonth ?? null,
        soFar,
        /** What the days until now have of it. */
        due:
          marketing.qualifiedPerMonth === undefined
            ? null
            : (marketing.qualifiedPerMonth * (now - start)) / (monthEnd - start),
        projected,
      },
      answers: answersOf(questions, 'marketing', marketing.answerWithin, now),
    },
    sales: {
      followUp: { promised: sales.followUpInTime ?? null, value: followUp.value, of: followUp.of },
      acceptance: { promised: sales.accept ?? null, value: acceptance.value, of: acceptance.of },
      verdicts: verdictsOf(asked, hours, sales.verdictWithin, now),
      answers: answersOf(questions, 'sales', sales.answerWithin, now),
    },
    capacity: capacityOf(context, agreement, hours, seen, today.end),
  };
}

function endOfMonth(hours: BusinessHours, now: number): number {
  const month = hours.localDay(now).date.slice(0, 7);
  let day = hours.localDay(now);
  while (day.date.startsWith(month)) day = hours.localDay(day.end);
  return day.start;
}

/** The crossings of each whole day before today, from the first lead on. */
function daysSeen({ leads, handoffs }: Facts, hours: BusinessHours, today: number): readonly DaySeen[] {
  const first = leads.createdAt.reduce((least, at) => Math.min(least, at), Infinity);
  const days: { readonly start: number; readonly end: number; count: number }[] = [];
  for (let end = today; end > first && days.length < lookBack;) {
    const day = hours.localDay(end - 1);
    days.unshift({ start: day.start, end: day.end, count: 0 });
    end = day.start;
  }
  const from = days[0]?.start ?? Infinity;
  for (let place = 0; place < handoffs.count; place += 1) {
    const at = handoffs.at[place] ?? NaN;
    if (handoffs.crossed[place] !== 1 || !(at >= from && at < today)) continue;
    const day = days.findLast(({ start }) => start <= at);
    if (day !== undefined) day.count += 1;
  }
  return days.map(({ start, end, count }) => ({ count, isOpen: hours.openTimeBetween(start, end) > 0 }));
}

/** The rest of today is the part of it that is left: of its open time while there is any. */
function daysLeft(hours: BusinessHours, now: number, monthEnd: number) {
  let [openLeft, closedLeft] = [0, 0];
  for (let at = now; at < monthEnd;) {
    const { start, end } = hours.localDay(at);
    const open = hours.openTimeBetween(start, end);
    if (open > 0) openLeft += hours.openTimeBetween(at, end) / open;
    else closedLeft += (end - at) / (end - start);
    at = end;
  }
  return { openLeft, closedLeft };
}

type Promised = string | undefined;

/** Of the questions whose answer fell due this month: how many were answered by then, and how many wait. */
function answersOf(questions: readonly Row[], side: string, promised: Promised, now: number): object {
  const asked = questions.filter((row) => row['side'] === side);
  const answered = (row: Row) => numberOrNull(row, 'answered_at');
  const settled = asked.filter((row) => answered(row) !== null || number(row, 'due_at') < now);
  const kept = settled.filter((row) => (answered(row) ?? Infinity) <= number(row, 'due_at'));
  return {
    promised: promised ?? null,
    value: settled.length === 0 ? null : kept.length / settled.length,
    of: settled.length,
    waiting: asked.length - settled.length,
  };
}

/** Of this month's handoffs: the share with a verdict within what was promised, from the delivery on. */
function verdictsOf({ facts, period }: Asked, hours: BusinessHours, promised: Promised, now: number): object {
  const within = promised === undefined ? null : parseDuration(promised);
  const { at, deliveredAt, verdictAt, endedAt, count } = facts.handoffs;
  let [kept, of, waiting] = [0, 0, 0];
  if (within === null) return { promised: promised ?? null, value: null, of, waiting };
  for (let place = 0; place < count; place += 1) {
    const from = deliveredAt[place] ?? NaN;
    const begun = at[place] ?? NaN;
    if (begun < period.start || begun >= period.end || Number.isNaN(from)) continue;
    if (!Number.isNaN(endedAt[place] ?? NaN)) continue;
    const deadline = hours.deadline(from, within);
    if (!deadline.ok) continue;
    const given = verdictAt[place] ?? NaN;
    if (Number.isNaN(given) && now <= deadline.at) waiting += 1;
    else of += 1;
    if (given <= deadline.at) kept += 1;
  }
  return { promised: promised ?? null, value: of === 0 ? null : kept / of, of, waiting };
}

function capacityOf(
  context: Context,
  agreement: Agreement,
  hours: BusinessHours,
  seen: readonly DaySeen[],
  tomorrow: number,
): object {
  const rates = ratesOf(seen);
  const days: { date: string; expected: number }[] = [];
  for (let at = tomorrow; days.length < ahead;) {
    const { date, start, end } = hours.localDay(at);
    days.push({ date, expected: hours.openTimeBetween(start, end) > 0 ? rates.open : rates.closed });
    at = end;
  }
  const takers = takersOf(context, agreement);
  return { takers: takers.map(({ email }) => email), days: capacityAhead(takers, days) };
}

/** Whom a rule names, alone or in a team. The fallback gets what these cannot take. */
function takersOf({ documents }: Context, { routing }: Agreement): readonly Taker[] {
  const { people, teams } = documents.all();
  const named = routing.rules.flatMap(({ to }) =>
    to.person === undefined ? (teams.get(to.team ?? '')?.members ?? []) : [to.person],
  );
  return [...new Set(named)].flatMap((email) => {
    const person = people.get(email);
    if (person === undefined) return [];
    return [{ email, capacity: person.capacity ?? null, away: person.away ?? [] }];
  });
}
