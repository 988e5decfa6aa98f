// What a submission that is put aside keeps beside its row, so that it can be taken up later as it came. Where it came
// from is known by a keyed hash alone: enough to know the same block again, never to tell which it is.
import type { Occurrence } from '@baton/agreement';
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Arrival } from './arrival.ts';
import type { Context } from './context.ts';
import type { Sql } from './sql.ts';
import { storedKey } from './stored-key.ts';

const heldSchema = z.object({
  behaviours: z.array(
    z.object({ path: z.string().exactOptional(), event: z.string().exactOptional(), at: z.number() }),
  ),
  told: z.record(z.string(), z.literal(true)),
  language: z.string().nullable(),
  block: z.string().nullable(),
});

export type Held = Omit<z.infer<typeof heldSchema>, 'behaviours'> & {
  readonly behaviours: readonly Occurrence[];
};

/** In the transaction that puts it aside. */
export function hold(context: Context, submission: string, arrival: Arrival, told: Held['told']): void {
  const { sql } = context.parts;
  const { behaviours, language, block } = arrival;
  const held: Held = { behaviours, told, language, block: block === null ? null : blockHash(sql, block) };
  sql.run(`UPDATE submissions SET held = ? WHERE public_id = ?`, JSON.stringify(held), submission);
}

/** Of a submission that was put aside before such things were kept, nothing is known. */
export function heldOf(json: string | null): Held {
  if (json === null) return { behaviours: [], told: {}, language: null, block: null };
  return heldSchema.parse(JSON.parse(json));
}

export function blockHash(sql: Sql, block: string): string {
  return createHmac('sha256', storedKey(sql, 'trust_key')).update(block).digest('base64url').slice(0, 22);
}
