// Which leads and handoffs a question is about. Of a handoff, the person and the tier are its own; all else is its lead's.
import { dimensions, type Dimension, type Facts } from './facts.ts';

/** Any of these words, for each dimension that is named; the empty text is what is not known. */
export type Filter = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** 1 for each place that is meant. */
export type Selection = { readonly leads: Uint8Array; readonly handoffs: Uint8Array };

/** Words that nobody has select nobody. */
export function select(facts: Facts, filter: Filter): Selection {
  const { leads, handoffs } = facts;
  const chosen = new Uint8Array(leads.count).fill(1);
  for (const dimension of dimensions) {
    if (dimension === 'person' || dimension === 'tier') continue;
    keep(chosen, leads.of[dimension], wanted(facts, filter, dimension));
  }
  const handed = new Uint8Array(handoffs.count);
  for (let place = 0; place < handoffs.count; place += 1)
    handed[place] = chosen[handoffs.lead[place] ?? 0] ?? 0;
  for (const dimension of ['person', 'tier'] as const) {
    const codes = wanted(facts, filter, dimension);
    keep(handed, handoffs[dimension], codes);
    keep(chosen, leads.of[dimension], codes);
  }
  return { leads: chosen, handoffs: handed };
}

/** 1 for each code that is wanted; null: all are. */
function wanted({ words }: Facts, filter: Filter, dimension: Dimension): Uint8Array | null {
  const asked = filter[dimension];
  if (asked === undefined || asked.length === 0) return null;
  const set = new Set(asked);
  return Uint8Array.from(words[dimension], (word) => (set.has(word) ? 1 : 0));
}

function keep(chosen: Uint8Array, codes: Int32Array, kept: Uint8Array | null): void {
  if (kept === null) return;
  for (let place = 0; place < chosen.length; place += 1) if (kept[codes[place] ?? 0] === 0) chosen[place] = 0;
}
