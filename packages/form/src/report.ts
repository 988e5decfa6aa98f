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
  // One by one: a hostile part can have more faults than a call can have arguments.
  for (const warning of unknownKeys(schema, input, at)) report.warnings.push(warning);
  if (result.success) return result.data;
  for (const issue of schemaIssues(result.error, at)) report.issues.push(issue);
  return undefined;
}
