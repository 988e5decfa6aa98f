// What the worker last said of the condition in one place.
import type { Issue } from '@baton/worker/api-types';
import type { ConditionPlace } from '../../draft/condition-places.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { placeOf } from '../../draft/places.ts';

type Path = readonly (string | number)[];

/**
 * Of all that it said, what stands at this condition or within it.
 * @param judged the document that it spoke of: paths lead through that one
 */
export function issuesAt(
  judged: FormDraft | null,
  place: ConditionPlace,
  issues: readonly Issue[],
): readonly Issue[] {
  const at = judged === null ? null : pathOf(judged, place);
  return at === null ? [] : issues.filter(({ path }) => at.every((part, index) => path[index] === part));
}

function pathOf(draft: FormDraft, { kind, id }: ConditionPlace): Path | null {
  if (kind === 'outcome') {
    const index = draft.outcomes?.findIndex((outcome) => outcome.id === id) ?? -1;
    return index < 0 ? null : ['outcomes', index, 'when'];
  }
  if (kind === 'step_shown') {
    const index = draft.steps.findIndex((step) => step.id === id);
    return index < 0 ? null : ['steps', index, 'shownWhen'];
  }
  const found = placeOf(draft, id);
  if (found === null) return null;
  const key = kind === 'field_shown' ? 'shownWhen' : 'requiredWhen';
  return ['steps', found.stepIndex, 'fields', found.index, key];
}
