// What the API shows of leads that are one person: what became of merging, of taking apart, and who may be the same.
import * as z from 'zod';
import { stages } from './lead-shapes.ts';
import { named } from './operation.ts';

const address = () => z.strictObject({ id: z.string(), email: z.string() });

export const mergedShape = named('MergedLead', () =>
  z.strictObject({
    lead: z.string().describe('The one that both are now.'),
    email: z.string().describe('The main address.'),
    merged: address().describe('The other one: its id and its address lead here from now on.'),
    stage: z.enum(stages).describe('The further of both.'),
    owner: z.string().nullable(),
    ended: z
      .strictObject({ handoff: z.string(), owner: z.string() })
      .nullable()
      .describe('The open handoff that gave way. Its owner is told.'),
    at: z.iso.datetime(),
  }),
);

export const unmergedShape = named('UnmergedLead', () =>
  z.strictObject({
    lead: z.string(),
    email: z.string(),
    restored: address().describe('A lead of its own again, as it was.'),
    stays: z
      .strictObject({ submissions: z.int(), notes: z.int(), handoffs: z.int() })
      .describe('What has come since the two were merged: it stays with `lead`.'),
  }),
);

export const duplicatesShape = named('Duplicates', () =>
  z.strictObject({
    lead: z.string(),
    duplicates: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        stage: z.enum(stages),
        tier: z.string().nullable(),
        total: z.int().nullable(),
        ownerName: z.string().nullable(),
        isOpen: z.boolean().describe('It waits for a verdict.'),
        why: z
          .array(z.enum(['name', 'phone']))
          .describe('The same name in the same company, or the same number.'),
      }),
    ),
  }),
);
