// Countries by name, in the visitor's language and its order. The names come from the host's own tables: the
// browser's in the embed, the worker's on the hosted page.
import type { Option } from '@baton/rules';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes as they travel: one bit for each pair of letters, behind a first one that keeps the noughts after it. */
export function foldCodes(codes: readonly string[]): string {
  const known = new Set(codes);
  const all = Array.from(letters);
  const bits = all.flatMap((first) => all.map((second) => +known.has(first + second)));
  return `0x${BigInt(`0b1${bits.join('')}`).toString(16)}`;
}

/** The codes that were folded, in the order of the alphabet. */
export function unfoldCodes(folded: string): string[] {
  return Array.from(BigInt(folded).toString(2).slice(1)).flatMap((bit, at) =>
    +bit ? String.fromCharCode(65 + at / 26, 65 + (at % 26)) : [],
  );
}

/** The options for ISO 3166-1 codes. A language unknown to the host gets English names. */
export function nameCountries(codes: readonly string[], language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  // One for all comparisons: a cheap phone takes longer to find a language's order than to use it.
  const { compare } = new Intl.Collator(language);
  return codes.map((id) => ({ id, label: names.of(id) ?? id })).sort((a, b) => compare(a.label, b.label));
}
