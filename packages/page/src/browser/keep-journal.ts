// Keeps the journal of this browser, if it may: in the website's own storage, and nowhere else. Of a visitor who has
// sent a form here, what is seen later is told to the worker at once, because the agreement gives it a meaning.
import { newJournal, note, seePage } from './journal.ts';
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
  /** Notes an event of the website's own. */
  readonly track: (event: unknown) => void;
  /**
   * What the visitor decided; to take it back forgets what was kept. Empty: it is somebody else, who has decided
   * nothing yet and begins with this page.
   */
  readonly consent: (granted: boolean | '') => void;
  /** As it is now; not to be changed. */
  readonly journal: () => Journal;
};

declare global {
  interface Window {
    /** By the key of the visitor's token: all forms of a page share one journal, so each page is noted once. */
    batonJournal?: Record<string, Keeper>;
  }
  interface Navigator {
    readonly globalPrivacyControl?: boolean;
  }
}

/**
 * Begins with this page. `asks`: only after consent, which a browser's Global Privacy Control demands as well. Where the
 * journal may not be kept, it is empty.
 */
export function keepJournal(shelf: Shelf, asks: boolean): Keeper {
  return ((window.batonJournal ??= {})[shelf.tokenKey] ??= begin(shelf, asks));
}

function begin({ storage, store, tokenKey, post }: Shelf, asks: boolean): Keeper {
  const key = `${tokenKey}:journal`;
  const consentKey = `${tokenKey}:consent`;
  let journal: Journal;
  let path = '';
  const decided = () => storage[consentKey] ?? `${!asks && !navigator.globalPrivacyControl}`;
  const change = (write: (at: string) => void) => {
    journal = newJournal();
    if (decided() === 'true') {
      const at = new Date().toISOString();
      try {
        journal = JSON.parse(storage[key] ?? '');
        write(at);
      } catch {
        // Not there, or nothing that this script wrote: begun anew.
        journal = newJournal();
        write(at);
      }
      store(key, json(journal));
      const visitor = storage[tokenKey];
      if (visitor)
        void post('behaviours', { visitor, behaviours: journal.seen.slice(-1) }).catch(() => undefined);
    }
  };
  const enter = () => {
    if (path === location.pathname) return;
    path = location.pathname;
    change((at) => seePage(journal, location, document.referrer, at));
  };
  enter();
  // Pages of a website that changes its address without loading anew.
  addEventListener('popstate', enter);
  const { navigation }: { readonly navigation?: Partial<EventTarget> } = window;
  navigation?.addEventListener?.('currententrychange', enter);
  return {
    track: (event) => change((at) => note(journal, 'event', event, at)),
    consent(granted) {
      // What asks for consent tells of it on every page: told again, it changes nothing.
      if (decided() !== `${granted}`) path = '';
      store(consentKey, `${granted}`);
      if (!granted) delete storage[key];
      enter();
    },
    journal: () => journal,
  };
}
