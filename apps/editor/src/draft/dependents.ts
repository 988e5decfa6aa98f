// What reads a field: before it is taken away, one is told what hangs on it.
import { otherId } from '@baton/form';
import { conditionFields, type Condition } from '@baton/rules';
import type { FormDraft } from './form-draft.ts';

/** One thing that reads a field, as a sentence can name it. */
export type Dependent =
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly label: string;
      readonly how: 'shown' | 'required';
    }
  | { readonly kind: 'step'; readonly id: string; readonly title: string }
  | { readonly kind: 'outcome'; readonly id: string; readonly how: 'when' | 'address' };

/** What outside of `ids` reads one of them. */
export function dependentsOf(draft: FormDraft, ids: ReadonlySet<string>): readonly Dependent[] {
  // The question behind a choice's last option goes with the choice.
  const gone = new Set([...ids].flatMap((id) => [`answer.${id}`, `answer.${otherId(id)}`]));
  const reads = (condition: unknown): boolean => {
    const group = asCondition(condition);
    return group !== null && conditionFields(group).some((path) => gone.has(path));
  };
  const found: Dependent[] = [];
  for (const step of draft.steps) {
    if (reads(step.shownWhen)) found.push({ kind: 'step', id: step.id, title: step.title ?? '' });
    for (const { id, label, shownWhen, requiredWhen } of step.fields) {
      if (ids.has(id)) continue;
      if (reads(shownWhen)) found.push({ kind: 'field', id, label, how: 'shown' });
      if (reads(requiredWhen)) found.push({ kind: 'field', id, label, how: 'required' });
    }
  }
  for (const { id, when, show } of draft.outcomes ?? []) {
    if (reads(when)) found.push({ kind: 'outcome', id, how: 'when' });
    const carried = 'fields' in show ? Object.values(show.fields ?? {}) : [];
    if (carried.some((field) => ids.has(field))) found.push({ kind: 'outcome', id, how: 'address' });
  }
  return found;
}

function asCondition(value: unknown): Condition {
  return typeof value === 'object' && value !== null && 'rules' in value && isRuleGroup(value) ? value : null;
}

function isRuleGroup(value: object): value is Exclude<Condition, null> {
  return 'combinator' in value && 'rules' in value && Array.isArray(value.rules);
}
