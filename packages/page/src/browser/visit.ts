// What a visit is, as far as this page and the journal know.
import type { Touch } from './journal.ts';
import { campaignOf } from './journal.ts';
import type { Stage, Visit } from './part.ts';

/** The visit of this page, which came about by `touch` and began with it. */
export function visitOf({ facts }: Stage, touch?: Touch): Visit {
  const { href: url, search } = location;
  // A page may have anything called `referrer`.
  const { referrer = document.referrer, ...campaign } = { ...touch, ...campaignOf(search) };
  return { ...campaign, url, referrer, ...facts?.(referrer) };
}
