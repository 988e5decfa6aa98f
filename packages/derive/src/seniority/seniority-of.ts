// How senior a job title says somebody is. Refuses to guess: a title without a word of rank ("Software engineer")
// has no seniority, nor does standing beside somebody senior give any ("assistant to the CEO").
import { createClaim } from './claim.ts';
import { findPhrase } from './find-phrase.ts';
import { languages } from './languages.ts';
import type { SeniorityId } from './levels.ts';
import type { PhraseBook } from './phrase-book.ts';
import { createPhraseBook } from './phrase-book.ts';
import { isBreak, readTitle } from './read-title.ts';

let book: PhraseBook | undefined;

/**
 * The level that a job title tells, in any of the languages of the tables, mixed as they come. Only the first 200
 * characters are read. Null: the title tells none.
 */
export function seniorityOf(title: string): SeniorityId | null {
  book ??= createPhraseBook(languages);
  const words = withoutPrefixes(book, readTitle(title));
  const claim = createClaim();
  for (let at = 0; at < words.length;) {
    const word = words[at];
    const found = isBreak(word) ? null : findPhrase(book, words, at);
    if (isBreak(word)) claim.part(word);
    if (found !== null) claim.hear(found.meaning);
    at = found?.end ?? at + 1;
  }
  return claim.level();
}

/** Words that a language writes an article or an "and" on to, as the tables know them. */
function withoutPrefixes(
  { words: known, prefixes }: PhraseBook,
  words: readonly string[],
): readonly string[] {
  if (!words.some(isPrefixing)) return words;
  return words.map((word) => {
    if (!isPrefixing(word) || known.has(word)) return word;
    const prefix = prefixes.find((one) => word.startsWith(one) && known.has(word.slice(one.length)));
    return prefix === undefined ? word : word.slice(prefix.length);
  });
}

/** Hebrew and Arabic letters. */
function isPrefixing(word: string): boolean {
  return word >= '\u05d0' && word < '\u0700';
}
