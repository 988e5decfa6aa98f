// Languages that a form may speak, by their names. Those first-class to Baton have its own texts as well; any other that
// a document names is kept.

const spoken = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'sv', 'tr', 'zh'];

/** Tags with names, in the order of the names; `now` is among them, whatever it is. */
export function languageNames(now: string): readonly (readonly [tag: string, name: string])[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
  const tags = new Set([...spoken, now]);
  return [...tags]
    .map((tag) => [tag, nameOf(names, tag)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // It is no tag at all; the worker says so.
    return tag;
  }
}
