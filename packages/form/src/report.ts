// How the faults of a document are gathered: the schema library's issues in Baton's terms, and the keys that no
// schema knows, which are kept but told.
import * as z from 'zod';
import type { Issue, Path } from '@baton/rules';

/** What was found so far. Issues refuse the document; warnings do not. */
export type Report = { readonly issues: Issue[]; readonly warnings: Issue[] };

/** Reads one part of a document and reports what is wrong with it; undefined: it cannot be used. */
export function readPart<S extends z.ZodType>(
  schema: S,
  input: unknown,
  at: Path,
  report: Report,
): z.output<S> | undefined {
  const result = schema.safeParse(input, { reportInput: true });
  for (const warning of unknownKeys(schema, input, at)) report.warnings.push(warning);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report.issues.push(toIssue(issue, at));
  return undefined;
}

/** Whether a value is an object with keys. */
export function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function unknownKeys(schema: unknown, value: unknown, at: Path): readonly Issue[] {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault) {
    return unknownKeys(schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => unknownKeys(schema.element, item, [...at, index]));
  }
  if (schema instanceof z.ZodUnion) {
    const chosen: unknown = schema.options.find((option) => z.safeParse(option, value).success);
    return unknownKeys(chosen, value, at);
  }
  if (!(schema instanceof z.ZodObject) || !isRecord(value)) return [];
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  return Object.entries(value).flatMap(([key, item]) =>
    Object.hasOwn(shape, key)
      ? unknownKeys(shape[key], item, [...at, key])
      : [{ code: 'unknown_key', path: [...at, key] }],
  );
}

function toIssue(issue: z.core.$ZodIssue, at: Path): Issue {
  const path = [...at, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const { code } = issue;
  if ((code === 'invalid_type' || code === 'invalid_value') && issue.input === undefined) {
    return { code: 'missing', path };
  }
  if (code === 'invalid_type') {
    if (issue.expected === 'int') return { code: 'not_whole', path };
    return { code: 'wrong_type', path, params: { expected: issue.expected } };
  }
  if (code === 'invalid_value') {
    return { code: 'not_in_list', path, params: { allowed: issue.values.map(String).join(', ') } };
  }
  if (code === 'too_small') {
    return { code: tooSmall[issue.origin] ?? code, path, params: { min: Number(issue.minimum) } };
  }
  if (code === 'too_big') {
    return { code: tooLarge[issue.origin] ?? 'too_large', path, params: { max: Number(issue.maximum) } };
  }
  // What is told apart by its kind has one; the only other union is a field's first value.
  if (code === 'invalid_union')
    return { code: path.at(-1) === 'kind' ? 'unknown_kind' : 'bad_default', path };
  // Formats and checks of our own: their message is the code.
  return { code: issue.message, path };
}

const tooSmall: Readonly<Record<string, string>> = { string: 'too_short', array: 'too_few' };
const tooLarge: Readonly<Record<string, string>> = { string: 'too_long', array: 'too_many' };
