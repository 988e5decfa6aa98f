// Which fields and steps a visitor sees. One pass in the order of the form: everything is decided anew from the
// answers, and a hidden field's answer is missing for all that follow. Never throws, whatever the answers hold.
import { answerVocabulary, compileCondition, isMissing, visitVocabulary } from '@baton/rules';
import type { Condition, Facts, ValueType } from '@baton/rules';
import { isFault } from './fields/behaviour.ts';
import type { Reading } from './fields/behaviour.ts';
import { fieldBehaviours } from './fields/index.ts';
import type { Logic, LogicField, VisitFacts } from './types.ts';

type Decide = (facts: Facts) => boolean;

/** One field of a form's logic, its conditions built. */
export type CompiledField = {
  readonly field: LogicField;
  readonly step: CompiledStep;
  readonly shown: Decide | null | undefined;
  readonly required: Decide | null | undefined;
  /** A condition reads its answer. */
  readonly isRead: boolean;
};

export type CompiledStep = { readonly id: string; readonly shown: Decide | null | undefined };

/** A form's logic made ready to decide often. It keeps nothing of what it decided. */
export type CompiledLogic = {
  readonly steps: readonly CompiledStep[];
  /** All fields of all steps, in order. */
  readonly fields: readonly CompiledField[];
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
export function answerType({ kind, options, ordered }: LogicField): ValueType | undefined {
  const { valueKind } = fieldBehaviours[kind];
  return valueKind && { kind: valueKind, ...(options && { options }), ...(ordered && { ordered }) };
}

/** Builds the conditions of a form's logic. */
export function compileLogic(logic: Logic): CompiledLogic {
  const types = new Map<string, ValueType>();
  const answer = answerVocabulary(types);
  const visit = visitVocabulary('browser');
  // Building a condition asks for the type of whatever it reads: that tells which answers are worth reading.
  const read = new Set<string>();
  const vocabulary = (path: string) => {
    read.add(path);
    return answer(path) ?? visit(path);
  };
  const compile = (condition: Condition | undefined) => condition && compileCondition(condition, vocabulary);
  const steps: CompiledStep[] = [];
  const built: Omit<CompiledField, 'isRead'>[] = [];
  for (const { id, shownWhen, fields } of logic.steps) {
    const step = { id, shown: compile(shownWhen) };
    steps.push(step);
    for (const field of fields) {
      built.push({ field, step, shown: compile(field.shownWhen), required: compile(field.requiredWhen) });
      const type = answerType(field);
      if (type) types.set(field.id, type);
    }
  }
  const fields: CompiledField[] = [];
  for (const one of built) fields.push({ ...one, isRead: read.has(`answer.${one.field.id}`) });
  return { steps, fields };
}

/** What was answered to a field: its canonical answer, a refusal, or nothing. Own properties only. */
export function readAnswer(field: LogicField, answers: RawAnswers): Reading {
  const raw = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  return isMissing(raw) ? undefined : fieldBehaviours[field.kind].normalise(raw, field);
}

/** Fills `into` with whether each field is shown, by position, and gives what the conditions were decided on. */
export function decideVisibility(
  { fields }: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked: ReadonlySet<string> | undefined,
  into: boolean[],
): Facts {
  const known: Record<string, unknown> = {};
  const facts: Facts = { answer: known, visit };
  let step: CompiledStep | undefined;
  let inStep = true;
  let position = 0;
  for (const { field, step: own, shown, isRead } of fields) {
    if (own !== step) {
      step = own;
      inStep = !own.shown || own.shown(facts);
    }
    const isShown = (inStep && (!shown || shown(facts))) || asked?.has(field.id) === true;
    into[position++] = isShown;
    if (isShown && isRead) {
      const answer = readAnswer(field, answers);
      if (!isFault(answer)) known[field.id] = answer;
    }
  }
  return facts;
}

/** Whether each field is shown, by its position in `logic.fields`. `into` is filled and returned. */
export function visibility(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
  into: boolean[] = [],
): boolean[] {
  decideVisibility(logic, answers, visit, asked, into);
  return into;
}

/** Ids of the fields that are shown. */
export function visibleFields(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
): ReadonlySet<string> {
  const shown = visibility(logic, answers, visit, asked);
  const ids = new Set<string>();
  for (const [position, { field }] of logic.fields.entries()) if (shown[position]) ids.add(field.id);
  return ids;
}

/** Ids of the steps that have something for this visitor to see, in order. */
export function visibleSteps(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  { skipped, asked }: Asking = {},
): readonly string[] {
  const shown = visibility(logic, answers, visit, asked);
  const ids = new Set<string>();
  for (const [position, { field, step }] of logic.fields.entries()) {
    if (shown[position] && field.kind !== 'hidden' && !skipped?.has(field.id)) ids.add(step.id);
  }
  return [...ids];
}
