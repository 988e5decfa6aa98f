// Where notifications go beside the owner's own mail. Refuses addresses that could never be called, and secrets
// that could not sign.
import * as z from 'zod';
import { emailSchema } from './person-schema.ts';

z.config({ jitless: true });

/** Everything a destination may ask to be told. */
export const eventTypes = [
  'lead.handed_off',
  'lead.received',
  'lead.accepted',
  'lead.rejected',
  'lead.stage_changed',
  'handoff.breached',
  'handoff.reassigned',
  'review.alert',
] as const;

export type EventType = (typeof eventTypes)[number];

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i, { error: 'bad_url' });

/** `whsec_` and the base64 of 24 to 64 bytes, as Standard Webhooks asks. */
export const secretSchema = z
  .string()
  .regex(
    /^whsec_(?:[A-Za-z0-9+/]{4}){8,20}(?:[A-Za-z0-9+/]{4}(?:[A-Za-z0-9+/]{2}==)?|[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))?$/,
    { error: 'bad_secret' },
  );

const shared = {
  id: z.string().trim().min(1).max(100),
  on: z.array(z.enum(eventTypes)).optional(),
  tiers: z.array(z.string()).optional(),
  secret: secretSchema.optional(),
};

export const destinationSchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...shared, kind: z.literal('webhook'), url: webAddress }),
  z.looseObject({ ...shared, kind: z.literal('email'), to: emailSchema }),
  z.looseObject({ ...shared, kind: z.literal('slack'), url: webAddress }),
  z.looseObject({ ...shared, kind: z.literal('teams'), url: webAddress }),
]);

export type Destination = z.infer<typeof destinationSchema>;
