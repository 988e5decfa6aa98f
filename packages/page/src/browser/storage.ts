// The website's local storage, which may be blocked, full or hold anything: it can cost a draft or a token, never
// the form. A form for a shared screen keeps nothing (parts/kiosk.ts).
import { payload } from './payload.ts';

/** What `act` gives, or undefined when it cannot. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Texts by key; where storage is blocked, they last as long as the page. */
export const storage: Record<string, string> = (!payload.kiosk && attempt(() => localStorage)) || {};

/** Keeps a text, if there is one and room for it. */
export function store(key: string, text: string | undefined): void {
  if (text) attempt(() => (storage[key] = text));
}
