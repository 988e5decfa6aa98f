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
  /** Hears of the journal. */
  hear?: ((journal: Journal) => void) | undefined;
};

export type Keeper = {
  /** Notes an event of the website's own. */
  readonly track: (event: string) => void;
  /** What the visitor decided; to take it back forgets what was kept. */
  readonly consent: (granted: boolean) => void;
};

declare global {
  interface Window {
    /** By the key of the visitor's token: all forms of a page share one journal, so each page is noted once. */
    batonJournals?: Record<string, (shelf: Shelf) => Keeper>;
  }
}

/**
 * Begins with this page. `asks`: only after consent, which a browser's Global Privacy Control demands as well. `tell`
 * hears of the journal as it stands, now and after each change, for as long as its shelf is held; where it may not be
 * kept, it is empty.
 */
export function keepJournal(shelf: Shelf, asks: boolean, tell: (journal: Journal) => void): Keeper {
  shelf.hear = tell;
  return ((window.batonJournals ??= {})[shelf.tokenKey] ??= begin(shelf, asks))(shelf);
}

function begin({ storage, store, tokenKey, post }: Shelf, asks: boolean): (shelf: Shelf) => Keeper {
  const hearers = new Set<WeakRef<Shelf>>();
  const key = `${tokenKey}:journal`;
  const consentKey = `${tokenKey}:consent`;
  let seenPath = '';
  let journal = emptyJournal;
  const read = (): Journal => {
    try {
      const { visits, touches, seen }: Journal = JSON.parse(storage[key] ?? '');
      return { visits, touches: [...touches], seen: [...seen] };
    } catch {
      // Not there, or nothing that this script wrote: begun anew.
      return emptyJournal;
    }
  };
  const change = (next: (journal: Journal, at: string) => Journal) => {
    journal = emptyJournal;
    const decided = storage[consentKey] ?? `${!asks && !Reflect.get(navigator, 'globalPrivacyControl')}`;
    if (decided === 'true') {
      journal = next(read(), new Date().toISOString());
      store(key, json(journal));
      const visitor = storage[tokenKey];
      if (visitor) void post('behaviours', { visitor, behaviours: journal.seen.slice(-1) }).catch(() => 0);
    }
    for (const hearer of hearers) {
      const shelf = hearer.deref();
      if (!shelf) hearers.delete(hearer);
      shelf?.hear?.(journal);
    }
  };
  const enter = () => {
    if (seenPath === location.pathname) return;
    seenPath = location.pathname;
    change((journal, at) => seePage(journal, location, document.referrer, at));
  };
  enter();
  // Pages of a website that changes its address without loading anew.
  addEventListener('popstate', enter);
  const navigation: unknown = Reflect.get(window, 'navigation');
  if (navigation instanceof EventTarget) navigation.addEventListener('currententrychange', enter);
  const keeper: Keeper = {
    track: (event) => change((journal, at) => note(journal, { event, at })),
    consent(granted) {
      store(consentKey, `${granted}`);
      if (!granted) delete storage[key];
      seenPath = '';
      enter();
    },
  };
  return (shelf) => {
    hearers.add(new WeakRef(shelf));
    shelf.hear?.(journal);
    return keeper;
  };
}
