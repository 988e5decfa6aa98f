// All phrases of all languages in one book, for a title does not say which language it is in. Where two languages
// mean different levels by one phrase, the lower holds; that one means a level and the other something else is a
// mistake in the tables, and throws.
import type { Phrases, SeniorityId, TitleWords } from './levels.ts';
import { seniorities } from './levels.ts';
import { foldText, splitWords } from './read-title.ts';

/** What a phrase says. `ignored` says nothing, and neither do the words in it. */
export type Meaning = SeniorityId | 'aide' | 'topic' | 'beneath' | 'join' | 'ignored';

/** A phrase in two halves with any words between; its first half is the key it is found by. */
export type Gapped = { readonly tail: readonly string[]; readonly meaning: Meaning };

/** Phrases are keyed by their words with a blank between. */
export type PhraseBook = {
  readonly meanings: Map<string, Meaning>;
  /** Phrases that mean something only where nothing else stands in their part of the title. */
  readonly alone: Map<string, Meaning>;
  readonly gapped: Map<string, Gapped>;
  /** By first word: how many words the longest of its phrases has. */
  readonly longest: Map<string, number>;
  /** Every word of every phrase. */
  readonly words: Set<string>;
  readonly endings: Map<string, Meaning>;
  /** The lengths of the endings, longest first. */
  readonly endingLengths: readonly number[];
  readonly prefixes: readonly string[];
};

/** Takes a few milliseconds, so it is done once. */
export function createPhraseBook(languages: readonly TitleWords[]): PhraseBook {
  const endings = new Map(languages.flatMap(endingsOf));
  const lengths = new Set([...endings.keys()].map((ending) => ending.length));
  const book: PhraseBook = {
    meanings: new Map(),
    alone: new Map(),
    gapped: new Map(),
    longest: new Map(),
    words: new Set(),
    endings,
    endingLengths: [...lengths].sort((a, b) => b - a),
    prefixes: languages.flatMap((language) => language.prefixes ?? []),
  };
  for (const language of languages) {
    for (const [meaning, phrases] of meaningsOf(language)) {
      for (const phrase of split(phrases)) add(book, phrase, meaning);
    }
  }
  return book;
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

function endingsOf({ endings = {} }: TitleWords): readonly (readonly [string, Meaning])[] {
  return ([...seniorities, 'aide'] as const).flatMap((meaning) =>
    split(endings[meaning]).map((ending) => [ending, meaning] as const),
  );
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

function add(book: PhraseBook, phrase: string, meaning: Meaning): void {
  const [head = [], tail] = phrase.split('*').map(wordsOf);
  for (const word of head) book.words.add(word);
  for (const word of tail ?? []) book.words.add(word);
  const first = head[0] ?? '';
  book.longest.set(first, Math.max(book.longest.get(first) ?? 0, head.length));
  const key = head.join(' ');
  if (tail !== undefined) book.gapped.set(key, { tail, meaning });
  else put(phrase.startsWith('=') ? book.alone : book.meanings, key, meaning);
}

/** Most phrases are plain words, for which the engine's own split is many times quicker than reading. */
function wordsOf(phrase: string): readonly string[] {
  return /[^a-z0-9 \u05d0-\u05ea\u0621-\u064a]/.test(phrase) ? splitWords(phrase) : phrase.trim().split(' ');
}

function put(meanings: Map<string, Meaning>, phrase: string, meaning: Meaning): void {
  const known = meanings.get(phrase);
  meanings.set(phrase, known === undefined ? meaning : lower(known, meaning, phrase));
}

function lower(known: Meaning, added: Meaning, phrase: string): Meaning {
  if (known === added) return known;
  const [one, other] = [rankOf(known), rankOf(added)];
  if (one < 0 || other < 0) throw new Error(`"${phrase}" means ${known} and ${added}.`);
  return one < other ? known : added;
}

/** The place of a level among the levels, lowest first; -1: no level. */
export function rankOf(meaning: Meaning): number {
  return seniorities.findIndex((level) => level === meaning);
}
