// Which fields and steps a visitor sees. One pass in the order of the form: everything is decided anew from the
// answers, and a hidden field's answer is missing for all that follow. Never throws, whatever the answers hold.
import { isMissing, matchGroup, normaliseText } from '@baton/rules';
import type { Found, ReadyGroup } from '@baton/rules';
import { fieldBehaviours } from './fields/index.ts';
import type { Answer, AnswerShape, Logic, LogicField, VisitFacts } from './types.ts';

type Facts = {
  /** What conditions see of each answer, brought up to date before a later condition reads it. */
  readonly answer: Record<string, Found>;
  readonly visit: Readonly<Record<string, string | boolean | undefined>>;
};

type Decide = (facts: Facts) => boolean;

/** One field of a form's logic, its conditions built. */
type CompiledField = {
  readonly field: LogicField;
  readonly shown: Decide;
  readonly required: Decide;
  /** The last answer as it came, as it was read, and as it compares: the same again costs nothing. */
  readonly last: { raw: unknown; read: Answer | undefined; key: Found };
};

type CompiledStep = {
  readonly id: string;
  readonly shown: Decide;
  readonly fields: readonly CompiledField[];
};

/** A form's logic made ready to decide often. What it remembers saves work and never changes what it decides. */
export type CompiledLogic = {
  readonly steps: readonly CompiledStep[];
  readonly keys: Record<string, Found>;
};

/** Answers as they came: by field id, in any shape. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** What was decided for this visitor before they answered. */
export type Asking = {
  /** Fields that are not asked: they bind nothing. */
  readonly skipped?: ReadonlySet<string> | undefined;
  /** Fields whose `shownWhen` the worker decided to hold, from answers that this browser may not see. */
  readonly asked?: ReadonlySet<string> | undefined;
};

/** What is decided of one field. */
export type Decided = {
  readonly field: LogicField;
  readonly isShown: boolean;
  /** It is shown, and an answer must be given. */
  readonly isDemanded: boolean;
  /** The canonical answer, of a field that is shown, if what was sent means one. */
  readonly answer: Answer | undefined;
  readonly step: string;
};

/** Builds the conditions of a form's logic. */
export function compileLogic(logic: Logic): CompiledLogic {
  const steps = logic.steps.map(({ id, shownWhen, fields }) => ({
    id,
    shown: decider(shownWhen, true),
    fields: fields.map((field) => ({
      field,
      shown: decider(field.shownWhen, true),
      required: decider(field.required ? undefined : field.requiredWhen, !!field.required),
      last: { raw: undefined, read: undefined, key: undefined },
    })),
  }));
  // Without a prototype it is a dictionary from the start: faster to read by many names, and nothing is inherited.
  return { steps, keys: Object.create(null) };
}

function decider(condition: ReadyGroup | undefined, otherwise: boolean): Decide {
  return condition ? matchGroup(condition, found) : () => otherwise;
}

/** What a path holds: an answer's key, or what was sent of the visit, which is text but for `returning`. */
function found(path: string): (facts: Facts) => Found {
  const [space, id = ''] = path.split('.');
  if (space === 'answer') return ({ answer }) => answer[id];
  return ({ visit }) => keyOf(visit[id]);
}

/** How a canonical value compares: text as text does, an option's id and all else as it is. */
function keyOf<V extends Found>(value: V, options?: readonly string[]): V | string | undefined {
  return typeof value === 'string' && !options ? normaliseText(value) || undefined : value;
}

/** What was sent for a field; undefined: nothing. Own properties only. */
export function sentFor({ id }: AnswerShape, answers: RawAnswers): unknown {
  return Object.hasOwn(answers, id) && !isMissing(answers[id]) ? answers[id] : undefined;
}

/** The canonical answer to a field, if what was sent for it means one. */
export function readAnswer(field: AnswerShape, answers: RawAnswers): Answer | undefined {
  const raw = sentFor(field, answers);
  return raw === undefined ? undefined : fieldBehaviours[field.kind].normalise(raw, field);
}

/**
 * Reads an answer, or remembers it. A list may have changed in place, so it is read each time. That what is there is
 * an own property is asked when it is read, not again while it stays the same.
 */
function recall({ field, last }: CompiledField, answers: RawAnswers): void {
  const raw = answers[field.id];
  if (raw === last.raw && typeof raw !== 'object') return;
  last.raw = raw;
  last.read = readAnswer(field, answers);
  last.key = keyOf(last.read, field.options);
}

/** Decides the fields in order and tells of each. */
export function eachField(
  { steps, keys }: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked: ReadonlySet<string> | undefined,
  tell: (decided: Decided) => void,
): void {
  const facts: Facts = { answer: keys, visit };
  for (const step of steps) {
    const inStep = step.shown(facts);
    for (const compiled of step.fields) {
      const { field, last } = compiled;
      const isShown = (inStep && compiled.shown(facts)) || !!asked?.has(field.id);
      if (isShown) recall(compiled, answers);
      keys[field.id] = isShown ? last.key : undefined;
      tell({
        field,
        isShown,
        isDemanded: isShown && compiled.required(facts),
        answer: isShown ? last.read : undefined,
        step: step.id,
      });
    }
  }
}

/** Whether each field is shown, by its position in the form. `into` is filled and returned. */
export function visibility(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
  into: boolean[] = [],
): boolean[] {
  let position = 0;
  eachField(logic, answers, visit, asked, ({ isShown }) => {
    into[position++] = isShown;
  });
  return into;
}

/** Ids of the fields that are shown. */
export function visibleFields(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  eachField(logic, answers, visit, asked, ({ field, isShown }) => {
    if (isShown) ids.add(field.id);
  });
  return ids;
}

/** Ids of the steps that have something for this visitor to see, in order. */
export function visibleSteps(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  { skipped, asked }: Asking = {},
): readonly string[] {
  const ids = new Set<string>();
  eachField(logic, answers, visit, asked, ({ field, isShown, step }) => {
    if (isShown && field.kind !== 'hidden' && !skipped?.has(field.id)) ids.add(step);
  });
  return [...ids];
}
