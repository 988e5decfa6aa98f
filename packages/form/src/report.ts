// How the faults of a document are gathered, part by part. Keys that no schema knows are kept but told.
import type { Issue, Path } from '@baton/rules';
import { schemaIssues, unknownKeys } from '@baton/schema';
import type * as z from 'zod';

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
  report.warnings.push(...unknownKeys(schema, input, at));
  if (result.success) return result.data;
  report.issues.push(...schemaIssues(result.error, at));
  return undefined;
}
