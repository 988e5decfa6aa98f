// Who works in a workspace, and in which teams. Refuses addresses that no mail could reach.
import * as z from 'zod';

z.config({ jitless: true });

/** An address as people are known by: trimmed and lower-cased. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

const isoDay = z.iso.date();

export const personSchema = z.looseObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(200),
  party: z.enum(['marketing', 'sales', 'admin']),
  weight: z.number().positive().max(1000).optional(),
  capacity: z.int().min(0).optional(),
  away: z
    .array(
      z.looseObject({ from: isoDay, to: isoDay }).refine((range) => range.from <= range.to, {
        path: ['to'],
        params: { code: 'ends_before_it_begins' },
      }),
    )
    .optional(),
});

export const teamSchema = z.looseObject({
  id: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(200).optional(),
  members: z.array(emailSchema).max(1000),
});
