// A form made after another: the same in all but its id and its name.
import type { FormDraft } from './form-draft.ts';
import { freeId } from './ids.ts';

const mostLetters = 200;

export function copyOfForm(draft: FormDraft, taken: ReadonlySet<string>): FormDraft {
  const ending = ' (copy)';
  return {
    ...draft,
    id: freeId(draft.id, taken, 'form'),
    name: draft.name.slice(0, mostLetters - ending.length) + ending,
  };
}
