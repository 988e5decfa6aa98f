// Which of several parts stand in a text, found in one pass over it, however many there are: an automaton after Aho and
// Corasick (https://doi.org/10.1145/360825.360855). For plain ASCII; what else there is in a text it leaves to others.

export type TextPart = {
  /** As texts compare: trimmed, in lower case. */
  readonly part: string;
  readonly where: 'anywhere' | 'beginning' | 'end';
};

/** One bit for each part that stands in the text; `notPlain` where it cannot say. */
export type PartFinder = (text: string) => number;

export const notPlain = -1;

/** So many bits has a number, but for its sign. */
const mostParts = 31;
const mostWritten = 1000;
const space = 32;
const tilde = 126;
/** Read before a text and after it. */
const beginning = '\u0002';
const end = '\u0003';

/** @returns null for more parts than it can tell, or parts too long to keep a table of. */
export function createPartFinder(parts: readonly TextPart[]): PartFinder | null {
  const words = parts.map(wordOf);
  const written = words.join('');
  if (parts.length > mostParts || written.length > mostWritten) return null;
  const letters = [...new Set([beginning, end, ...written.split('')])];
  // A row holds what was found by then, and the row that follows each letter; the first letter is any other one.
  const width = letters.length + 2;
  const table = Int32Array.from(rowsOf(words, letters).flat());
  const places = new Uint8Array(tilde + 1);
  for (let code = 0; code <= tilde; code += 1) {
    places[code] = letters.indexOf(String.fromCharCode(code).toLowerCase()) + 2;
  }
  const ending = places[end.charCodeAt(0)] ?? 1;
  const begun = (table[places[beginning.charCodeAt(0)] ?? 1] ?? 0) * width;

  return (text) => {
    let first = 0;
    let last = text.length;
    while (first < last && text.charCodeAt(first) === space) first += 1;
    while (last > first && text.charCodeAt(last - 1) === space) last -= 1;
    if (first === last) return notPlain;
    let row = begun;
    let held = table[row] ?? 0;
    for (let at = first; at < last; at += 1) {
      const code = text.charCodeAt(at);
      if (code < space || code > tilde) return notPlain;
      row = (table[row + (places[code] ?? 1)] ?? 0) * width;
      held |= table[row] ?? 0;
    }
    row = (table[row + ending] ?? 0) * width;
    return held | (table[row] ?? 0);
  };
}

function wordOf({ part, where }: TextPart): string {
  const isPlain = /^[ -~]*$/.test(part);
  // What is not plain stands in no plain text, and nothing follows an end.
  if (!isPlain) return `${end}${beginning}`;
  return where === 'beginning' ? `${beginning}${part}` : where === 'end' ? `${part}${end}` : part;
}

/** A row for every beginning of a word; where no word goes on, that of the longest one which ends there. */
function rowsOf(words: readonly string[], letters: readonly string[]): number[][] {
  const first = Array.from({ length: letters.length + 2 }, () => 0);
  const rows = [first];
  words.forEach((word, bit) => {
    let row = first;
    for (const letter of word.split('')) {
      const place = letters.indexOf(letter) + 2;
      if (row[place] === 0) row[place] = rows.push(first.map(() => 0)) - 1;
      row = rows[row[place] ?? 0] ?? first;
    }
    row[0] = (row[0] ?? 0) | (1 << bit);
  });
  // Shorter ones first: what a row falls back on is done by then.
  const queue = first.slice(2).flatMap((place) => (place === 0 ? [] : { row: rows[place], back: first }));
  for (const { row, back } of queue) {
    if (row === undefined) continue;
    row[0] = (row[0] ?? 0) | (back[0] ?? 0);
    for (let place = 2; place < row.length; place += 1) {
      const next = row[place] ?? 0;
      const other = back[place] ?? 0;
      if (next === 0) row[place] = other;
      else queue.push({ row: rows[next], back: rows[other] ?? first });
    }
  }
  return rows;
}
