// The shape of a form's `protection`: how much may look wrong with a submission before it is put aside.
import { isRecord } from '@baton/schema';
import * as z from 'zod';

/** Tries that a proof of work may take, at most. Below, it is none; above, a phone would be at it for minutes. */
const cost = () => z.int().min(1000).max(5_000_000).exactOptional();

/** `{}` is the honeypot alone; everything else holds where it is declared. */
export const protectionConfig = () =>
  z.looseObject({
    minSeconds: z.number().min(0).max(3600).exactOptional(),
    maxPerHour: z.int().min(1).max(10_000).exactOptional(),
    proofOfWork: z
      .union([z.boolean(), z.looseObject({ cost: cost() })], {
        error: ({ input }) => (isRecord(input) ? undefined : 'wrong_type'),
      })
      .exactOptional(),
    turnstile: z
      .looseObject({ siteKey: z.string().max(200).regex(/\S/, { error: 'blank' }) })
      .exactOptional(),
  });
