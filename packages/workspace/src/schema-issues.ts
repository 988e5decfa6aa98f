// What a schema found wrong, in Baton's own codes; and which keys it did not know.
import type { Issue, Path } from '@baton/rules';
import type * as z from 'zod';

type SchemaIssue = z.core.$ZodIssue;

function isKey(part: PropertyKey): part is string | number {
  return typeof part !== 'symbol';
}

function codeOf(issue: SchemaIssue): string {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    return typeof code === 'string' ? code : 'invalid';
  }
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong_type';
  // A bare word as message is a code that the schema gave itself.
  if (/^[a-z]+(_[a-z]+)+$/.test(issue.message)) return issue.message;
  return issue.code;
}

function paramsOf(issue: SchemaIssue): Record<string, string | number> {
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String).join(', ') };
  return {};
}

/** Translates a schema's findings, with `at` before each path. */
export function schemaIssues(error: z.ZodError, at: Path): Issue[] {
  return error.issues.map((issue) => {
    const params = paramsOf(issue);
    const path = [...at, ...issue.path.filter(isKey)];
    return Object.keys(params).length === 0
      ? { code: codeOf(issue), path }
      : { code: codeOf(issue), path, params };
  });
}

/** One warning for each key of `value` that is not among `known`. */
export function unknownKeys(value: unknown, known: readonly string[], at: Path): Issue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ code: 'unknown_key', path: [...at, key] }));
}
