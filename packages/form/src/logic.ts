// Which fields and steps a visitor sees. One pass in the order of the form: everything is decided anew from the
// answers, and a hidden field's answer is missing for all that follow. Never throws, whatever the answers hold.
import { isMissing, matchCondition, texts } from '@baton/rules';
import type { Found, ReadyCondition } from '@baton/rules';
import { fieldBehaviours } from './fields/index.ts';
import type { Answer, AnswerShape, LogicField, SentLogic, VisitFacts } from './types.ts';
import { visited } from './visited.ts';

type Decide = (visit: VisitFacts) => boolean;

/** The last answer as it came, what of it was one, as it was read, and as a text compares: the same again costs nothing. */
type Reading = {
  readonly field: AnswerShape;
  raw?: unknown;
  sent?: unknown;
  read?: Answer | undefined;
  compared?: Found;
};

/** One field, its conditions built, and what was decided of it last. */
type Slot = Reading & {
  readonly field: LogicField;
  readonly step: string;
  /** Its place in the form. */
  readonly position: number;
  /** Absent: always. */
  inStep?: Decide | undefined;
  shown?: Decide | undefined;
  /** Absent: as the field itself says. */
  demanded?: Decide | undefined;
  /** Fields that a condition which reads the answer decides. */
  readonly readers: Slot[];
  /** A field that its conditions read was given another answer. */
  isStale: boolean;
  isShown: boolean;
  /** It is shown, and an answer must be given. */
  isDemanded: boolean;
  /** The canonical answer, of a field that is shown, if what was sent means one. */
  answer: Answer | undefined;
};

/** What is decided of one field. It is good until the next pass. */
export type Decided = Readonly<
  Pick<Slot, 'field' | 'step' | 'position' | 'isShown' | 'isDemanded' | 'answer' | 'sent'>
>;

/** A form's logic made ready to decide often. What it remembers saves work and never changes what it decides. */
export type CompiledLogic = readonly Slot[];

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
export function compileLogic({ steps }: SentLogic): CompiledLogic {
  const slots: Slot[] = [];
  const known = new Map<string, Slot>();
  for (const { id: step = '', shownWhen, fields } of steps) {
    for (const field of fields) {
      const slot: Slot = {
        field,
        step,
        position: slots.length,
        readers: [],
        // There from the start: what is added later stands further away.
        isStale: false,
        answer: undefined,
        isShown: false,
        isDemanded: false,
      };
      // A condition reads earlier fields only, so what it reads has been decided when it is asked.
      const find = (path: string, isText: boolean | undefined): ((visit: VisitFacts) => Found) => {
        const read = known.get(path);
        read?.readers.push(slot);
        if (!read) return visited?.(path) ?? (() => undefined);
        return isText ? () => (read.isShown ? read.compared : undefined) : () => read.answer;
      };
      const decider = (condition: ReadyCondition | undefined): Decide | undefined =>
        condition && matchCondition(condition, find);
      slot.inStep = decider(shownWhen);
      slot.shown = decider(field.shownWhen);
      slot.demanded = field.required ? undefined : decider(field.requiredWhen);
      slots.push(slot);
      known.set(`answer.${field.id}`, slot);
    }
  }
  return slots;
}

/** The canonical answer to a field, if what was sent for it means one. */
export function readAnswer(field: AnswerShape, answers: RawAnswers): Answer | undefined {
  const reading: Reading = { field };
  recall(reading, answers);
  return reading.read;
}

/**
 * Decides the fields in order and tells of each. `changed` is the place of the one field whose answer is another since
 * the last pass, in the same visit and with the same `asked`: what that cannot concern is neither decided nor told of.
 */
export function eachField(
  slots: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked: ReadonlySet<string> | undefined,
  tell: (decided: Decided) => void,
  changed?: number,
): void {
  for (const slot of slots.slice(changed)) {
    if (!slot.isStale && (changed ?? slot.position) !== slot.position) continue;
    const { field } = slot;
    const isShown =
      (slot.inStep?.(visit) !== false && slot.shown?.(visit) !== false) || !!asked?.has(field.id);
    if (isShown) recall(slot, answers);
    const answer = isShown ? slot.read : undefined;
    if (answer !== slot.answer) {
      slot.answer = answer;
      for (const reader of slot.readers) reader.isStale = true;
    }
    slot.isStale = false;
    slot.isShown = isShown;
    slot.isDemanded = isShown && (slot.demanded?.(visit) ?? !!field.required);
    tell(slot);
  }
}

/**
 * Reads an answer, or remembers it. A list may have changed in place, so it is read each time. That what is there is
 * an own property is asked when it is read, not again while it stays the same.
 */
function recall(reading: Reading, answers: RawAnswers): void {
  const { field } = reading;
  const raw = answers[field.id];
  if (raw === reading.raw && typeof raw !== 'object') return;
  reading.raw = raw;
  const isSent = Object.hasOwn(answers, field.id) && !isMissing(raw);
  reading.sent = isSent ? raw : undefined;
  reading.read = isSent ? fieldBehaviours[field.kind].normalise(raw, field) : undefined;
  reading.compared = texts?.(reading.read);
}

/** Whether each field is shown, by its position in the form. `into` is filled and returned; of a pass after one `changed`, only with what that concerns. */
export function visibility(
  logic: CompiledLogic,
  answers: RawAnswers,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
  into: boolean[] = [],
  changed?: number,
): boolean[] {
  const note = ({ position, isShown }: Decided) => {
    into[position] = isShown;
  };
  eachField(logic, answers, visit, asked, note, changed);
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
