// Conditions that cannot do what they are there for, and what never comes to be shown by them.
import type { Group, Path } from '@baton/rules';
import type { DocumentLogic, Field, Form, Step } from '../types.ts';
import { finding, type Finding } from './finding.ts';
import { placedFields } from './places.ts';
import { alone, partFor, probe, search, type Budget } from './search.ts';

type Placed = { readonly condition: Group; readonly path: Path };

/** Findings on every `shownWhen` and `requiredWhen`, and on what they hide for good. */
export function checkConditions(form: Form, logic: DocumentLogic, budget: Budget): readonly Finding[] {
  const found: Finding[] = [];
  /** What a contradiction hides needs no finding of its own. */
  const blamed = new Set<string>();
  const judge = ({ condition, path }: Placed): boolean => {
    const single = alone(logic, condition);
    const isHeld = search(single, budget, (shown) => shown.has(probe));
    if (isHeld === 'none') found.push(finding('contradiction', path));
    else if (search(single, budget, (shown) => !shown.has(probe)) === 'none') {
      found.push(finding('always_holds', path));
    }
    return isHeld === 'none';
  };
  for (const [index, step] of form.steps.entries()) {
    const at = ['steps', index];
    if (step.shownWhen && judge({ condition: step.shownWhen, path: [...at, 'shownWhen'] })) {
      for (const field of step.fields) blamed.add(field.id);
    }
    for (const { field, path: where } of placedFields(step, at)) {
      // The question behind an option has its condition from there.
      if (field.otherOf !== undefined) continue;
      if (field.shownWhen && judge({ condition: field.shownWhen, path: [...where, 'shownWhen'] })) {
        blamed.add(field.id);
      }
      if (field.requiredWhen) judge({ condition: field.requiredWhen, path: [...where, 'requiredWhen'] });
    }
    found.push(...neverShown(step, at, logic, budget, blamed));
  }
  return found;
}

function neverShown(
  step: Step,
  at: Path,
  logic: DocumentLogic,
  budget: Budget,
  blamed: ReadonlySet<string>,
): readonly Finding[] {
  const hidden = (field: Field): boolean =>
    Boolean(step.shownWhen ?? field.shownWhen) &&
    search(partFor(logic, [field.id]), budget, (shown) => shown.has(field.id)) === 'none';
  const never = placedFields(step, at).filter(({ field }) => hidden(field));
  const told = never.filter(({ field }) => !blamed.has(field.id));
  if (told.length > 1 && never.length === step.fields.length) {
    return [finding('step_never_shown', at, { step: step.title })];
  }
  return told.map(({ field, path }) => {
    const demands = field.required === true || Boolean(field.requiredWhen);
    return finding(demands ? 'required_never_shown' : 'never_shown', path, { field: field.label });
  });
}
