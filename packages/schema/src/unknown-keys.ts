// Which keys of a document no schema knows. They are kept, but whoever wrote one should hear of it: it may be a
// misspelt key that Baton knows.
import type { Issue, Path } from '@baton/rules';
import * as z from 'zod';
import { isRecord } from './is-record.ts';

/** One `unknown_key` for each key, at any depth, that the schema's objects do not name. */
export function unknownKeys(schema: unknown, value: unknown, at: Path = []): Issue[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return unknownKeys(schema.unwrap(), value, at);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => unknownKeys(schema.element, item, [...at, index]));
  }
  if (schema instanceof z.ZodRecord && isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) => unknownKeys(schema.valueType, item, [...at, key]));
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
