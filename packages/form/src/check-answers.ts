// Whether answers may be taken, and what exactly is stored. Hidden and undeclared answers are dropped before
// anything is checked; what was decided in the browser is decided again by the same lines. Never throws, whatever
// comes in.
import type { Issue } from '@baton/rules';
import type { Fault } from './fields/behaviour.ts';
import { fieldBehaviours } from './fields/index.ts';
import { eachField, readAnswer, sentFor } from './logic.ts';
import type { Asking, CompiledLogic, RawAnswers } from './logic.ts';
import type { StrictChecks } from './strict-checks.ts';
import type { Answer, Answers, VisitFacts } from './types.ts';

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
  const raw: RawAnswers = Object(input);
  const answers: Record<string, Answer> = {};
  const issues: Issue[] = [];
  eachField(logic, raw, visit, asked, ({ field, required }, isShown, step, facts) => {
    if (!isShown || (only ?? step.id) !== step.id) return;
    const { id, kind } = field;
    const { refusal, check } = fieldBehaviours[kind];
    const isDemanded =
      !partial && !skipped?.has(id) && (field.required ?? (field.requiredWhen && required(facts)));
    const answer = readAnswer(field, raw);
    let fault: Fault | undefined;
    if (answer === undefined) {
      const code = sentFor(field, raw) === undefined ? isDemanded && 'required' : refusal;
      // A kind that refuses nothing is not asked, and so never demanded.
      if (refusal && code) fault = { code };
    } else {
      // Only a box that can be ticked is answered by false.
      const isLacking = isDemanded && answer === false;
      fault = isLacking
        ? { code: 'must_be_true' }
        : (check?.(answer, field) ?? strict?.[kind]?.(answer, field));
      answers[id] = answer;
    }
    if (fault) issues.push({ ...fault, path: ['answers', id] });
  });
  return issues[0] ? { ok: false, issues } : { ok: true, answers };
}
