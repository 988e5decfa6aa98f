// What all fields of a lead decide. Its attributes are gone through in the order in which it holds them: that costs a
// fraction of asking for one after the other. Reads what is the lead's own, not what every object carries.
import type { Facts, Vocabulary } from '@baton/rules';
import { createFieldIndex, type FieldIndex, type Row, rowOf } from './field-index.ts';
import type { PlacedPart } from './place-rules.ts';

/** Finds what each field decides, whether the lead holds it or not; in no order that tells anything. */
export type FieldWalk = (facts: Facts) => readonly Row[];

/** A field, and the one that was held after it the last time: leads mostly hold theirs in the same order. */
type Stop = {
  readonly id: string;
  readonly place: number;
  readonly field: FieldIndex;
  next: Stop | undefined;
};

/** @param words of bits that all gates take. */
export function createFieldWalk(
  partsByField: ReadonlyMap<string, readonly PlacedPart[]>,
  vocabulary: Vocabulary,
  words: number,
): FieldWalk {
  const all = [...partsByField].map(([path, parts], place): Stop & { readonly namespace: string } => {
    const dot = path.indexOf('.');
    const field = createFieldIndex(path, parts, vocabulary, words);
    return { namespace: path.slice(0, dot), id: path.slice(dot + 1), place, field, next: undefined };
  });
  const of = (namespace: string): readonly Stop[] => all.filter((stop) => stop.namespace === namespace);
  const lead = new Map(of('lead').map((stop) => [stop.id, stop]));
  const behaviour = of('behaviour');
  const visit = of('visit');
  const unanswered = all.map(({ field }) => rowOf(field, undefined));
  let first: Stop | undefined;

  return (facts) => {
    const rows = unanswered.slice();
    const attributes = facts.lead;
    let last: Stop | undefined;
    for (const id in attributes) {
      let stop = last === undefined ? first : last.next;
      if (stop?.id !== id) {
        stop = lead.get(id);
        if (stop === undefined) continue;
        if (last === undefined) first = stop;
        else last.next = stop;
      }
      rows[stop.place] = rowOf(stop.field, attributes[id]);
      last = stop;
    }
    for (const { id, place, field } of behaviour) rows[place] = rowOf(field, facts.behaviour?.[id]);
    for (const { id, place, field } of visit) rows[place] = rowOf(field, facts.visit?.[id]);
    return rows;
  };
}
