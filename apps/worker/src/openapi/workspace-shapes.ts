// The workspace document as the API takes and gives it, and what an import came to.
import { documentSchemas } from '@baton/workspace';
import * as z from 'zod';
import { named, type JsonSchema } from './operation.ts';
import { issueShape } from './refusals.ts';

/** The document's own schema, as a component. */
export function workspaceSchema(): JsonSchema {
  const { $defs = {}, $id: _id, $schema: _dialect, ...workspace } = documentSchemas().workspace;
  return { $ref: '#/$defs/Workspace', $defs: { ...Object($defs), Workspace: workspace } };
}

export const importedShape = named('Imported', () =>
  z.strictObject({
    ok: z.literal(true),
    forms: z
      .array(z.strictObject({ id: z.string(), version: z.int().positive(), changed: z.boolean() }))
      .describe('The forms of the document, in its order; only a changed one has a new version.'),
    agreement: z
      .strictObject({
        version: z.int().positive(),
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        state: z.enum(['in_force', 'proposed']),
      })
      .nullable()
      .describe('Null where the document holds none.'),
    warnings: z.array(issueShape()).describe('What was taken all the same.'),
  }),
);

/** What the Desk says of an import. */
export const importResult = () =>
  z.union([
    importedShape(),
    z.object({ ok: z.literal(false), issues: z.array(issueShape()) }),
    z.object({ ok: z.literal(false), forbidden: z.array(z.string()) }),
  ]);
