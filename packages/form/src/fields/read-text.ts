// Text as a visitor typed it, but for the space around it. Refuses what no keyboard sends and no store keeps: null
// characters and halves of surrogate pairs.
import type { Answer, LogicField } from '../types.ts';
import type { Fault } from './behaviour.ts';

/** The text without the space around it. */
export function readText(raw: unknown): string | Fault {
  if (typeof raw !== 'string') return { code: 'not_text' };
  return raw.includes('\0') || /\p{Cs}/u.test(raw) ? { code: 'bad_character' } : raw.trim();
}

/** The text if it has the form that `pattern` asks for, as `form` makes it canonical. */
export function readPattern(
  raw: unknown,
  pattern: RegExp,
  code: Fault['code'],
  form: (text: string) => string = (text) => text,
): string | Fault {
  const text = typeof raw === 'string' ? raw.trim() : '';
  return pattern.test(text) ? form(text) : { code };
}

/** Whether a text has a length that the field allows; `most` where the field does not say. */
export function checkLength(answer: Answer, field: LogicField, most: number): Fault | undefined {
  const { minLength: min = 0, maxLength: max = most } = field;
  const length = typeof answer === 'string' ? answer.length : 0;
  if (length < min) return { code: 'too_short', params: { min } };
  return length > max ? { code: 'too_long', params: { max } } : undefined;
}
