import type { Issue } from '@baton/rules';
import type { Asking, CompiledLogic } from './logic.ts';
import type { Answer, AnswerIssueCode, Answers, FieldKind, LogicField, VisitFacts } from './types.ts';

/** Checks that only the worker makes, because what they need is too large for a browser. */
export type StrictChecks = {
  readonly [K in FieldKind]?: (answer: Answer, field: LogicField) => AnswerIssueCode | undefined;
};
export declare const strictChecks: StrictChecks;

export type AnswerContext = Asking & {
  readonly visit: VisitFacts;
  /** What is there is checked, nothing is demanded. */
  readonly partial?: boolean;
  /** Only this step's fields are checked and returned. */
  readonly step?: string;
  readonly strict?: StrictChecks;
};

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The answers as they are stored, or what is wrong with them. Hidden and undeclared ones are dropped first. */
export declare function checkAnswers(
  logic: CompiledLogic,
  input: Readonly<Record<string, unknown>>,
  context: AnswerContext,
): CheckedAnswers;
