// What a title says from one word on: the longest phrase that starts there, else the end of a compound. Each look
// reads at most as many words as the longest phrase has, whatever the title.
import type { Meaning, PhraseBook, PhraseNode } from './phrase-book.ts';
import { gap } from './phrase-book.ts';
import { breaks, isBreak } from './read-title.ts';

/** The meaning, and the place in the title behind the phrase. */
export type Found = { readonly meaning: Meaning; readonly end: number };

/** In words; a character of Chinese or Japanese is one. */
const longestGap = 10;
/** A compound is longer than its end by this much: "chef" is no end of "schef". */
const shortestStart = 2;

/** Null: nothing in the tables starts here. */
export function findPhrase(book: PhraseBook, words: readonly string[], start: number): Found | null {
  return walk(book.root, start) ?? findEnding(book, words[start], start);

  function walk(node: PhraseNode, at: number): Found | null {
    let found = meaningAt(node, at);
    const word = words[at];
    if (word === undefined) return found;
    const literal = node.next.get(word);
    if (literal !== undefined) found = longer(found, walk(literal, at + 1));
    const any = node.next.get(gap);
    return any === undefined ? found : longer(found, walkGap(any, at));
  }

  function walkGap(node: PhraseNode, from: number): Found | null {
    for (let at = from; at < from + longestGap && isWithin(book, words[at]); at += 1) {
      const child = node.next.get(words[at + 1] ?? '');
      const found = child === undefined ? null : walk(child, at + 2);
      if (found !== null) return found;
    }
    return null;
  }

  function meaningAt({ meaning, alone }: PhraseNode, end: number): Found | null {
    if (alone !== undefined && isEdge(book, words[start - 1]) && isEdge(book, words[end])) {
      return { meaning: alone, end };
    }
    return meaning === undefined ? null : { meaning, end };
  }
}

function longer(one: Found | null, other: Found | null): Found | null {
  return other !== null && (one === null || other.end > one.end) ? other : one;
}

/** A gap passes over an "and" ("Chief Product & Technology Officer"), but not over "of" ("Chief of Staff"). */
function isWithin(book: PhraseBook, word: string | undefined): boolean {
  if (word === undefined || word === breaks.weak || word === breaks.strong) return false;
  const meaning = book.root.next.get(word)?.meaning;
  return meaning !== 'topic' && meaning !== 'beneath';
}

/** Whether a part of the title ends at this word, or what is said of the person does. */
function isEdge(book: PhraseBook, word: string | undefined): boolean {
  if (word === undefined || isBreak(word)) return true;
  const meaning = book.root.next.get(word)?.meaning;
  return meaning === 'join' || meaning === 'topic' || meaning === 'beneath';
}

function findEnding(book: PhraseBook, word: string | undefined, start: number): Found | null {
  if (word === undefined) return null;
  for (const length of book.endingLengths) {
    const meaning =
      word.length < length + shortestStart ? undefined : book.endings.get(word.slice(word.length - length));
    if (meaning !== undefined) return { meaning, end: start + 1 };
  }
  return null;
}
