// A follow-up is nearly due, or overdue: told to the owner, or to whoever the agreement says.
import type { Lead } from '../desk/leads.ts';
import type { HandoffLinks } from '../desk/verdict-links.ts';
import { deadlineWithZone } from './deadline-in-words.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice } from './notice.ts';
import { oneLine } from './shown-text.ts';

export type ClockNews = {
  readonly lead: Lead;
  readonly tier: string;
  readonly total: number | null;
  /** The owner's name. */
  readonly owner: string;
  readonly deadline: number;
  readonly timeZone: string;
  /** Of the follow-up time. */
  readonly percent: number;
  /** Whether the reader is the owner. */
  readonly isTheirs: boolean;
  readonly links: Readonly<HandoffLinks>;
  /** Where the reason of a breach is given; null before there is one. */
  readonly whyLate: string | null;
  readonly inReplyTo: string | null;
};

export function clockNotice(news: ClockNews): Notice {
  const { lead, percent, isTheirs, links, whyLate } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const until = deadlineWithZone(news.deadline, news.timeZone);
  const owner = oneLine(news.owner, 120);
  const isLate = percent >= 100;
  const tier = oneLine(news.tier, 40).toUpperCase();
  const share = `${percent}% of the follow-up time`;
  const says = isLate
    ? `${isTheirs ? 'You have' : `${owner} has`} not answered yet. The follow-up was due by ${until}.`
    : `${share} has passed and ${isTheirs ? 'you have' : `${owner} has`} not answered yet.`;
  return {
    subject: oneLine(
      `${isLate ? 'Overdue' : 'Nearly due'}: ${who}${company === '' ? '' : `, ${company}`}`,
      150,
    ),
    preview: says,
    kicker: news.total === null ? tier : `${tier} · ${news.total} points`,
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone: phoneOf(lead),
    says,
    until: isLate ? null : `Follow up by ${until}`,
    score: null,
    sections: [],
    actions: [
      ...(isTheirs
        ? [
            { id: 'accept', label: 'Accept', url: links.accept },
            { id: 'reject', label: 'Reject', url: links.reject },
          ]
        : []),
      { id: 'open', label: 'Open', url: links.open },
      ...(whyLate === null ? [] : [{ id: 'breach', label: 'Say why it is late', url: whyLate }]),
    ],
    footer: [
      isTheirs
        ? 'You get this because the lead is yours, and the agreement asks for it.'
        : `You get this because the agreement names you, or because this destination asks for it. The lead is ${owner}'s.`,
    ],
    inReplyTo: news.inReplyTo,
  };
}
