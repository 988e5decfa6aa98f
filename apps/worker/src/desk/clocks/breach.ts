// A deadline has passed without an answer: noted once, and told to the destinations that ask for it.
import { eventBody } from '../../notify/event.ts';
import { clockNotice } from '../../notify/clock-notice.ts';
import { agreementStamp } from '../agreement-stamp.ts';
import type { Context } from '../context.ts';
import { destinationsFor, parcelFor } from '../destinations.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import type { HandoffRow } from '../handoffs.ts';
import { clockNews } from './clock-news.ts';

/** @param at the deadline that was missed, epoch ms */
export function breach(context: Context, handoff: HandoffRow, lead: Lead, at: number, now: number): Posted[] {
  const { parts, documents, outbox, links } = context;
  parts.sql.run(`UPDATE handoffs SET breached_at = ? WHERE id = ? AND breached_at IS NULL`, at, handoff.id);
  const about = { lead: lead.id, handoff: handoff.id, submission: null };
  return destinationsFor(documents, 'handoff.breached', handoff.tier).map((destination) => {
    const holder = `destination:${destination.id}`;
    const event = (): string =>
      eventBody({
        type: 'handoff.breached',
        at: now,
        lead,
        score: handoff.score,
        tier: handoff.tier,
        agreement: agreementStamp(context, handoff.agreement),
        owner: documents.all().people.get(handoff.owner) ?? null,
        deadline: at,
        submission: null,
        links: links.linksFor(handoff.publicId, holder, now),
        more: {
          handoff: {
            id: handoff.publicId,
            at: new Date(handoff.at).toISOString(),
            deliveredAt: handoff.deliveredAt === null ? null : new Date(handoff.deliveredAt).toISOString(),
            breachedAt: new Date(at).toISOString(),
          },
        },
      });
    const notice = () => clockNotice(clockNews(context, handoff, lead, { holder, percent: 100, now }));
    return outbox.post(parcelFor(destination, 'handoff.breached', about, { event, notice }), now);
  });
}
