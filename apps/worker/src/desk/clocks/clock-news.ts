// What there is to tell of a clock, for one reader.
import type { ClockNews } from '../../notify/clock-notice.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { handingMail } from '../handing-mail.ts';
import type { HandoffRow } from '../handoffs.ts';

export type ClockReader = {
  /** Whose links these are: `person:<e-mail>` or `destination:<id>`. */
  readonly holder: string;
  readonly percent: number;
  readonly now: number;
};

export function clockNews(
  context: Context,
  handoff: HandoffRow,
  lead: Lead,
  { holder, percent, now }: ClockReader,
): ClockNews {
  const { documents, links } = context;
  const { people } = documents.all();
  const isTheirs = holder === `person:${handoff.owner}`;
  const total = handoff.score['total'];
  return {
    lead,
    tier: handoff.tier,
    total: typeof total === 'number' ? total : null,
    owner: people.get(handoff.owner)?.name ?? handoff.owner,
    deadline: handoff.deadline ?? now,
    timeZone: documents.inForce()?.judge.hours.timeZone ?? 'UTC',
    percent,
    isTheirs,
    links: links.linksFor(handoff.publicId, holder, now),
    whyLate: percent < 100 ? null : links.breachLink(handoff.publicId, holder, now),
    inReplyTo: isTheirs ? handingMail(context, lead, handoff.owner) : null,
  };
}
