// Keeps the journal of this browser, if it may: in the website's own storage, and nowhere else. Of a visitor who has
// sent a form here, what is seen later is told to the worker at once, because the agreement gives it a meaning.
import { emptyJournal, note, seePage } from './journal.ts';
import type { Journal } from './journal.ts';
import { json } from './json.ts';

/** Where the journal is kept, and how a known visitor's page is told. */
export type Shelf = {
  readonly storage: Record<string, string>;
  readonly store: (key: string, text: string | undefined) => void;
  readonly tokenKey: string;
  readonly post: (path: string, body: unknown) => Promise<unknown>;
};

export type Keeper = {
  /** As it stands; empty where it may not be kept. */
  readonly read: () => Journal;
  /** Notes an event of the website's own. */
  readonly track: (event: string) => void;
  /** What the visitor decided; to take it back forgets what was kept. */
  readonly consent: (granted: boolean) => void;
};

/** Begins with this page. `asks`: only after consent, which a browser's Global Privacy Control demands as well. */
export function keepJournal({ storage, store, tokenKey, post }: Shelf, asks: boolean): Keeper {
  const key = `${tokenKey}:journal`;
  const consentKey = `${tokenKey}:consent`;
  let path = '';
  const isAllowed = () =>
    (storage[consentKey] ?? String(!asks && !Reflect.get(navigator, 'globalPrivacyControl'))) === 'true';
  const read = (): Journal => {
    try {
      if (isAllowed()) {
        const { visits, touches, seen }: Journal = JSON.parse(storage[key] ?? '');
        return { visits, touches: [...touches], seen: [...seen] };
      }
    } catch {
      // Not there, or nothing that this script wrote: begun anew.
    }
    return emptyJournal;
  };
  const change = (next: (journal: Journal, at: string) => Journal) => {
    if (!isAllowed()) return;
    const journal = next(read(), new Date().toISOString());
    store(key, json(journal));
    const visitor = storage[tokenKey];
    if (visitor) void post('behaviours', { visitor, behaviours: journal.seen.slice(-1) }).catch(() => 0);
  };
  const enter = () => {
    const { href: url, pathname } = location;
    if (path === pathname) return;
    path = pathname;
    change((journal, at) => seePage(journal, { url, referrer: document.referrer, at }));
  };
  enter();
  // Pages of a website that changes its address without loading anew.
  const navigation: unknown = Reflect.get(window, 'navigation') ?? window;
  if (navigation instanceof EventTarget) navigation.addEventListener('currententrychange', enter);
  addEventListener('popstate', enter);
  return {
    read,
    track: (event) => change((journal, at) => note(journal, { event, at })),
    consent(granted) {
      store(consentKey, String(granted));
      if (!granted) delete storage[key];
      path = '';
      enter();
    },
  };
}
