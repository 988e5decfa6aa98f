// A form of nothing but texts, for tests to which it does not matter what is asked.
import type { FormDraft } from './form-draft.ts';

/** @param steps by step, its fields; each is labelled with its own id, in capitals */
export function shortForm(steps: Readonly<Record<string, readonly string[]>>): FormDraft {
  return {
    format: 1,
    id: 'demo',
    name: 'Demo',
    steps: Object.entries(steps).map(([id, fields]) => ({
      id,
      fields: fields.map((field) => ({ id: field, kind: 'text', label: field.toUpperCase() })),
    })),
  };
}
