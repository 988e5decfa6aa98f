// What a kind of field must be able to say about itself. Shared code asks these questions and never which kind it
// has before it.
import type { Answer, AnswerIssueCode, AnswerShape } from '../types.ts';

/** Why an answer is refused; `params` fill the sentence that a host shows for the code. */
export type Fault = {
  readonly code: AnswerIssueCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

export type FieldBehaviour = {
  /**
   * The canonical answer that `raw` means: a JSON value, or the text of a plain form. `raw` is never missing.
   * Undefined: it means none. Reading a canonical answer again gives the same.
   */
  readonly normalise: (raw: unknown, field: AnswerShape) => Answer | undefined;
  /** What to say to an answer that means none; absent: nothing, it is dropped. */
  readonly refusal?: AnswerIssueCode;
  /** What to say where an answer must be given and is not; absent: that it is required. */
  readonly lacking?: AnswerIssueCode;
  /** Whether a canonical answer keeps to the field's limits. */
  readonly check?: (answer: Answer, field: AnswerShape) => Fault | undefined;
};
