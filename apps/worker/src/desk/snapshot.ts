// The part of the catalogue that a document speaks of, kept with it: what was signed or published keeps its meaning
// when attributes change later.
import type { Attribute } from '@baton/rules';
import { isRecord } from './sql.ts';

/** The attributes that a form or an agreement names, as a field's or in a condition. */
export function attributesNamedIn(document: unknown, attributes: readonly Attribute[]): Attribute[] {
  const named = new Set<string>();
  collect(document, named);
  return attributes.filter((attribute) => named.has(attribute.id));
}

function collect(value: unknown, named: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, named);
  if (!isRecord(value)) return;
  const { attribute, field } = value;
  if (typeof attribute === 'string') named.add(attribute);
  if (typeof field === 'string' && field.startsWith('lead.')) named.add(field.slice('lead.'.length));
  for (const item of Object.values(value)) collect(item, named);
}

/**
 * The catalogue that an agreement is judged by: attributes as they were when it was proposed, with the options that
 * have been added since. Whatever else has changed of one waits for an agreement that was signed over it.
 */
export function catalogueSince(
  then: readonly Attribute[],
  now: ReadonlyMap<string, Attribute>,
): ReadonlyMap<string, Attribute> {
  return new Map(
    then.map((attribute) => {
      const later = now.get(attribute.id);
      return [attribute.id, later !== undefined && isExtended(attribute, later) ? later : attribute];
    }),
  );
}

/** Whether all that could be said of an attribute before means the same of what it is now. */
export function isExtended(before: Attribute, after: Attribute): boolean {
  const ordered = before.ordered ?? false;
  if (before.type !== after.type || ordered !== (after.ordered ?? false)) return false;
  const ids = (after.options ?? []).map((option) => option.id);
  const places = (before.options ?? []).map((option) => ids.indexOf(option.id));
  return places.every((place, index) => place >= 0 && (!ordered || place > (places[index - 1] ?? -1)));
}
