// What a visit is, as far as this page and the journal know. Conditions are decided on exactly what is sent, so that
// the worker decides alike.
import type { Touch } from './journal.ts';
import { campaignOf } from './journal.ts';

/** The visit of this page, which came about by `touch` and began with it; `returning`: this browser holds a visitor's token. */
export function visitOf(returning: boolean, touch?: Touch): Record<string, unknown> {
  const { href: url, pathname, search } = location;
  const { referrer = document.referrer, ...campaign } = { ...touch, ...campaignOf(search) };
  return {
    ...campaign,
    url,
    referrer,
    page_path: pathname,
    // A page may have anything called `referrer`.
    referrer_host: /^[^:]+:\/\/(.+?)(:\d+)?\//.exec(referrer)?.[1] ?? '',
    language: navigator.language,
    device: matchMedia('(pointer:fine)').matches ? 'desktop' : screen.width < 600 ? 'phone' : 'tablet',
    returning,
  };
}
