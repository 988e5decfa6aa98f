// Tells a fault from what only follows from another: whatever names an attribute, a person or a team that could not
// be read is not blamed for it, so that one mistake is one issue.
import type { Issue } from '@baton/rules';
import { isRecord } from '@baton/schema';

export type Ids = { readonly has: (id: string) => boolean };

/** The ids of what was there but could not be read; any, where the list itself could not be. */
export type Unreadable = {
  readonly attributes: Ids;
  /** E-mail addresses in lower case. */
  readonly people: Ids;
  readonly teams: Ids;
};

const ofFields = new Set(['unknown_attribute', 'attribute_does_not_fit', 'options_missing', 'bad_default']);

/** Whether an issue of a document only follows from what could not be read. */
export function isConsequence(issue: Issue, document: unknown, unreadable: Unreadable): boolean {
  const around = valuesAlong(issue, document);
  const named = around.at(-1);
  if (typeof named === 'string') {
    const name = named.trim();
    if (issue.code === 'unknown_person' && unreadable.people.has(name.toLowerCase())) return true;
    if (issue.code === 'unknown_team' && unreadable.teams.has(name)) return true;
  }
  return around.filter(isRecord).some(({ attribute, field }) => {
    if (ofFields.has(issue.code) && isIn(unreadable.attributes, attribute)) return true;
    return typeof field === 'string' && readsUnreadable(field, around, unreadable.attributes);
  });
}

/** The values from the document's root to where an issue stands. */
function valuesAlong({ path }: Issue, document: unknown): readonly unknown[] {
  const values = [document];
  for (const key of path) {
    const value: unknown = values.at(-1);
    if (typeof value !== 'object' || value === null) return values;
    values.push(Reflect.get(value, key));
  }
  return values;
}

/** A condition over such an attribute, or over a field of the same form that asks for one. */
function readsUnreadable(path: string, around: readonly unknown[], attributes: Ids): boolean {
  const [namespace, id] = path.split('.');
  if (namespace === 'lead') return isIn(attributes, id);
  if (namespace !== 'answer') return false;
  const form = around.find((value) => isRecord(value) && Array.isArray(value['steps']));
  return fieldsOf(form).some((field) => field['id'] === id && isIn(attributes, field['attribute']));
}

function fieldsOf(form: unknown): readonly Readonly<Record<string, unknown>>[] {
  const steps = isRecord(form) ? form['steps'] : undefined;
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown) => {
    const fields = isRecord(step) ? step['fields'] : undefined;
    return Array.isArray(fields) ? fields.filter(isRecord) : [];
  });
}

function isIn(ids: Ids, id: unknown): boolean {
  return typeof id === 'string' && ids.has(id);
}
