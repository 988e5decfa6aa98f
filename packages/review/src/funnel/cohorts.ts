// The months of a period by which leads are told apart: those that came in the same month are a cohort.
import { Temporal } from 'temporal-polyfill';
import { periodOf, type Period } from '../period.ts';

export type Cohort = Period & {
  /** Such as `2026-11`. */
  readonly month: string;
  /** False where the period begins or ends within the month. */
  readonly isWhole: boolean;
};

/** In the order of time; together they are the period. */
export function cohortsOf({ from, to, timeZone }: Period): readonly Cohort[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const cohorts: Cohort[] = [];
  for (
    let start = first.with({ day: 1 });
    Temporal.PlainDate.compare(start, last) <= 0;
    start = start.add({ months: 1 })
  ) {
    const end = start.with({ day: start.daysInMonth });
    const begins = Temporal.PlainDate.compare(start, first) < 0 ? first : start;
    const ends = Temporal.PlainDate.compare(end, last) > 0 ? last : end;
    cohorts.push({
      ...periodOf(begins.toString(), ends.toString(), timeZone),
      month: start.toPlainYearMonth().toString(),
      isWhole: begins.equals(start) && ends.equals(end),
    });
  }
  return cohorts;
}
