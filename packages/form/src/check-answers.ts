// Whether answers may be taken, and what exactly is stored. Hidden and undeclared answers are dropped before
// anything is checked; what was decided in the browser is decided again by the same lines. Never throws, whatever
// comes in.
import type { Issue } from '@baton/rules';
import { isFault } from './fields/behaviour.ts';
import type { Fault } from './fields/behaviour.ts';
import { fieldBehaviours } from './fields/index.ts';
import { decideVisibility, readAnswer } from './logic.ts';
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
export function checkAnswers(logic: CompiledLogic, input: unknown, context: AnswerContext): CheckedAnswers {
  const { visit, skipped, asked, partial, step, strict } = context;
  const raw = isRecord(input) ? input : {};
  const shown: boolean[] = [];
  const facts = decideVisibility(logic, raw, visit, asked, shown);
  const answers: Record<string, Answer> = {};
  const issues: Issue[] = [];
  for (const [position, { field, step: own, required }] of logic.fields.entries()) {
    if (!shown[position] || (step !== undefined && step !== own.id)) continue;
    const answer = readAnswer(field, raw);
    const isDemanded = !partial && !skipped?.has(field.id) && (field.required || required?.(facts));
    const fault = isFault(answer)
      ? answer
      : (faultOf(field, answer, strict) ?? (isDemanded ? lackOf(answer) : undefined));
    if (fault) issues.push({ ...fault, path: ['answers', field.id] });
    else if (answer !== undefined && !isFault(answer)) answers[field.id] = answer;
  }
  return issues.length ? { ok: false, issues } : { ok: true, answers };
}

function faultOf(
  field: LogicField,
  answer: Answer | undefined,
  strict: StrictChecks | undefined,
): Fault | undefined {
  if (answer === undefined) return undefined;
  return fieldBehaviours[field.kind].check?.(answer, field) ?? strict?.[field.kind]?.(answer, field);
}

/** What a required field says to no answer, or to a box that was left empty. */
function lackOf(answer: Answer | undefined): Fault | undefined {
  if (answer === undefined) return { code: 'required' };
  return answer === false ? { code: 'must_be_true' } : undefined;
}

function isRecord(input: unknown): input is RawAnswers {
  return typeof input === 'object' && input !== null;
}
