// Leads whose outcome is known, packed: a code or a number for each feature, 1 or 0 for won or lost, and where they stand
// in time. Some bytes a lead, however long their answers are; of very many, a sample by chance that is always the same, since
// a million leads say no more of whole points than a quarter of them.
import { isMissing, normaliseText, toNumber, type Facts } from '@baton/rules';
import { readerOf, type Feature } from './features.ts';
import { mixed } from './mixed.ts';

export type Column =
  | {
      readonly kind: 'codes';
      /** What code 1 and those after it stand for, as it was first written; 0 is missing. */
      readonly values: readonly string[];
      readonly codes: Uint16Array;
    }
  /** NaN is missing. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array };

export type Evidence = {
  readonly size: number;
  /** The leads that were added, of which `size` are kept. */
  readonly seen: number;
  readonly features: readonly Feature[];
  readonly columns: readonly Column[];
  readonly won: Uint8Array;
  /** Anything that grows with time. */
  readonly places: Float64Array;
};

export type EvidenceMaker = {
  /** Facts are read and forgotten. */
  readonly add: (facts: Facts, won: boolean, place: number) => void;
  readonly done: () => Evidence;
};

const mostCodes = 65_000;
/** Leads that are kept, at most. */
const mostKept = 2 ** 18;

export function createEvidence(features: readonly Feature[]): EvidenceMaker {
  let room = 1024;
  let size = 0;
  let seen = 0;
  /** Of 2^32. */
  let chance = 2 ** 32;
  let ids = new Uint32Array(room);
  let won = new Uint8Array(room);
  let places = new Float64Array(room);
  const makers = features.map((feature) => (isNumber(feature) ? numbers(feature) : codes(feature)));

  return {
    add(facts, isWon, place) {
      seen += 1;
      if (mixed(seen) >= chance) return;
      if (size === mostKept) thinOut();
      if (size === room) {
        room *= 2;
        ids = grown(ids, new Uint32Array(room));
        won = grown(won, new Uint8Array(room));
        places = grown(places, new Float64Array(room));
        for (const maker of makers) maker.grow(room);
      }
      ids[size] = seen;
      won[size] = isWon ? 1 : 0;
      places[size] = place;
      for (const maker of makers) maker.set(size, facts);
      size += 1;
    },
    done: () => ({
      size,
      seen,
      features,
      columns: makers.map((maker) => maker.column(size)),
      won: won.subarray(0, size),
      places: places.subarray(0, size),
    }),
  };

  /** Keeps every second one, by chance, of those there are and of those to come. */
  function thinOut(): void {
    chance /= 2;
    let kept = 0;
    for (let row = 0; row < size; row += 1) {
      if (mixed(ids[row] ?? 0) >= chance) continue;
      ids[kept] = ids[row] ?? 0;
      won[kept] = won[row] ?? 0;
      places[kept] = places[row] ?? 0;
      for (const maker of makers) maker.move(row, kept);
      kept += 1;
    }
    size = kept;
  }

  function numbers(feature: Feature): Maker {
    let values = new Float64Array(room);
    const read = readerOf(feature);
    return {
      grow: (next) => {
        values = grown(values, new Float64Array(next));
      },
      set: (row, facts) => {
        values[row] = toNumber(read(facts));
      },
      move: (from, to) => {
        values[to] = values[from] ?? NaN;
      },
      column: (many) => ({ kind: 'numbers', numbers: values.subarray(0, many) }),
    };
  }

  function codes(feature: Feature): Maker {
    let values = new Uint16Array(room);
    const read = readerOf(feature);
    const known = new Map<string, number>();
    const asWritten = new Map<string, number>();
    const shown: string[] = [];
    const codeOf = (text: string): number => {
      const before = asWritten.get(text);
      if (before !== undefined) return before;
      const code = codeOfKey(text);
      if (asWritten.size < mostCodes) asWritten.set(text, code);
      return code;
    };
    const codeOfKey = (text: string): number => {
      const key = normaliseText(text);
      const code = known.get(key);
      if (code !== undefined) return code;
      // What comes after so many is like nothing that was seen.
      if (shown.length >= mostCodes) return mostCodes + 1;
      shown.push(text.trim());
      known.set(key, shown.length);
      return shown.length;
    };
    return {
      grow: (next) => {
        values = grown(values, new Uint16Array(next));
      },
      set: (row, facts) => {
        const text = textOf(feature, read(facts));
        values[row] = text === null ? 0 : codeOf(text);
      },
      move: (from, to) => {
        values[to] = values[from] ?? 0;
      },
      column: (many) => ({ kind: 'codes', values: shown, codes: values.subarray(0, many) }),
    };
  }
}

function isNumber({ kind }: Feature): boolean {
  return kind === 'number' || kind === 'count';
}

type Maker = {
  readonly grow: (room: number) => void;
  readonly set: (row: number, facts: Facts) => void;
  readonly move: (from: number, to: number) => void;
  readonly column: (size: number) => Column;
};

/** Null: missing. Of `has`, everything else counts as not having it. */
function textOf({ kind, option }: Feature, value: unknown): string | null {
  if (kind === 'has') {
    if (option === null) return isMissing(value) ? null : 'true';
    return Array.isArray(value) && value.includes(option) ? 'true' : null;
  }
  if (isMissing(value)) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : null;
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(before: T, after: T): T {
  after.set(before);
  return after;
}
