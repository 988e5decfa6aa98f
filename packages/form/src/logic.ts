// Which fields and steps a visitor sees. One pass in the order of the form: everything is decided anew from the
// answers, and a hidden field's answer is missing for all that follow. Never throws, whatever the answers hold.
import { compileCondition, isMissing } from '@baton/rules';
import type { Condition, Facts, ValueType } from '@baton/rules';
import { fieldBehaviours } from './fields/index.ts';
import type { Answer, Logic, LogicField, VisitFacts } from './types.ts';

type Decide = (facts: Facts) => boolean;

/** One field of a form's logic, its conditions built. */
export type CompiledField = {
  readonly field: LogicField;
  readonly shown: Decide;
  /** Whether `requiredWhen` holds, as it also does where there is none. */
  readonly required: Decide;
  /** How conditions compare its answer. */
  readonly type: ValueType | undefined;
  /** Some condition reads its answer. */
  readonly isRead: boolean;
  /** The last answer as it came, as it was read, and as conditions saw it: the same again costs nothing. */
  readonly last: { raw: unknown; read: Answer | undefined; seen: Answer | undefined };
};

export type CompiledStep = {
  readonly id: string;
  readonly shown: Decide;
  readonly fields: readonly CompiledField[];
};

/** A form's logic made ready to decide often. What it remembers saves work and never changes what it decides. */
export type CompiledLogic = {
  readonly steps: readonly CompiledStep[];
  /** The answers that conditions see, each brought up to date before a later condition reads it. */
  readonly seen: Record<string, Answer | undefined>;
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

/** How conditions compare the answers to a field; undefined: they cannot. */
export function answerType(field: LogicField): ValueType | undefined {
  const { valueKind: kind } = fieldBehaviours[field.kind];
  return kind && { ...field, kind };
}

/** Builds the conditions of a form's logic. */
export function compileLogic(logic: Logic): CompiledLogic {
  const known = new Map<string, { type: ValueType | undefined; isRead: boolean }>();
  // Building a condition asks for the type of whatever it reads: that tells which answers are worth reading.
  const vocabulary = (path: string): ValueType | undefined => {
    const field = known.get(path);
    if (field) field.isRead = true;
    // All of a visit is text but for this.
    return path.startsWith('answer.')
      ? field?.type
      : { kind: path === 'visit.returning' ? 'boolean' : 'text' };
  };
  const compile = (condition: Condition | undefined) => compileCondition(condition ?? null, vocabulary);
  const steps = logic.steps.map(({ id, shownWhen, fields }) => ({
    id,
    shown: compile(shownWhen),
    fields: fields.map((field) => {
      const compiled = {
        field,
        shown: compile(field.shownWhen),
        required: compile(field.requiredWhen),
        type: answerType(field),
        isRead: false,
        last: { raw: undefined, read: undefined, seen: undefined },
      };
      known.set(`answer.${field.id}`, compiled);
      return compiled;
    }),
  }));
  // Without a prototype it is a dictionary from the start: faster to read by many names, and nothing is inherited.
  return { steps, seen: Object.create(null) };
}

/** What was sent for a field; undefined: nothing. Own properties only. */
export function sentFor({ id }: LogicField, answers: RawAnswers): unknown {
  return Object.hasOwn(answers, id) && !isMissing(answers[id]) ? answers[id] : undefined;
}

/** The canonical answer to a field, if what was sent for it means one. */
export function readAnswer(field: LogicField, answers: RawAnswers): Answer | undefined {
  const raw = sentFor(field, answers);
  return raw === undefined ? undefined : fieldBehaviours[field.kind].normalise(raw, field);
}

/**
 * What conditions see of an answer. A list may have changed in place, so it is read each time. That what is there
 * is an own property is asked when it is read, not again while it stays the same.
 */
function recall({ field, last }: CompiledField, answers: RawAnswers): Answer | undefined {
  const raw = answers[field.id];
  if (raw !== last.raw || typeof raw === 'object') {
    last.raw = raw;
    last.read = readAnswer(field, answers);
  }
  return last.read;
}

/** Goes through the fields in order and tells of each whether it is shown, and on what that was decided. */
export function eachField(
  { steps, seen }: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked: ReadonlySet<string> | undefined,
  tell: (field: CompiledField, isShown: boolean, step: CompiledStep, facts: Facts) => void,
): void {
  const facts: Facts = { answer: seen, visit };
  for (const step of steps) {
    const inStep = step.shown(facts);
    for (const compiled of step.fields) {
      const { field, last, shown } = compiled;
      const isShown = (inStep && shown(facts)) || !!asked?.has(field.id);
      if (compiled.isRead) {
        const answer = isShown ? recall(compiled, answers) : undefined;
        if (answer !== last.seen) seen[field.id] = last.seen = answer;
      }
      tell(compiled, isShown, step, facts);
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
  eachField(logic, answers, visit, asked, (_, isShown) => {
    into[position++] = isShown;
  });
  return into;
}

/** Whether each field must be answered, whatever was answered to it, by its position in the form. */
export function demands(logic: CompiledLogic, answers: RawAnswers, visit: VisitFacts): boolean[] {
  const demanded: boolean[] = [];
  eachField(logic, answers, visit, undefined, ({ required }, isShown, _, facts) => {
    demanded.push(isShown && required(facts));
  });
  return demanded;
}

/** Ids of the fields that are shown. */
export function visibleFields(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  eachField(logic, answers, visit, asked, ({ field }, isShown) => {
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
  eachField(logic, answers, visit, asked, ({ field }, isShown, step) => {
    if (isShown && field.kind !== 'hidden' && !skipped?.has(field.id)) ids.add(step.id);
  });
  return [...ids];
}
