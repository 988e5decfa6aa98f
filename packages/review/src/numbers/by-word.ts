// A number taken apart by a word.
import type { Words } from '../facts.ts';
import type { Part } from './shared-number.ts';

/** How often each word stands among the codes, the commonest first. */
export function byWord(id: Part['id'], words: Words, codes: readonly number[]): readonly Part[] {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ id, word: words[code] ?? '', value: count, of: count }))
    .toSorted((one, other) => other.value - one.value || (one.word < other.word ? -1 : 1));
}
