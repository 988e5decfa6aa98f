// Whether answers may be taken, and what exactly is stored. Hidden and undeclared answers are dropped before
// anything is checked; what was decided in the browser is decided again by the same lines. Never throws, whatever
// comes in.
import type { Issue } from '@baton/rules';
import { isFault } from './fields/behaviour.ts';
import type { Fault } from './fields/behaviour.ts';
import { fieldBehaviours } from './fields/index.ts';
import { eachField, readAnswer } from './logic.ts';
import type { Asking, CompiledLogic, RawAnswers } from './logic.ts';
import type { StrictChecks } from './strict-checks.ts';
import type { Answer, Answers, LogicField, VisitFacts } from './types.ts';

export type AnswerContext = Asking & {
  readonly visit: VisitFacts;
  /** What is there is checked, nothing is demanded. */
  readonly partial?: boolean | undefined;
  /** Only the fields of the step with this id are checked and returned. */
  readonly step?: string | undefined;
  /** The worker's further checks. */
  readonly strict?: StrictChecks | undefined;
};

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The answers as they are stored, or all that is wrong with them: at most one issue per field, in the order of the
 * form. Checking what this gives gives the same again.
 */
export function checkAnswers(
  logic: CompiledLogic,
  input: unknown,
  { visit, skipped, asked, partial, step: only, strict }: AnswerContext,
): CheckedAnswers {
  const raw = isRecord(input) ? input : {};
  const answers: Record<string, Answer> = {};
  const issues: Issue[] = [];
  eachField(logic, raw, visit, asked, ({ field, required }, isShown, step, facts) => {
    if (!isShown || (only ?? step.id) !== step.id) return;
    const answer = readAnswer(field, raw);
    const isDemanded = !partial && !skipped?.has(field.id) && required(facts);
    const fault = isFault(answer) ? answer : faultOf(field, answer, isDemanded, strict);
    if (fault) issues.push({ ...fault, path: ['answers', field.id] });
    else if (answer !== undefined && !isFault(answer)) answers[field.id] = answer;
  });
  return issues[0] ? { ok: false, issues } : { ok: true, answers };
}

function faultOf(
  field: LogicField,
  answer: Answer | undefined,
  isDemanded: boolean,
  strict: StrictChecks | undefined,
): Fault | undefined {
  if (answer === undefined) return isDemanded ? { code: 'required' } : undefined;
  // Only a box that can be ticked is answered by false.
  if (isDemanded && answer === false) return { code: 'must_be_true' };
  return fieldBehaviours[field.kind].check?.(answer, field) ?? strict?.[field.kind]?.(answer, field);
}

function isRecord(input: unknown): input is RawAnswers {
  return typeof input === 'object' && input !== null;
}
