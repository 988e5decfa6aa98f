// What the address says of the review: the period, leads or companies, and what they are narrowed down to. Pure. What
// nobody could mean is left out. Whoever gets the address sees the same.

import {
  attributionModels,
  channelKinds,
  numberIds,
  type AttributionModel,
  type ChannelKind,
  type NumberId,
} from '@baton/review';

/** By what it can be narrowed down, in the order of the bar. */
export const reviewFilters = [
  'form',
  'version',
  'source',
  'medium',
  'campaign',
  'tier',
  'team',
  'person',
  'country',
  'account',
] as const;

export type ReviewFilter = (typeof reviewFilters)[number];

/** Periods that end today, in days; or whole months. */
export const spans = {
  week: 'Last 7 days',
  month: 'Last 30 days',
  quarter: 'Last 90 days',
  year: 'Last 365 days',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
} as const;

type Span = keyof typeof spans;

export type ReviewSearch = {
  /** Absent: thirty days. */
  readonly span?: Span;
  /** Both: instead of a span. */
  readonly from?: string;
  readonly to?: string;
  readonly by?: 'company';
  /** How touches share what they led to, and by what channels are told apart; of the money alone. */
  readonly model?: AttributionModel;
  readonly channel?: ChannelKind;
  /** On a big screen, for all to see: the numbers alone. */
  readonly big?: true;
  /** The number that is open to the leads behind it. */
  readonly number?: NumberId;
  /** The bar, row or cell of a picture that is, in its place. */
  readonly open?: string;
} & { readonly [name in ReviewFilter]?: string };

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** Reads the address. */
export function readReviewSearch(given: Readonly<Record<string, unknown>>): ReviewSearch {
  const { span, from, to, by, big, open } = given;
  const model = attributionModels.find((one) => one === given['model']);
  const channel = channelKinds.find((one) => one === given['channel']);
  const number = numberIds.find((id) => id === given['number']);
  const filters = reviewFilters.flatMap((name): [string, string][] => {
    const value = given[name];
    const isSaid = typeof value === 'string' || typeof value === 'number';
    return isSaid ? [[name, String(value).slice(0, 200)]] : [];
  });
  const isPeriod = isDay(from) && isDay(to) && from <= to;
  return {
    ...(isPeriod ? { from, to } : isSpan(span) && span !== 'month' ? { span } : {}),
    ...(by === 'company' ? { by } : {}),
    ...(model === undefined || model === 'first' ? {} : { model }),
    ...(channel === undefined || channel === 'source' ? {} : { channel }),
    ...(big === true || big === 'true' ? { big: true } : {}),
    ...(number === undefined ? {} : { number }),
    // Whether it means anything, its own screen knows, and what no screen knows opens nothing.
    ...(typeof open === 'string' && open.length <= 300 ? { open } : {}),
    ...Object.fromEntries(filters),
  };
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'string' && value in spans;
}

/** The first and last day that are meant, counted from a day such as `2026-11-27`. */
export function daysOf({ span = 'month', from, to }: ReviewSearch, today: string): readonly [string, string] {
  if (from !== undefined && to !== undefined) return [from, to];
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (months: number) => isoDay(Date.UTC(year, months, 1));
  const last = (months: number) => isoDay(Date.UTC(year, months + 1, 0));
  const quarter = Math.floor((month - 1) / 3) * 3;
  switch (span) {
    case 'week':
      return [before(today, 6), today];
    case 'month':
      return [before(today, 29), today];
    case 'quarter':
      return [before(today, 89), today];
    case 'year':
      return [before(today, 364), today];
    case 'this-month':
      return [first(month - 1), today];
    case 'last-month':
      return [first(month - 2), last(month - 2)];
    case 'this-quarter':
      return [first(quarter), today];
    case 'last-quarter':
      return [first(quarter - 3), last(quarter - 1)];
  }
}

function before(day: string, days: number): string {
  return isoDay(Date.parse(day) - days * 86_400_000);
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** As the worker is asked. */
export function reviewQueryOf(search: ReviewSearch, today: string): string {
  const [from, to] = daysOf(search, today);
  const query = new URLSearchParams({ from, to });
  if (search.by !== undefined) query.set('by', search.by);
  for (const name of reviewFilters) {
    const value = search[name];
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
}

/** The address for others: they see these days, whenever they look. */
export function sharedAddress(
  address: string,
  search: ReviewSearch,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const { span: _, ...kept } = search;
  const url = new URL(address);
  const said = Object.entries({ ...kept, from, to }).map(([name, value]) => [name, String(value)]);
  url.search = new URLSearchParams(said).toString();
  return url.href;
}

/** How it is narrowed down. */
export function narrowedBy(search: ReviewSearch): readonly ReviewFilter[] {
  return reviewFilters.filter((name) => search[name] !== undefined);
}
