// Countries by name, in the visitor's language and its order. The names come from the host's own tables: the
// browser's in the embed, the worker's on the hosted page.
import type { Option } from '@baton/rules';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes as they travel: for each first letter the second ones, in a third of the bytes. */
export function foldCodes(codes: readonly string[]): string {
  return letters
    .map((first) =>
      codes
        .filter((code) => code[0] === first)
        .map((code) => code[1])
        .join(''),
    )
    .join(' ');
}

/** The codes that were folded. */
export function unfoldCodes(folded: string): string[] {
  return folded.split(' ').flatMap((row, first) => [...row].map((second) => letters[first] + second));
}

/** The options for ISO 3166-1 codes. A language unknown to the host gets English names. */
export function nameCountries(codes: readonly string[], language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  return codes
    .map((id) => ({ id, label: names.of(id) ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
