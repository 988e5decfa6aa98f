// People and teams in words: sides, shares of turns, absences, and what the worker found wrong. Pure.
import type { Issue } from '@baton/rules';
import type { Listed } from './team-queries.ts';

export const sideNames: Readonly<Record<Listed['party'], string>> = {
  marketing: 'Marketing',
  sales: 'Sales',
  admin: 'Admin',
};

/** What tells apart shares that are close, and no more. */
export function shareInWords(share: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Shares of the turns, in the order of the weights. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** @param today ISO date */
export function dayInWords(date: string, today: string): string {
  const format = date.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear;
  return format.format(new Date(date));
}

/** When somebody is away, now or next; null: not as far as is known. */
export function awayInWords({ away, isAway }: Pick<Listed, 'away' | 'isAway'>, today: string): string | null {
  const next = away.find(({ from, to }) => (isAway ? from <= today && today <= to : from > today));
  if (next === undefined) return null;
  if (isAway) return `Away until ${dayInWords(next.to, today)}`;
  if (next.from === next.to) return `Away on ${dayInWords(next.from, today)}`;
  return `Away from ${dayInWords(next.from, today)} to ${dayInWords(next.to, today)}`;
}

const words: Readonly<Record<string, string>> = {
  required: 'This is needed.',
  too_short: 'This is needed.',
  too_long: 'This is too long.',
  too_small: 'This is too small.',
  too_large: 'This is too large.',
  not_whole: 'A whole number.',
  not_email: 'This is not an e-mail address.',
  before_from: 'The last day is before the first.',
  unknown_person: 'Somebody in it is not among the people any more.',
  same_person: 'That is the same person.',
};

export function issueInWords({ code }: Issue): string {
  return words[code] ?? `This cannot be taken (${code}).`;
}
