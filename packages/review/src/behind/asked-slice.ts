// Who wrote some words, or anything, in a period: those of whom a term was counted, each once. Words of fewer people than
// are shown open nobody.
import { kindsOf, sidesOf, type Asking } from '../asked/asked-view.ts';
import { leastPeople, textKinds, type TextKind, type Texts } from '../asked/texts.ts';
import type { Period } from '../period.ts';
import type { Found } from './behind.ts';
import type { Slice } from './slice.ts';

const kindWords: Readonly<Record<TextKind, string>> = {
  answer: 'In an answer',
  note: 'In a note',
  rejection: 'In a rejection',
};

export function askedSlice(
  { group, term }: Extract<Slice, { readonly kind: 'asked' }>,
  asking: Asking,
  texts: Texts,
  period: Period,
): Found {
  const { sides, placeOf } = sidesOf(asking, texts, period);
  const kinds = kindsOf(group);
  const code = texts.words.indexOf(term);
  const holds = (text: number): boolean =>
    term === '' ||
    (code !== -1 &&
      texts.terms.subarray(texts.termsFrom[text] ?? 0, texts.termsFrom[text + 1] ?? 0).includes(code));
  // The latest of each.
  const latest = new Map<number, number>();
  for (let text = 0; text < texts.count; text += 1) {
    const place = placeOf[text] ?? -1;
    if (sides[text] !== 0 || !kinds.has(texts.kind[text] ?? 0) || !holds(text)) continue;
    const known = latest.get(place);
    if (known === undefined || (texts.at[text] ?? 0) > (texts.at[known] ?? 0)) latest.set(place, text);
  }
  const told = term !== '' && latest.size < leastPeople ? [] : [...latest];
  return {
    of: 'leads',
    places: told.map(([place, text]) => ({ place, at: texts.at[text] ?? NaN })),
    speaks: (place) => ({
      speaks: 'neither',
      says: kindWords[textKinds[texts.kind[latest.get(place) ?? 0] ?? 0] ?? 'answer'],
    }),
  };
}
