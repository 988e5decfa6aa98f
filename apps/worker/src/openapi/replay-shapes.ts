// What a replay of an agreement answers, points of recent leads, and the history of a lead's score.
import * as z from 'zod';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const count = () => z.int().min(0);

const side = named('ReplaySide', () =>
  z.strictObject({
    handoffs: count(),
    tiers: z
      .array(z.strictObject({ tier: z.string(), leads: count(), handoffs: count() }))
      .describe('The highest first: leads that stand in it when the period ends, and handoffs made in it.'),
    owners: z
      .array(z.strictObject({ email: z.string(), name: z.string(), handoffs: count() }))
      .describe('Who would have got them, the most loaded first.'),
  }),
);

const standing = () => z.strictObject({ total: z.int(), tier: z.string(), handedOff: z.boolean() });

export const replayShape = named('AgreementReplay', () =>
  z.strictObject({
    leads: count().describe('Those with an event in the period.'),
    from: instant(),
    to: instant(),
    weeks: z.array(
      z.strictObject({ week: z.iso.date().describe('Its Monday, in UTC.'), before: count(), after: count() }),
    ),
    before: side().describe('Under the agreement in force, as if it had always been.'),
    after: side().describe('Under the one that is tried, as if it had always been in force.'),
    switched: z.strictObject({
      gained: count().describe('Leads that only the one tried hands off in the period.'),
      lost: count().describe('Leads that only the one in force does.'),
      list: z
        .array(
          z.strictObject({
            lead: z.string(),
            name: z.string(),
            company: z.string(),
            before: standing().nullable().describe('When the period ends; null: nothing was in force.'),
            after: standing(),
            stage: z.string(),
            outcome: z.enum(['accepted', 'rejected', 'won', 'lost']).nullable(),
          }),
        )
        .describe('The first 200.'),
    }),
    companies: z.strictObject({ before: count(), after: count() }).describe('With at least one handoff.'),
    waiting: count().describe('Leads that would be handed off at their next event, and not before.'),
    won: z
      .strictObject({ lost: count(), gained: count() })
      .describe('Of the leads that switch, those that were won.'),
    sampled: z
      .strictObject({ taken: count(), of: count() })
      .nullable()
      .describe('So many leads were read of so many; every number is of these. Null: all of them.'),
  }),
);

export const pointListShape = named('LeadPoints', () =>
  z.strictObject({
    leads: z
      .array(
        z.strictObject({
          lead: z.string(),
          name: z.string(),
          fit: z.int(),
          engagement: z.int(),
          intent: z.int(),
          total: z.int(),
          tier: z.string(),
          stage: z.string(),
        }),
      )
      .describe('The latest first.'),
  }),
);

/** What changed a score. */
export const scoreCauseShape = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('submission'), submission: z.string(), form: z.string() }),
    z.strictObject({
      kind: z.literal('behaviour'),
      path: z.string().optional(),
      event: z.string().optional(),
      many: z.int().positive(),
    }),
    z.strictObject({ kind: z.literal('agreement') }),
    z.strictObject({ kind: z.literal('rescore') }),
    z.strictObject({ kind: z.enum(['merged', 'unmerged']) }),
  ]);

export const scoreHistoryShape = named('ScoreHistory', () =>
  z.strictObject({
    scores: z
      .array(
        z.strictObject({
          at: instant(),
          fit: z.int(),
          engagement: z.int(),
          intent: z.int(),
          total: z.int(),
          tier: z.string(),
          agreement: z.int().positive(),
          cause: scoreCauseShape(),
        }),
      )
      .describe('The earliest first: the first one and the latest 199.'),
  }),
);
