// Countries by name, in the visitor's language and its order. The names come from the host's own tables: the
// browser's in the embed, the worker's on the hosted page.
import type { Option } from '@baton/rules';

/** The options for ISO 3166-1 codes. A language unknown to the host gets English names. */
export function nameCountries(codes: readonly string[], language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  return codes
    .map((id) => ({ id, label: names.of(id) ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
