// What the API shows, read with types, so that a test fails where the shape does.
import { expect } from 'vitest';
import * as z from 'zod';
import type { Submitted } from '../../apps/worker/src/desk/arrival.ts';
import type { NodeDesk } from './desk-on-node.ts';

const reason = z.object({ id: z.string(), says: z.string(), dimension: z.string(), points: z.number() });

const scoreView = z.object({
  fit: z.number(),
  engagement: z.number(),
  intent: z.number(),
  total: z.number(),
  reasons: z.array(reason),
});

export const leadView = z.looseObject({
  id: z.string(),
  email: z.string(),
  attributes: z.record(z.string(), z.unknown()),
  score: scoreView.nullable(),
  tier: z.string().nullable(),
  stage: z.string(),
  owner: z.object({ email: z.string(), name: z.string() }).nullable(),
  deadline: z.string().nullable(),
  agreement: z.object({ version: z.number(), hash: z.string() }).nullable(),
  handoffs: z.array(z.looseObject({ id: z.string(), owner: z.string(), why: z.string() })),
  submissions: z.array(z.looseObject({ id: z.string(), state: z.string().nullable() })),
});

const deliveryView = z.looseObject({
  id: z.string(),
  type: z.string(),
  to: z.string(),
  state: z.string(),
  nextAt: z.string().nullable(),
  attempts: z.array(
    z.looseObject({ at: z.string(), status: z.number().nullable(), error: z.string().nullable() }),
  ),
});

export type LeadView = z.infer<typeof leadView>;
export type DeliveryView = z.infer<typeof deliveryView>;

/** The first page of leads, or those with one address. */
export function allLeads(bench: NodeDesk, email: string | null = null): readonly unknown[] {
  return bench.desk.leads({ email, limit: 10, before: null })?.leads ?? [];
}

/** The one lead with this address. */
export function leadOf(bench: NodeDesk, email: string): LeadView {
  const leads = allLeads(bench, email);
  expect(leads).toHaveLength(1);
  return leadView.parse(leads[0]);
}

/** The ledger states of a lead's submissions, in the order they came. */
export function statesOf(bench: NodeDesk, email: string): (string | null)[] {
  return leadOf(bench, email).submissions.map((submission) => submission.state);
}

export function allDeliveries(bench: NodeDesk): DeliveryView[] {
  const page = bench.desk.deliveries({
    state: null,
    lead: null,
    submission: null,
    destination: null,
    limit: 200,
    before: null,
  });
  return z.array(deliveryView).parse(page?.deliveries);
}

/** The latest delivery to a target. */
export function deliveryTo(bench: NodeDesk, target: string): DeliveryView {
  const found = allDeliveries(bench).find((delivery) => delivery.to === target);
  if (found === undefined) throw new Error(`No delivery to ${target}`);
  return found;
}

const replyView = z.looseObject({
  submission: z.string(),
  visitor: z.string().nullable(),
  outcome: z.looseObject({ id: z.string() }).nullable(),
});

/** A stored submission's reply; fails where it was not stored. */
export function stored(result: Submitted): {
  readonly created: boolean;
  readonly reply: z.infer<typeof replyView>;
} {
  if (result.kind !== 'stored') throw new Error(`Not stored: ${JSON.stringify(result)}`);
  return { created: result.created, reply: replyView.parse(JSON.parse(result.reply)) };
}
