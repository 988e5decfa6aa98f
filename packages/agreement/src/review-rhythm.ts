// How often both sides look at what they agreed. Counts calendar months in UTC from an instant; a day that the month
// does not have is its last one.
import type { Agreement } from './agreement-schema.ts';

const months: Readonly<Record<Agreement['review']['every'], number | null>> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
  never: null,
};

/** When the review after one at `from` is due, epoch ms; null: never. */
export function reviewDueAt({ review }: Pick<Agreement, 'review'>, from: number): number | null {
  const count = months[review.every];
  if (count === null) return null;
  const start = new Date(from);
  const due = new Date(from);
  due.setUTCDate(1);
  due.setUTCMonth(start.getUTCMonth() + count);
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(start.getUTCDate(), last));
  return due.getTime();
}
