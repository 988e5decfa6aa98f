// When the weekly report comes: on its weekday when the doors open, in the agreement's time zone; where they stay shut that
// day, when they open next. And which week it tells of: the seven days before that day.
import type { BusinessHours } from '@baton/agreement';
import { dayOf, periodOf, type Period } from '@baton/review';

const day = 86_400_000;

export type ReportTime = {
  /** The day it comes, ISO; its name. */
  readonly day: string;
  readonly at: number;
};

/** The last one up to now, and the next. Weekday 1 is Monday. */
export function reportTimes(
  hours: BusinessHours,
  weekday: number,
  now: number,
): { readonly last: ReportTime; readonly next: ReportTime } {
  const found: ReportTime[] = [];
  for (let at = now - 21 * day; at <= now + 14 * day; at += day) {
    const { date, start } = hours.localDay(at);
    if (weekdayOf(date) !== weekday || found.at(-1)?.day === date) continue;
    const opening = hours.after(start, 1);
    found.push({ day: date, at: opening.ok ? opening.at - 1 : start });
  }
  const last = found.findLast((one) => one.at <= now);
  const next = found.find((one) => one.at > now);
  if (last === undefined || next === undefined) throw new Error('A week has no such day.');
  return { last, next };
}

/** The week before a day. */
export function weekBefore(reportDay: string, timeZone: string): Period {
  const start = Date.parse(reportDay);
  return periodOf(isoOf(start - 7 * day), isoOf(start - day), timeZone);
}

/** The month before the one that a day is in; null but for the first report of a month. */
export function monthToDiscuss(reportDay: string, timeZone: string): Period | null {
  if (Number(reportDay.slice(8)) > 7) return null;
  const last = new Date(Date.parse(`${reportDay.slice(0, 7)}-01`) - day).toISOString().slice(0, 10);
  return periodOf(`${last.slice(0, 7)}-01`, last, timeZone);
}

/** Today, where it is now. */
export function today(now: number, timeZone: string): string {
  return dayOf(now, timeZone);
}

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function weekdayOf(date: string): number {
  const sundayIsNought = new Date(`${date}T00:00:00Z`).getUTCDay();
  return sundayIsNought === 0 ? 7 : sundayIsNought;
}
