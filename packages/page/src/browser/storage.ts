// The website's local storage, which may be blocked, full or hold anything: it can cost a draft or a token, never
// the form.

/** What `act` gives, or undefined when it cannot. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Keeps a text under a key; without one, forgets what is there. */
export function store(key: string, text?: string): undefined {
  attempt(() => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key)));
}

export function stored(key: string): string | null {
  return attempt(() => localStorage.getItem(key)) ?? null;
}
