// What the API tells of systems that report to it, and what it says back to them.
import * as z from 'zod';
import { salesSteps } from '../desk/hands/stage-steps.ts';
import { sourceKinds } from '../desk/sources/crm-mappings.ts';
import { named } from './operation.ts';

const outcomes = () =>
  z.array(
    z.strictObject({
      lead: z.string().nullable(),
      outcome: z.enum(['moved', 'unchanged', 'unknown_lead', 'unknown_stage', 'refused']),
      stage: z.string().nullable().describe('Where the lead stands then.'),
      told: z.array(z.string()).describe('What the other system called it.'),
      detail: z.string().nullable(),
    }),
  );

export const reportedShape = named('Reported', () => z.strictObject({ results: outcomes() }));

const source = () => ({
  id: z.string(),
  name: z.string(),
  kind: z.enum(sourceKinds),
  url: z.string().describe('Where it reports to.'),
  mapping: z
    .strictObject({
      reports: z.string().nullable(),
      lead: z.array(z.string()),
      email: z.array(z.string()),
      stage: z.array(z.string()),
      amount: z.array(z.string()),
      currency: z.array(z.string()),
      reason: z.array(z.string()),
      defaultCurrency: z.string().nullable(),
      stages: z.record(z.string(), z.enum(salesSteps)),
    })
    .describe('As it works: the ready one with what this source says otherwise.'),
  previousSecretUntil: z.iso.datetime().nullable().describe('Until then the secret before is good too.'),
  createdAt: z.iso.datetime(),
  calls: z
    .array(z.strictObject({ id: z.string(), at: z.iso.datetime(), results: outcomes() }))
    .describe('The latest twenty, the latest first.'),
});

export const sourceListShape = named('SourceList', () =>
  z.strictObject({ sources: z.array(z.strictObject(source())) }),
);

export const savedSourceShape = named('SavedSource', () =>
  z.strictObject({
    ...source(),
    secret: z.string().nullable().describe('Of a new source, told here and never again.'),
  }),
);

export const sourceSecretShape = named('SourceSecret', () =>
  z.strictObject({
    secret: z.string(),
    until: z.iso.datetime().describe('Until then the old one is good too.'),
  }),
);
