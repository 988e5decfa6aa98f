// Reading an answer as text, whether it came as JSON or from a plain form.

/**
 * What was typed or ticked, without the space around it. Empty for what is not a single value, and for text with
 * what no keyboard sends and no store keeps: null characters and halves of surrogate pairs.
 */
export function textOf(raw: unknown): string {
  const text = Object(raw) === raw ? '' : String(raw).trim();
  return /[\0\p{Cs}]/u.test(text) ? '' : text;
}

/** That text if it matches, else undefined. */
export function matching(raw: unknown, pattern: RegExp): string | undefined {
  const text = textOf(raw);
  return pattern.test(text) ? text : undefined;
}
