// The public part of a form: what a browser must know to show, demand and check. No words, no attributes, no
// outcomes; the worker decides by the same.
import type { Catalogue, Condition } from '@baton/rules';
import type { Field, Form, Limits, Logic, LogicField } from './types.ts';

/** The logic of a parsed form, as plain JSON. */
export function formLogic(form: Form, catalogue: Catalogue): Logic {
  const steps = form.steps.map(({ id, shownWhen, fields }) => ({
    id,
    ...held('shownWhen', shownWhen),
    fields: fields.map((field) => fieldLogic(field, catalogue)),
  }));
  return { steps };
}

/** One field's part of it. */
export function fieldLogic(field: Field, catalogue: Catalogue): LogicField {
  const { id, kind, required, requiredWhen, shownWhen } = field;
  const attribute = field.attribute === undefined ? undefined : catalogue.get(field.attribute);
  const ordered = kind === 'choice' && attribute?.ordered === true;
  const own = field.options?.map((option) => option.id);
  // Positions are those of the attribute, whatever order the form shows its options in.
  const rank = new Map(attribute?.options?.map((option, index) => [option.id, index]));
  const last = rank.size;
  const options = ordered ? own?.sort((a, b) => (rank.get(a) ?? last) - (rank.get(b) ?? last)) : own;
  return {
    id,
    kind,
    ...(required ? { required } : {}),
    ...held('requiredWhen', requiredWhen),
    ...held('shownWhen', shownWhen),
    ...(options ? { options } : {}),
    ...(ordered ? { ordered } : {}),
    ...limitsOf(field),
  };
}

/** The e-mail field that says whose lead a submission is: the first that every visitor is asked and must fill in. */
export function identityField(form: Pick<Form, 'steps'>): Field | undefined {
  return form.steps
    .filter((step) => !step.shownWhen)
    .flatMap((step) => step.fields)
    .find(
      (field) => field.kind === 'email' && field.required && !field.shownWhen && field.ask !== 'progressive',
    );
}

function held(key: 'shownWhen' | 'requiredWhen', condition: Condition | undefined) {
  return condition ? { [key]: condition } : {};
}

const limitNames = ['min', 'max', 'minLength', 'maxLength', 'whole', 'earliest', 'latest'] as const;

function limitsOf(field: Limits): Limits {
  return Object.fromEntries(
    limitNames.filter((name) => field[name] !== undefined).map((name) => [name, field[name]]),
  );
}
