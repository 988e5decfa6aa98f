// Whose address stands in what was written, however deep in JSON.
import { isRecord } from './sql.ts';

/** Every text in a value: of lists, of objects with their keys, and of JSON that is kept as text. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    const inner = kept(value);
    if (inner === undefined) yield value;
    else yield* textsIn(inner);
  } else if (Array.isArray(value)) {
    for (const one of value) yield* textsIn(one);
  } else if (isRecord(value)) {
    for (const [key, one] of Object.entries(value)) {
      yield key;
      yield* textsIn(one);
    }
  }
}

function kept(value: string): unknown {
  if (!/^[[{"]/.test(value)) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Whether an address in small letters stands in a text, and not only as the end or the beginning of another one. */
export function names(written: string, email: string): boolean {
  const small = written.toLowerCase();
  for (let at = small.indexOf(email); at >= 0; at = small.indexOf(email, at + 1)) {
    const [before, after] = [small.slice(0, at), small.slice(at + email.length)];
    if (!/[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]$/u.test(before) && !/^[.-]?[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
