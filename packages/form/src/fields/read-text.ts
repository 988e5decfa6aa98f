// Reading an answer as text, whether it came as JSON or from a plain form.

import type { Answer, AnswerIssueCode } from '../types.ts';
import type { Fault } from './behaviour.ts';

/**
 * What was typed or ticked, without the space around it. Empty for what is not a single value, and for text with
 * what no keyboard sends and no store keeps: null characters and halves of surrogate pairs.
 */
export function textOf(raw: unknown): string {
  const isSingle = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';
  const text = isSingle ? String(raw).trim() : '';
  return /[\0\p{Cs}]/u.test(text) ? '' : text;
}

/** The text in its canonical form if it matches; else it is refused by this code. */
export function readPattern(
  raw: unknown,
  pattern: RegExp,
  code: AnswerIssueCode,
  form: (text: string) => Answer = (text) => text,
): Answer | Fault {
  const text = textOf(raw);
  return pattern.test(text) ? form(text) : { code };
}
