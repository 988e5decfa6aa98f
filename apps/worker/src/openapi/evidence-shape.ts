// What a period of the past says of an agreement.
import { ruleKinds } from '@baton/agreement';
import * as z from 'zod';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const count = () => z.int().min(0);

export const evidenceShape = named('AgreementEvidence', () =>
  z.strictObject({
    from: instant(),
    to: instant(),
    leads: count().describe('Those with an event in the period.'),
    held: z
      .array(z.strictObject({ kind: z.enum(ruleKinds), id: z.string(), leads: count() }))
      .describe('For how many of them each rule held at some event of the period.'),
    scores: z
      .array(z.strictObject({ total: z.int(), leads: count() }))
      .describe('How many of them have each total when the period ends, ascending.'),
    thresholds: z
      .array(z.strictObject({ from: z.int(), handoffs: count() }))
      .describe(
        'First handoffs in the period, had the threshold been there; ascending, each holds up to and including it, beyond the last there are none.',
      ),
    openDays: count().describe('Days of the period on which its hours are open.'),
    dots: z
      .array(
        z.strictObject({
          lead: z.string(),
          name: z.string(),
          fit: z.int(),
          engagement: z.int(),
          intent: z.int(),
          total: z.int(),
        }),
      )
      .describe('The 500 latest of them, the latest first, as they stand when the period ends.'),
    sampled: z
      .strictObject({ taken: count(), of: count() })
      .nullable()
      .describe('So many leads were read of so many; every count is of these. Null: all of them.'),
  }),
);
