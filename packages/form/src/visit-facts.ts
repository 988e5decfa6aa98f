// What conditions may read of a visit, from what the browser sent of it. Browser and worker both ask here, so that
// they decide alike. Anything that is not text of a sensible length is missing.
import type { VisitFacts } from './types.ts';

const named = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'referrer_host',
  'page_path',
  'language',
  'device',
] as const;

const longest = 500;

function textOf(sent: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(sent, key) ? sent[key] : undefined;
  return typeof value === 'string' && value !== '' && value.length <= 4096 ? value : undefined;
}

/** `https://Www.Example.com:8080/a/b?c#d` as host without port, in lower case, and path. */
export function addressParts(address: string): { readonly host: string; readonly path: string } | undefined {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?(\/[^?#]*)?/i.exec(address);
  return match?.[1] === undefined ? undefined : { host: match[1].toLowerCase(), path: match[2] ?? '/' };
}

/**
 * Facts of a visit: `page_path` follows from `url`, `referrer_host` from `referrer`, where they are not given
 * themselves. The country is the worker's to add.
 */
export function visitFacts(sent: Readonly<Record<string, unknown>>): VisitFacts {
  const facts: { -readonly [K in keyof VisitFacts]: VisitFacts[K] } = {};
  for (const key of named) {
    const value = textOf(sent, key);
    if (value !== undefined) facts[key] = value.slice(0, longest);
  }
  const path = addressParts(textOf(sent, 'url') ?? '')?.path;
  if (facts.page_path === undefined && path !== undefined) facts.page_path = path.slice(0, longest);
  const host = addressParts(textOf(sent, 'referrer') ?? '')?.host;
  if (facts.referrer_host === undefined && host !== undefined) facts.referrer_host = host.slice(0, longest);
  if (typeof sent['returning'] === 'boolean') facts.returning = sent['returning'];
  return facts;
}
