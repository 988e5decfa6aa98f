// Whether answers may be taken, and what exactly is stored. Hidden and undeclared answers are dropped before
// anything is checked; what was decided in the browser is decided again by the same lines. Never throws, whatever
// comes in.
import type { Issue } from '@baton/rules';
import type { Fault } from './fields/behaviour.ts';
import { fieldBehaviours } from './fields/index.ts';
import { eachField } from './logic.ts';
import type { Asking, CompiledLogic, Decided, RawAnswers } from './logic.ts';
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
  /** Is told of each field what was decided, and what is wrong with its answer. */
  readonly tell?: ((decided: Decided, issue: Issue | undefined) => void) | undefined;
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
  { visit, skipped, asked, partial, step: only, strict, tell }: AnswerContext,
): CheckedAnswers {
  const raw: RawAnswers = Object(input);
  const answers: Record<string, Answer> = {};
  const issues: Issue[] = [];
  eachField(logic, raw, visit, asked, (decided) => {
    const { answer, step, isDemanded, field } = decided;
    const { id } = field;
    const fault =
      faultOf(decided, isDemanded && !partial && !skipped?.has(id)) ??
      (answer === undefined ? undefined : strict?.[field.kind]?.(answer, field));
    const issue = fault && { ...fault, path: ['answers', id] };
    tell?.(decided, issue);
    if (only && step !== only) return;
    if (answer !== undefined) answers[id] = answer;
    if (issue) issues.push(issue);
  });
  return issues[0] ? { ok: false, issues } : { ok: true, answers };
}

/** What is wrong with one answer. `isAwaited`: there must be one. */
export function faultOf({ field, isShown, sent, answer }: Decided, isAwaited: boolean): Fault | undefined {
  const { refusal, lacking = 'required', check } = fieldBehaviours[field.kind];
  // Only a box that can be ticked is answered by false, which is no answer where it must be ticked.
  if (answer !== undefined && answer !== false) return check?.(answer, field);
  const code = answer === undefined && sent !== undefined ? refusal : isAwaited && lacking;
  // A kind that refuses nothing is not asked, and so never demanded.
  return isShown && refusal && code ? { code } : undefined;
}
