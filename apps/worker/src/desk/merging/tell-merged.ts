// Whose open handoff gave way as two leads became one, and has come back as they are two again, hears of it; so do the
// destinations that ask who has which lead.
import { eventBody } from '../../notify/event.ts';
import { mailBody } from '../../notify/mail-message.ts';
import { passedNotice } from '../../notify/passed-notice.ts';
import { authorName } from '../../notify/stage-notice.ts';
import type { Context } from '../context.ts';
import { destinationsFor, parcelFor } from '../destinations.ts';
import { handoffById, type HandoffRow } from '../handoffs.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { handingMail } from '../handing-mail.ts';

/** @param lead the one that both are now */
export function tellEnded(
  context: Context,
  lead: Lead,
  ended: HandoffRow,
  kept: number | null,
  by: string,
  now: number,
): readonly Posted[] {
  const standing = kept === null ? null : handoffById(context, kept);
  const to = standing?.owner ?? lead.owner ?? ended.owner;
  // They have the lead either way.
  if (to === ended.owner) return [];
  const name = authorName(by, context.documents.all().people);
  const why = `${name} merged two leads that are one person`;
  return tell(
    context,
    lead,
    { from: ended, to, before: ended, handoff: standing, why, by, cause: 'merged' },
    now,
  );
}

/** @param lead whose handoff has been opened again */
export function tellReopened(
  context: Context,
  lead: Lead,
  reopened: HandoffRow,
  former: HandoffRow | null,
  by: string,
  now: number,
): readonly Posted[] {
  if (former?.owner === reopened.owner) return [];
  const name = authorName(by, context.documents.all().people);
  const why = `${name} took apart two leads that had been merged`;
  const news = {
    from: reopened,
    to: reopened.owner,
    before: former,
    handoff: reopened,
    why,
    by,
    cause: 'unmerged',
  };
  return tell(context, lead, news, now);
}

type News = {
  /** Who is written to: the owner of this one. */
  readonly from: HandoffRow;
  readonly to: string;
  readonly before: HandoffRow | null;
  readonly handoff: HandoffRow | null;
  readonly why: string;
  readonly by: string;
  readonly cause: string;
};

function tell(context: Context, lead: Lead, news: News, now: number): readonly Posted[] {
  const { documents, outbox, parts } = context;
  const { from, to, before, handoff, why, by, cause } = news;
  const { people } = documents.all();
  const named = (email: string) => ({ email, name: people.get(email)?.name ?? email });
  const notice = (isTheirs: boolean, inReplyTo: string | null) =>
    passedNotice({
      lead,
      tier: from.tier,
      to: named(to).name,
      why,
      note: null,
      isTheirs,
      isLate: false,
      whyLate: null,
      inReplyTo,
    });
  const event = (): string =>
    eventBody({
      type: 'handoff.reassigned',
      at: now,
      lead,
      score: from.score,
      tier: from.tier,
      agreement: null,
      owner: people.get(to) ?? null,
      deadline: handoff?.deadline ?? null,
      submission: null,
      links: null,
      more: {
        handoff: handoff === null ? null : { id: handoff.publicId, before: before?.publicId ?? null },
        from: before === null ? null : named(before.owner),
        to: named(to),
        cause,
        by,
        note: null,
      },
    });
  const about = { lead: lead.id, handoff: null, submission: null };
  const type = 'handoff.reassigned';
  const posted = destinationsFor(documents, type, from.tier).map((destination) =>
    outbox.post(parcelFor(destination, type, about, { event, notice: () => notice(false, null) }), now),
  );
  if (!parts.settings.mail || !people.has(from.owner) || by === `person:${from.owner}`) return posted;
  const body = (): string => mailBody(notice(to === from.owner, handingMail(context, lead, from.owner)));
  const mail = { type, channel: 'email', destination: null, target: from.owner, ...about, body } as const;
  return [...posted, outbox.post(mail, now)];
}
