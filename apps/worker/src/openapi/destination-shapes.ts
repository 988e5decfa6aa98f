// What the API shows of destinations, and what it answers of their upkeep.
import { eventTypes } from '@baton/workspace';
import * as z from 'zod';
import { deliveryStates } from './delivery-shapes.ts';
import { named } from './operation.ts';
import { issueShape } from './refusals.ts';

const instant = () => z.iso.datetime();

const destinationShape = named('ListedDestination', () =>
  z.strictObject({
    id: z.string(),
    kind: z.enum(['webhook', 'email', 'slack', 'teams']),
    to: z.string().describe('Of a chat only whose it is, to those who may not change it.'),
    on: z.array(z.enum(eventTypes)),
    tiers: z.array(z.string()).describe('Empty: all.'),
    pausedAt: instant().nullable(),
    disabledAt: instant().nullable().describe('Since when nothing is sent: it answered 410.'),
    refused: z
      .string()
      .nullable()
      .describe('Why its address is never called.')
      .meta({ examples: ['private_address'] }),
    failing: z
      .strictObject({ since: instant(), failures: z.int().positive(), rests: z.boolean() })
      .nullable()
      .describe('Its last tries failed, each followed by the next; `rests`: it is left alone for moments.'),
    waiting: z.int().min(0),
    givenUp: z.int().min(0).describe('Dead or disabled deliveries.'),
    recent: z
      .array(
        z.strictObject({
          id: z.string(),
          state: z.enum(deliveryStates),
          at: instant(),
          milliseconds: z.number().nullable().describe('Of its last try.'),
          error: z.string().nullable(),
        }),
      )
      .describe('Its last twenty deliveries, the latest first.'),
    previousSecretUntil: instant().nullable().describe('Until when the secret before signs as well.'),
  }),
);

export const destinationListShape = named('DestinationList', () =>
  z.strictObject({
    destinations: z.array(destinationShape()),
    mail: z.boolean().describe('Whether owners get mail at all.'),
  }),
);

export const givenDestinationShape = named('GivenDestination', () =>
  z.looseObject({
    kind: z.enum(['webhook', 'email', 'slack', 'teams']),
    url: z.string().optional().describe('Of a webhook or a chat.'),
    to: z.string().optional().describe('An e-mail address, of `email`.'),
    on: z.array(z.enum(eventTypes)).optional().describe('Absent: `lead.handed_off`.'),
    tiers: z.array(z.string()).optional().describe('Absent or empty: all.'),
    secret: z.string().optional().describe('`whsec_…`; absent: it keeps its own, or is given one.'),
  }),
);

export const savedDestinationShape = named('SavedDestination', () =>
  z.strictObject({
    secret: z.string().nullable().describe('Of a new webhook; it is never told again.'),
    warnings: z.array(issueShape()),
  }),
);

export const rotatedSecretShape = named('RotatedSecret', () =>
  z.strictObject({
    secret: z.string().describe('Never told again.'),
    until: instant().describe('Until then the one before signs beside it.'),
  }),
);

export const testedShape = named('TestedDestination', () =>
  z.strictObject({
    ok: z.boolean(),
    status: z.int().nullable().describe('Null where nothing was answered.'),
    error: z
      .string()
      .nullable()
      .meta({ examples: ['timeout', 'http_500', 'private_address'] }),
    milliseconds: z.number().min(0),
  }),
);
