// A handoff goes from one person to another: the old one ends, a new one begins with a clock of its own, and whoever
// had it hears who has it now. The score, the tier and the version that judged stay as they were handed over.
import type { Judgement, Person } from '@baton/agreement';
import * as z from 'zod';
import { mailBody } from '../../notify/mail-message.ts';
import { passedNotice } from '../../notify/passed-notice.ts';
import type { Context } from '../context.ts';
import { agreementStamp } from '../agreement-stamp.ts';
import type { InForce } from '../documents.ts';
import { giveTo } from '../give-to.ts';
import { occurrencesOf } from '../judging.ts';
import { storeLeadStage, type Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { lastCause } from '../record-behaviours.ts';
import { handingMail } from '../handing-mail.ts';
import type { HandoffRow } from '../handoffs.ts';
import type { PassingCause } from './passing-causes.ts';
import { stopClock } from './plan.ts';

const scoreSchema = z.object({
  fit: z.number(),
  engagement: z.number(),
  intent: z.number(),
  total: z.number(),
  reasons: z.array(
    z.object({
      id: z.string(),
      says: z.string(),
      dimension: z.enum(['fit', 'engagement', 'intent']),
      points: z.number(),
    }),
  ),
});

export type PassingOn = {
  readonly inForce: InForce;
  readonly to: Person;
  readonly why: string;
  readonly cause: PassingCause;
  /** The author's name. */
  readonly by: string;
  readonly note: string | null;
};

/** Inside a transaction. */
export function passOn(
  context: Context,
  handoff: HandoffRow,
  lead: Lead,
  { inForce, to, why, cause, by, note }: PassingOn,
  now: number,
): readonly Posted[] {
  const { sql } = context.parts;
  const isOwn = by === `person:${handoff.owner}`;
  sql.run(
    `UPDATE handoffs SET ended_at = ?, touched_at = CASE WHEN ? THEN ? ELSE touched_at END WHERE id = ?`,
    now,
    isOwn ? 1 : 0,
    now,
    handoff.id,
  );
  stopClock(sql, handoff.id);
  const stamp = agreementStamp(context, handoff.agreement) ?? inForce;
  const from = context.documents.all().people.get(handoff.owner);
  const given = giveTo(
    context,
    {
      inForce,
      stamp: { version: stamp.version, hash: stamp.hash },
      lead,
      occurrences: occurrencesOf(sql, lead.id),
      judgement: judgementOf(handoff),
      cause: lastCause(context, lead),
      owner: to,
      why,
      pooled: false,
      passing: {
        cause,
        by,
        note,
        before: handoff,
        from: { email: handoff.owner, name: from?.name ?? handoff.owner },
      },
    },
    now,
  );
  storeLeadStage(sql, given.lead, now);
  return isOwn
    ? given.posted
    : [...given.posted, ...tellFormer(context, handoff, lead, { to, why, cause, note }, now)];
}

/** The judgement that handed it over, from what is kept of it. */
export function judgementOf({ score, tier }: HandoffRow): Judgement {
  return { score: scoreSchema.parse(score), tier, disqualifiedBy: [], qualified: true, because: [] };
}

function tellFormer(
  context: Context,
  handoff: HandoffRow,
  lead: Lead,
  { to, why, cause, note }: Pick<PassingOn, 'to' | 'why' | 'cause' | 'note'>,
  now: number,
): readonly Posted[] {
  const { parts, outbox, links, documents } = context;
  if (!parts.settings.mail || !documents.all().people.has(handoff.owner)) return [];
  const holder = `person:${handoff.owner}`;
  const notice = () =>
    passedNotice({
      lead,
      tier: handoff.tier,
      to: to.name,
      why,
      note,
      isTheirs: false,
      isLate: cause === 'breach',
      whyLate: cause === 'breach' ? links.breachLink(handoff.publicId, holder, now) : null,
      inReplyTo: handingMail(context, lead, handoff.owner),
    });
  const parcel = {
    type: 'handoff.reassigned',
    channel: 'email',
    destination: null,
    target: handoff.owner,
    lead: lead.id,
    // It says nothing of a handoff that its reader has.
    handoff: null,
    submission: null,
    body: () => mailBody(notice()),
  } as const;
  return [outbox.post(parcel, now)];
}
