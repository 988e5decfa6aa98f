// What the API shows of deliveries: each notification to each target, with every try.
import * as z from 'zod';
import { named } from './operation.ts';

export const deliveryStates = ['waiting', 'delivered', 'dead', 'disabled'] as const;

const instant = () => z.iso.datetime();

const deliveryShape = named('Delivery', () =>
  z.strictObject({
    id: z.string().describe('The `webhook-id` of every try.'),
    type: z.string().meta({ examples: ['lead.handed_off'] }),
    channel: z.enum(['webhook', 'email', 'slack', 'teams']),
    destination: z.string().nullable().describe('Null where it goes to the lead’s owner.'),
    to: z.string(),
    lead: z.string().nullable(),
    handoff: z.string().nullable(),
    submission: z.string().nullable(),
    state: z.enum(deliveryStates),
    createdAt: instant(),
    settledAt: instant().nullable(),
    nextAt: instant().nullable().describe('When it is tried again.'),
    attempts: z.array(
      z.strictObject({
        number: z.int().positive(),
        at: instant(),
        milliseconds: z.number(),
        status: z.int().nullable().describe('Of HTTP; null without an answer.'),
        error: z.string().nullable(),
      }),
    ),
  }),
);

export const deliveryListShape = named('DeliveryList', () =>
  z.strictObject({
    deliveries: z.array(deliveryShape()),
    next: z.string().nullable().describe('Pass as `before` for the next page; null on the last one.'),
  }),
);
