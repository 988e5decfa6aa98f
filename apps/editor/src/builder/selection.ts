// What of the form is looked at: the form itself, one step, or fields.
import type { FormDraft } from '../draft/form-draft.ts';
import { fieldsOf } from '../draft/places.ts';

export type Selection =
  | { readonly kind: 'form' }
  | { readonly kind: 'step'; readonly id: string }
  /** In the order in which they were chosen; never none. */
  | { readonly kind: 'fields'; readonly ids: readonly string[] };

export const nothing: Selection = { kind: 'form' };

export function selectedFields(selection: Selection): readonly string[] {
  return selection.kind === 'fields' ? selection.ids : [];
}

/** What is left of a selection where parts are gone. */
export function stillThere(selection: Selection, draft: FormDraft): Selection {
  if (selection.kind === 'form') return selection;
  if (selection.kind === 'step') {
    return draft.steps.some(({ id }) => id === selection.id) ? selection : nothing;
  }
  const there = new Set(fieldsOf(draft).map(({ id }) => id));
  const ids = selection.ids.filter((id) => there.has(id));
  if (ids.length === selection.ids.length) return selection;
  return ids.length === 0 ? nothing : { kind: 'fields', ids };
}

/** With one more field, or without it where it is chosen already. */
export function toggled(selection: Selection, id: string): Selection {
  const ids = selectedFields(selection);
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  return next.length === 0 ? nothing : { kind: 'fields', ids: next };
}

/** From the field chosen last to this one. */
export function extended(selection: Selection, id: string, draft: FormDraft): Selection {
  const anchor = selectedFields(selection).at(-1);
  const order = fieldsOf(draft).map((field) => field.id);
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
  if (from < 0 || to < 0) return { kind: 'fields', ids: [id] };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { kind: 'fields', ids: from <= to ? range.toReversed() : range };
}
