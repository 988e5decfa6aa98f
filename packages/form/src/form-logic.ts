// The public part of a form: what a browser must know to show, demand and check. No words, no attributes, no
// outcomes; the worker decides by the same.
import { readyCondition } from '@baton/rules';
import type { Catalogue, Group, ReadyCondition, ValueType, Vocabulary } from '@baton/rules';
import { withConsent } from './consent.ts';
import { valueKinds } from './fields/value-kinds.ts';
import type {
  AnswerShape,
  DocumentLogic,
  Field,
  Form,
  Limits,
  Logic,
  LogicField,
  LogicStep,
} from './types.ts';

/** The logic of a parsed form, as plain JSON. */
export function formLogic(form: Form, catalogue: Catalogue): Logic {
  return readyLogic(documentLogic(form, catalogue));
}

/** The same with its conditions as they stand in the document. */
export function documentLogic(form: Form, catalogue: Catalogue): DocumentLogic {
  const steps = withConsent(form).steps.map(({ id, shownWhen, fields }) => ({
    id,
    ...held('shownWhen', shownWhen),
    fields: fields.map((field) => fieldLogic(field, catalogue)),
  }));
  return { steps };
}

/** Makes the conditions of a logic ready: what each may read stands before it. */
export function readyLogic({ steps }: DocumentLogic): Logic {
  const types = new Map<string, ValueType | undefined>();
  const vocabulary: Vocabulary = (path) =>
    // All of a visit is text but for this.
    path.startsWith('answer.') ? types.get(path) : { kind: path === 'visit.returning' ? 'boolean' : 'text' };
  const ready = (key: 'shownWhen' | 'requiredWhen', condition: Group | undefined) =>
    held(key, condition && readyCondition(condition, vocabulary));
  return {
    steps: steps.map(({ shownWhen: stepShown, fields, ...step }): LogicStep => ({
      ...step,
      ...ready('shownWhen', stepShown),
      fields: fields.map(({ shownWhen, requiredWhen, ...field }): LogicField => {
        const conditions = { ...ready('requiredWhen', requiredWhen), ...ready('shownWhen', shownWhen) };
        types.set(`answer.${field.id}`, answerType(field));
        return { ...field, ...conditions };
      }),
    })),
  };
}

/** One field's part of it, its conditions as they stand in the document. */
export function fieldLogic(field: Field, catalogue: Catalogue): LogicField<Group> {
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

/** How conditions compare the answers to a field; undefined: they cannot. */
export function answerType(field: AnswerShape): ValueType | undefined {
  const kind = valueKinds[field.kind];
  const { options, ordered } = field;
  return kind && { kind, ...(options ? { options } : {}), ...(ordered ? { ordered } : {}) };
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

function held<C extends Group | ReadyCondition>(
  key: 'shownWhen' | 'requiredWhen',
  condition: C | null | undefined,
) {
  return condition ? { [key]: condition } : {};
}

const limitNames = ['min', 'max', 'minLength', 'maxLength', 'whole', 'earliest', 'latest'] as const;

function limitsOf(field: Limits): Limits {
  return Object.fromEntries(
    limitNames.filter((name) => field[name] !== undefined).map((name) => [name, field[name]]),
  );
}
