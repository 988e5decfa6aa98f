// Countries by name, in the visitor's language and its order. The names come from the host's own tables: the
// browser's in the embed, the worker's on the hosted page.
import type { Option } from '@baton/rules';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes as they travel: for each first letter the second ones, in a third of the bytes. */
export function foldCodes(codes: readonly string[]): string {
  const seconds = (first: string) => codes.map((code) => (code[0] === first ? code.slice(1) : '')).join('');
  return Array.from(letters, seconds).join(' ');
}

/** The codes that were folded. */
export function unfoldCodes(folded: string): string[] {
  return folded
    .split(' ')
    .flatMap((row, first) => Array.from(row, (second) => letters.charAt(first) + second));
}

/** The options for ISO 3166-1 codes. A language unknown to the host gets English names. */
export function nameCountries(codes: readonly string[], language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  // One for all comparisons: a cheap phone takes longer to find a language's order than to use it.
  const { compare } = new Intl.Collator(language);
  return codes.map((id) => ({ id, label: names.of(id) ?? id })).sort((a, b) => compare(a.label, b.label));
}
