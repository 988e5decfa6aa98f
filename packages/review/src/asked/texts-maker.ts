// Makes columns of texts as they are given, lead by lead. Which terms enough people have written is known when all are
// there; finding that out is done in pieces, since there may be many. A run of words with one in it that too few have
// written is no term of enough people, so it is not counted.
import { readWords } from './read-words.ts';
import { leastPeople, textKinds, type GivenText, type Texts } from './texts.ts';

export type TextsMaker = {
  /** All texts of one lead, after those of leads with smaller rows. */
  readonly add: (lead: number, texts: readonly GivenText[]) => void;
  /** Looks at some of what was added; false when all has been looked at. Nothing is added after the first. */
  readonly step: () => boolean;
  readonly done: () => Texts;
};

/** Texts that one step looks at. */
const stride = 1_000;
/** In place of a word where a sentence ends, or that too few have written. */
const gap = 0;
/** Words of the longest term. */
const longest = 3;

export function createTexts(stopWords: ReadonlySet<string>): TextsMaker {
  const words = createWords();
  const fields = new Map<string, number>([['', 0]]);
  const columns = { lead: list(), kind: list(), row: list(), at: list(), field: list(), asks: list() };
  const said = { from: list(), words: list() };
  const runs = createCounter();
  const termCodes = new Map<number, number>();
  const terms: string[] = [];
  const kept = { from: list(), terms: list() };
  let [counted, taken] = [0, 0];
  let common: CommonWords | null = null;

  function add(lead: number, texts: readonly GivenText[]): void {
    for (const { kind, row, field, at, text } of texts) {
      const fieldCode = fields.get(field ?? '') ?? fields.size;
      fields.set(field ?? '', fieldCode);
      columns.lead.push(lead);
      columns.kind.push(textKinds.indexOf(kind));
      columns.row.push(row);
      columns.at.push(at);
      columns.field.push(fieldCode);
      columns.asks.push(/[?？؟]/u.test(text) ? 1 : 0);
      said.from.push(said.words.length);
      for (const sentence of readWords(text)) {
        for (const word of sentence) said.words.push(words.count(word, lead));
        said.words.push(gap);
      }
    }
  }

  /** Calls back with every run of up to three words of a text that neither begins nor ends with a stop word. */
  function eachRun(
    { codes, isStop, texts }: CommonWords,
    text: number,
    found: (key: number, from: number, to: number) => void,
  ): void {
    const to = said.from[text + 1] ?? codes.length;
    for (let at = said.from[text] ?? 0; at < to; at += 1) {
      let key = codes[at] ?? gap;
      if (key === gap || isStop[key] === 1) continue;
      found(key, at, at + 1);
      for (let next = at + 1; next < Math.min(at + longest, to); next += 1) {
        const word = codes[next] ?? gap;
        if (word === gap) break;
        key = key * texts.length + word;
        if (isStop[word] === 0) found(key, at, next + 1);
      }
    }
  }

  function take(ready: CommonWords, text: number): void {
    kept.from.push(kept.terms.length);
    const own = new Set<number>();
    eachRun(ready, text, (key, from, to) => {
      if (runs.people(key) < leastPeople) return;
      let code = termCodes.get(key);
      if (code === undefined) {
        const term = [...ready.codes.subarray(from, to)].map((word) => ready.texts[word] ?? '').join(' ');
        code = terms.push(term) - 1;
        termCodes.set(key, code);
      }
      own.add(code);
    });
    kept.terms.push(...own);
  }

  function step(): boolean {
    common ??= words.common(said.words, stopWords);
    const [ready, all] = [common, columns.lead.length];
    for (let left = stride; left > 0 && counted < all; left -= 1, counted += 1) {
      const lead = columns.lead[counted] ?? NaN;
      eachRun(ready, counted, (key) => runs.count(key, lead));
    }
    if (counted < all) return true;
    for (let left = stride; left > 0 && taken < all; left -= 1, taken += 1) take(ready, taken);
    return taken < all;
  }

  function done(): Texts {
    while (step());
    return {
      count: columns.lead.length,
      lead: Float64Array.from(columns.lead),
      kind: Uint8Array.from(columns.kind),
      row: Float64Array.from(columns.row),
      at: Float64Array.from(columns.at),
      field: Int32Array.from(columns.field),
      fields: [...fields.keys()],
      asks: Uint8Array.from(columns.asks),
      termsFrom: Int32Array.from([...kept.from, kept.terms.length]),
      terms: Int32Array.from(kept.terms),
      words: terms,
    };
  }

  return { add, step, done };
}

/** The words that enough people have written, by codes of their own. */
type CommonWords = {
  /** What was said, in these codes. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
  readonly isStop: Uint8Array;
};

function createWords() {
  const codes = new Map<string, number>();
  const people = createCounter();
  return {
    /** The word's code, from 1 on. */
    count(word: string, person: number): number {
      const code = codes.get(word) ?? codes.size + 1;
      codes.set(word, code);
      people.count(code, person);
      return code;
    },
    common(said: readonly number[], stopWords: ReadonlySet<string>): CommonWords {
      const texts = [''];
      const moved = new Int32Array(codes.size + 1);
      for (const [word, code] of codes)
        if (people.people(code) >= leastPeople) moved[code] = texts.push(word) - 1;
      const isStop = Uint8Array.from(texts, (word) => (stopWords.has(word) || word.length < 2 ? 1 : 0));
      return { codes: Int32Array.from(said, (code) => moved[code] ?? gap), texts, isStop };
    },
  };
}

/** How many different people have said something; those of one person come together. */
function createCounter() {
  const places = new Map<number, number>();
  const [people, last]: [number[], number[]] = [[], []];
  return {
    count(key: number, person: number): void {
      const place = places.get(key);
      if (place === undefined) {
        places.set(key, people.push(1) - 1);
        last.push(person);
      } else if (last[place] !== person) {
        last[place] = person;
        people[place] = (people[place] ?? 0) + 1;
      }
    },
    people(key: number): number {
      const place = places.get(key);
      return place === undefined ? 0 : (people[place] ?? 0);
    },
  };
}

function list(): number[] {
  return [];
}
