// "Is it on your website?": what a page holds of a form, and what would keep the form from working there.
import type { AddressPolicy } from '../channels/address.ts';
import { refuses, type Need } from './content-policy.ts';
import { withPage } from './fetch-page.ts';
import { lookAtPage, type FormAddress, type Sight } from './look-at-page.ts';

type Counted = 'script' | 'element' | 'plain_form' | 'frame' | 'link' | 'journal';

/** One thing that was seen. */
type Seen =
  | { readonly code: Counted; readonly count: number }
  | { readonly code: 'other_form'; readonly form: string; readonly count: number }
  | { readonly code: 'other_host'; readonly origin: string; readonly count: number }
  | { readonly code: 'tag_manager'; readonly container: string };

/** What keeps the form from working although it is there. */
type Hindrance =
  /** Elements say where it is to be, and nothing brings it. */
  | { readonly code: 'no_script' }
  | { readonly code: 'policy'; readonly directive: Need['directive']; readonly by: 'header' | 'page' }
  /** The form takes nothing from this website. */
  | { readonly code: 'website_not_listed'; readonly origin: string }
  | { readonly code: 'not_published' };

export type SiteCheck = {
  readonly verdict: 'found' | 'hindered' | 'maybe' | 'not_found' | 'not_reached';
  /** Where it ended, after redirects. */
  readonly url: string;
  readonly status: number | null;
  /** Why the page could not be read; null where it was. */
  readonly problem: string | null;
  /** False: only the beginning was read. */
  readonly isWhole: boolean;
  readonly seen: readonly Seen[];
  readonly hindrances: readonly Hindrance[];
};

export type CheckedForm = FormAddress & {
  /** Those that may send it, all when empty; null: it is not published. */
  readonly websites: readonly string[] | null;
};

export async function checkSite(
  typed: string,
  form: CheckedForm,
  policy: AddressPolicy,
  fetcher: typeof fetch,
): Promise<SiteCheck> {
  const looked = await withPage(withScheme(typed), policy, fetcher, async (page) => {
    const sight = await lookAtPage(page.html, page.url, form);
    const hindrances = hindrancesOf(sight, page, form);
    const check: SiteCheck = {
      verdict: verdictOf(sight, hindrances),
      url: page.url.href,
      status: page.status,
      problem: null,
      isWhole: !page.isCut(),
      seen: seenIn(sight),
      hindrances,
    };
    return check;
  });
  if (looked.kind === 'read') return looked.value;
  const { url, status, code } = looked;
  return { verdict: 'not_reached', url, status, problem: code, isWhole: false, seen: [], hindrances: [] };
}

/** People type `www.example.com/contact`. */
function withScheme(typed: string): string {
  const text = typed.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
}

function seenIn(sight: Sight): Seen[] {
  const counted: readonly (readonly [Counted, number])[] = [
    ['script', sight.scripts.length],
    ['element', sight.elements],
    ['plain_form', sight.plainForms.length],
    ['frame', sight.frames.length],
    ['link', sight.links],
    ['journal', sight.journals],
  ];
  return [
    ...counted.flatMap(([code, count]) => (count === 0 ? [] : [{ code, count }])),
    ...[...sight.others].map(([form, count]) => ({ code: 'other_form' as const, form, count })),
    ...[...sight.elsewhere].map(([origin, count]) => ({ code: 'other_host' as const, origin, count })),
    ...[...sight.containers].map((one) => ({ code: 'tag_manager' as const, container: one })),
  ];
}

function hindrancesOf(
  sight: Sight,
  { url: page, policy }: { readonly url: URL; readonly policy: string | null },
  { bases, websites }: CheckedForm,
): Hindrance[] {
  const found: Hindrance[] = [];
  if (sight.elements > 0 && sight.scripts.length === 0 && sight.containers.size === 0)
    found.push({ code: 'no_script' });
  const needs: Omit<Need, 'page'>[] = [
    ...sight.scripts.flatMap(({ url, nonce }) => [
      { directive: 'script-src' as const, url, nonce },
      { directive: 'connect-src' as const, url, nonce: null },
    ]),
    ...sight.frames.map((url) => ({ directive: 'frame-src' as const, url, nonce: null })),
    ...sight.plainForms.map((url) => ({ directive: 'form-action' as const, url, nonce: null })),
  ];
  const told = new Set<string>();
  for (const need of needs) {
    const by = [
      ...(policy !== null && refuses(policy, { ...need, page }) ? ['header' as const] : []),
      ...(sight.policies.some((one) => refuses(one, { ...need, page })) ? ['page' as const] : []),
    ];
    for (const one of by) {
      const key = `${need.directive} ${one}`;
      if (!told.has(key)) found.push({ code: 'policy', directive: need.directive, by: one });
      told.add(key);
    }
  }
  if (!isThere(sight)) return found;
  if (websites === null) found.push({ code: 'not_published' });
  // A frame sends from our own address.
  const sends = sight.scripts.length + sight.elements + sight.plainForms.length > 0;
  const isOwn = bases.some((base) => new URL(base).origin === page.origin);
  if (sends && websites !== null && websites.length > 0 && !isOwn && !websites.includes(page.origin)) {
    found.push({ code: 'website_not_listed', origin: page.origin });
  }
  return found;
}

function isThere({ scripts, frames, plainForms, elements }: Sight): boolean {
  return scripts.length + frames.length + plainForms.length + elements > 0;
}

function verdictOf(sight: Sight, hindrances: readonly Hindrance[]): SiteCheck['verdict'] {
  if (isThere(sight)) return hindrances.length === 0 ? 'found' : 'hindered';
  return sight.containers.size > 0 ? 'maybe' : 'not_found';
}
