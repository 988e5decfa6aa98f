// All phrases of all languages in one tree of words, for a title does not say which language it is in. Where two
// languages mean different levels by one phrase, the lower holds; that one means a level and the other something
// else is a mistake in the tables, and throws.
import type { Phrases, SeniorityId, TitleWords } from './levels.ts';
import { seniorities } from './levels.ts';
import { foldText, splitWords } from './read-title.ts';

/** What a phrase says. `ignored` says nothing, and neither do the words in it. */
export type Meaning = SeniorityId | 'aide' | 'topic' | 'beneath' | 'join' | 'ignored';

export type PhraseNode = {
  readonly next: Map<string, PhraseNode>;
  meaning?: Meaning;
  /** The meaning where nothing else stands in this part of the title. */
  alone?: Meaning;
};

export type PhraseBook = {
  readonly root: PhraseNode;
  /** Every word of every phrase. */
  readonly words: ReadonlySet<string>;
  readonly endings: ReadonlyMap<string, Meaning>;
  /** The lengths of the endings, longest first. */
  readonly endingLengths: readonly number[];
  readonly prefixes: readonly string[];
};

/** In place of a word: one to ten words that may be any. No title's word, for readTitle drops it. */
export const gap = '*';

/** Built once from the tables; takes about a millisecond. */
export function createPhraseBook(languages: readonly TitleWords[]): PhraseBook {
  const root: PhraseNode = { next: new Map() };
  const words = new Set<string>();
  const endings = new Map<string, Meaning>();
  for (const language of languages) {
    for (const [meaning, phrases] of meaningsOf(language)) {
      for (const phrase of split(phrases)) add(root, words, phrase, meaning);
    }
    for (const [meaning, phrases] of Object.entries(language.endings ?? {})) {
      for (const ending of split(phrases)) endings.set(ending, meaningFrom(meaning));
    }
  }
  const lengths = new Set([...endings.keys()].map((ending) => ending.length));
  return {
    root,
    words,
    endings,
    endingLengths: [...lengths].sort((a, b) => b - a),
    prefixes: languages.flatMap((language) => language.prefixes ?? []),
  };
}

function meaningsOf(language: TitleWords): readonly (readonly [Meaning, Phrases | undefined])[] {
  return [
    ...seniorities.map((level) => [level, language.levels[level]] as const),
    ['aide', language.aides],
    ['topic', language.topics],
    ['beneath', language.beneath],
    ['join', language.joins],
    ['ignored', language.ignored],
  ];
}

function meaningFrom(id: string): Meaning {
  return seniorities.find((level) => level === id) ?? 'aide';
}

function split(phrases: Phrases | undefined): readonly string[] {
  if (phrases === undefined) return [];
  const listed = /[äöü]/.test(phrases) ? `${phrases}, ${spelledOut(phrases)}` : phrases;
  return foldText(listed)
    .split(',')
    .map((phrase) => phrase.trim());
}

/** As written where the keyboard has no such letter. */
function spelledOut(phrases: Phrases): Phrases {
  return phrases.replace(/[äöü]/g, (letter) => (letter === 'ä' ? 'ae' : letter === 'ö' ? 'oe' : 'ue'));
}

function add(root: PhraseNode, words: Set<string>, phrase: string, meaning: Meaning): void {
  const path = phrase.split(gap).flatMap((part, index) => [...(index > 0 ? [gap] : []), ...splitWords(part)]);
  let node = root;
  for (const word of path) {
    words.add(word);
    let child = node.next.get(word);
    if (child === undefined) node.next.set(word, (child = { next: new Map() }));
    node = child;
  }
  if (phrase.startsWith('=')) node.alone = lower(node.alone, meaning, phrase);
  else node.meaning = lower(node.meaning, meaning, phrase);
}

function lower(known: Meaning | undefined, added: Meaning, phrase: string): Meaning {
  if (known === undefined || known === added) return added;
  const [one, other] = [rankOf(known), rankOf(added)];
  if (one < 0 || other < 0) throw new Error(`"${phrase}" means ${known} and ${added}.`);
  return one < other ? known : added;
}

/** The place of a level among the levels, lowest first; -1: no level. */
export function rankOf(meaning: Meaning): number {
  return seniorities.findIndex((level) => level === meaning);
}
