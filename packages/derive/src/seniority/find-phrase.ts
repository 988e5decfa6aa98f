// What a title says from one word on: the longest phrase that starts there, else the end of a compound. Each look
// reads at most as many words as the longest phrase has, whatever the title.
import type { Gapped, Meaning, PhraseBook } from './phrase-book.ts';
import { breaks, isBreak } from './read-title.ts';

/** The meaning, and the place in the title behind the phrase. */
export type Found = { readonly meaning: Meaning; readonly end: number };

/** In words; a character of Chinese or Japanese is one. */
const longestGap = 10;
/** A compound is longer than its end by this much: "chef" is no end of "schef". */
const shortestStart = 2;

/** Null: nothing in the tables starts here. */
export function findPhrase(book: PhraseBook, words: readonly string[], start: number): Found | null {
  const first = words[start];
  if (first === undefined) return null;
  const last = Math.min(start + (book.longest.get(first) ?? 0), words.length);
  let found: Found | null = null;
  let key = '';
  for (let end = start + 1; end <= last; end += 1) {
    key = end === start + 1 ? first : `${key} ${words[end - 1]}`;
    const gapped = book.gapped.get(key);
    const behind = gapped === undefined ? -1 : endOfGapped(book, words, end, gapped);
    if (gapped !== undefined && behind > end) return { meaning: gapped.meaning, end: behind };
    const meaning = meaningOf(book, key, words[start - 1], words[end]);
    if (meaning !== undefined) found = { meaning, end };
  }
  return found ?? findEnding(book, first, start);
}

function meaningOf(
  book: PhraseBook,
  key: string,
  before: string | undefined,
  behind: string | undefined,
): Meaning | undefined {
  const alone = book.alone.get(key);
  return alone !== undefined && isEdge(book, before) && isEdge(book, behind) ? alone : book.meanings.get(key);
}

/** The place behind the second half, -1 where it does not follow. */
function endOfGapped(book: PhraseBook, words: readonly string[], from: number, { tail }: Gapped): number {
  for (let at = from; at < from + longestGap && isWithin(book, words[at]); at += 1) {
    if (tail.every((word, index) => words[at + 1 + index] === word)) return at + 1 + tail.length;
  }
  return -1;
}

/** A gap passes over an "and" ("Chief Product & Technology Officer"), but not over "of" ("Chief of Staff"). */
function isWithin(book: PhraseBook, word: string | undefined): boolean {
  if (word === undefined || word === breaks.weak || word === breaks.strong) return false;
  const meaning = book.meanings.get(word);
  return meaning !== 'topic' && meaning !== 'beneath';
}

/** Whether a part of the title ends at this word, or what is said of the person does. */
function isEdge(book: PhraseBook, word: string | undefined): boolean {
  if (word === undefined || isBreak(word)) return true;
  const meaning = book.meanings.get(word);
  return meaning === 'join' || meaning === 'topic' || meaning === 'beneath';
}

function findEnding(book: PhraseBook, word: string, start: number): Found | null {
  for (const length of book.endingLengths) {
    if (word.length < length + shortestStart) continue;
    const meaning = book.endings.get(word.slice(word.length - length));
    if (meaning !== undefined) return { meaning, end: start + 1 };
  }
  return null;
}
