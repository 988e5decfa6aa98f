// What a schema found wrong, in Baton's own codes, and which keys it does not know.
import type { Issue, Path } from '@baton/rules';
import * as z from 'zod';

type SchemaIssue = z.core.$ZodIssue;
type Params = Record<string, string | number>;

/** A schema's findings, with `at` before each path. The input must have been reported (`reportInput`). */
export function schemaIssues(error: z.ZodError, at: Path): Issue[] {
  return error.issues.map((issue) => {
    const path = [...at, ...issue.path.filter((part) => typeof part !== 'symbol')];
    const params = paramsOf(issue);
    return { code: codeOf(issue), path, ...(Object.keys(params).length === 0 ? {} : { params }) };
  });
}

function codeOf(issue: SchemaIssue): string {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    return typeof code === 'string' ? code : 'invalid';
  }
  if (issue.input === undefined) return 'required';
  // A bare word in place of a message is a code that the schema gave itself.
  if (/^[a-z]+(?:_[a-z]+)*$/.test(issue.message)) return issue.message;
  return issue.code === 'invalid_type' ? 'wrong_type' : issue.code;
}

function paramsOf(issue: SchemaIssue): Params {
  if (issue.code === 'custom') return Object.fromEntries(Object.entries(issue.params ?? {}).filter(isParam));
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  return issue.code === 'invalid_value' ? { allowed: issue.values.map(String).join(', ') } : {};
}

function isParam(entry: [string, unknown]): entry is [string, string | number] {
  return entry[0] !== 'code' && (typeof entry[1] === 'string' || typeof entry[1] === 'number');
}

/** One `unknown_key` for each key, at any depth, that the schema's objects do not name. */
export function unknownKeys(schema: unknown, value: unknown, at: Path): Issue[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unknownKeys(schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => unknownKeys(schema.element, item, [...at, index]));
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option: unknown) => unknownKeys(option, value, at));
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    Object.hasOwn(shape, key)
      ? unknownKeys(shape[key], member, [...at, key])
      : [{ code: 'unknown_key', path: [...at, key] }],
  );
}
