// Which fields and steps a visitor sees. One pass in the order of the form: everything is decided anew from the
// answers, and a hidden field's answer is missing for all that follow. Never throws, whatever the answers hold.
import { isMissing, matchCondition, texts } from '@baton/rules';
import type { Found, ReadyCondition } from '@baton/rules';
import { fieldBehaviours } from './fields/index.ts';
import type { Answer, AnswerShape, Logic, LogicField, VisitFacts } from './types.ts';

type Decide = (visit: VisitFacts) => boolean;

/** One field, its conditions built, and what was decided of it last. */
type Slot = {
  readonly field: LogicField;
  readonly step: string;
  /** Absent: always. */
  readonly shown: Decide | undefined;
  /** Absent: as the field itself says. */
  readonly required: Decide | undefined;
  isShown: boolean;
  /** It is shown, and an answer must be given. */
  isDemanded: boolean;
  /** The canonical answer, of a field that is shown, if what was sent means one. */
  answer?: Answer | undefined;
  /** The last answer as it came, if it was one, as it was read, and as a text's key: the same again costs nothing. */
  raw?: unknown;
  sent?: unknown;
  read?: Answer | undefined;
  key?: Found;
};

/** What is decided of one field. It is good until the next pass. */
export type Decided = Readonly<Pick<Slot, 'field' | 'step' | 'isShown' | 'isDemanded' | 'answer' | 'sent'>>;

/** A form's logic made ready to decide often. What it remembers saves work and never changes what it decides. */
export type CompiledLogic = {
  readonly steps: readonly { readonly shown: Decide | undefined; readonly slots: readonly Slot[] }[];
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

/** Builds the conditions of a form's logic. */
export function compileLogic(logic: Logic): CompiledLogic {
  const slots = new Map<string, Slot>();
  // A condition reads earlier fields only, so what it reads has been decided when it is asked.
  const find = (path: string, isText: boolean | undefined): ((visit: VisitFacts) => Found) => {
    const slot = slots.get(path);
    if (slot) return isText ? () => (slot.isShown ? slot.key : undefined) : () => slot.answer;
    // All of a visit is text but for `returning`. Only known names come this far.
    const name = path.slice('visit.'.length);
    return (visit: Readonly<Record<string, Found>>) =>
      keyOf(isMissing(visit[name]) ? undefined : visit[name]);
  };
  const decider = (condition: ReadyCondition | undefined): Decide | undefined =>
    condition && matchCondition(condition, find);
  const steps = logic.steps.map(({ id: step, shownWhen, fields }) => ({
    shown: decider(shownWhen),
    slots: fields.map((field) => {
      const slot: Slot = {
        field,
        step,
        shown: decider(field.shownWhen),
        required: field.required ? undefined : decider(field.requiredWhen),
        isShown: false,
        isDemanded: false,
      };
      slots.set(`answer.${field.id}`, slot);
      return slot;
    }),
  }));
  return { steps };
}

function keyOf(found: Found): Found {
  return found === undefined ? found : texts?.(found);
}

/** What was sent for a field; undefined: nothing. Own properties only. */
function sentFor({ id }: AnswerShape, answers: RawAnswers): unknown {
  return Object.hasOwn(answers, id) && !isMissing(answers[id]) ? answers[id] : undefined;
}

/** The canonical answer that was meant, if it means one. */
function read(field: AnswerShape, sent: unknown): Answer | undefined {
  return sent === undefined ? undefined : fieldBehaviours[field.kind].normalise(sent, field);
}

/** The canonical answer to a field, if what was sent for it means one. */
export function readAnswer(field: AnswerShape, answers: RawAnswers): Answer | undefined {
  return read(field, sentFor(field, answers));
}

/** Decides the fields in order and tells of each. */
export function eachField(
  { steps }: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked: ReadonlySet<string> | undefined,
  tell: (decided: Decided) => void,
): void {
  for (const { shown, slots } of steps) {
    const inStep = !shown || shown(visit);
    for (const slot of slots) {
      const { field, shown, required } = slot;
      const isShown = (inStep && (!shown || shown(visit))) || !!asked?.has(field.id);
      if (isShown) recall(slot, answers);
      slot.isShown = isShown;
      slot.answer = isShown ? slot.read : undefined;
      slot.isDemanded = isShown && (required ? required(visit) : !!field.required);
      tell(slot);
    }
  }
}

/**
 * Reads an answer, or remembers it. A list may have changed in place, so it is read each time. That what is there is
 * an own property is asked when it is read, not again while it stays the same.
 */
function recall(slot: Slot, answers: RawAnswers): void {
  const { field } = slot;
  const raw = answers[field.id];
  if (raw === slot.raw && typeof raw !== 'object') return;
  slot.raw = raw;
  slot.sent = sentFor(field, answers);
  slot.read = read(field, slot.sent);
  slot.key = keyOf(slot.read);
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
