// What would become of a submission, as the API tells it.
import * as z from 'zod';
import { ledgerStates } from '../desk/ledger.ts';
import { agreementStamp, scoreShape } from './lead-shapes.ts';
import { named } from './operation.ts';
import { issueShape } from './refusals.ts';
import { replyShape } from './reply-shape.ts';

const says = () => z.strictObject({ id: z.string(), says: z.string() });

const obstacleShape = named('Obstacle', () =>
  z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('tier'),
        tier: z.string(),
        needed: z.string().describe('The threshold.'),
        missing: z.int().positive().describe('Points to it.'),
      }),
      z.strictObject({ kind: z.literal('requires') }),
      z.strictObject({ kind: z.literal('disqualified'), by: z.array(says()) }),
      z
        .strictObject({ kind: z.literal('behaviour_alone') })
        .describe('No rule with positive points in fit or intent holds.'),
    ])
    .describe('One thing that keeps a lead from being qualified.'),
);

export const triedShape = named('Tried', () =>
  z.strictObject({
    issues: z
      .array(issueShape())
      .describe(
        'What a real one would be refused for. Nothing is decided then; of an unfinished one, the rest of the answers is.',
      ),
    reply: replyShape().nullable().describe('What the browser would be answered, by ids that nobody has.'),
    state: z.enum(ledgerStates).nullable(),
    agreement: agreementStamp().nullable().describe('Null: none is in force, and nobody is judged.'),
    score: scoreShape().nullable(),
    tier: z.string().nullable(),
    qualified: z.boolean().nullable(),
    because: z.array(obstacleShape()).describe('Why not; empty where qualified.'),
    isNew: z.boolean().nullable().describe('Nobody with this address is known.'),
    owner: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
    why: z
      .string()
      .nullable()
      .describe('Why this person, in one line; null where the lead is theirs already, or nobody’s.'),
    deadline: z.iso.datetime().nullable().describe('Of a lead that would be handed off.'),
    next: z
      .strictObject({ skip: z.array(z.string()), ask: z.array(z.string()) })
      .describe('What this visitor is asked, as `POST /f/{form}/next` would answer it.'),
  }),
);
