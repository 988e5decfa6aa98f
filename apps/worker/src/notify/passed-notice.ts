// A lead went from one person to another: told to whoever had it, to whoever has it now where no handoff tells them, and
// to those who asked to hear it.
import type { Lead } from '../desk/leads.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice } from './notice.ts';
import { oneLine, severalLines } from './shown-text.ts';

export type PassedNews = {
  readonly lead: Lead;
  readonly tier: string;
  /** The new owner's name. */
  readonly to: string;
  readonly why: string;
  /** What whoever passed it on has to say. */
  readonly note: string | null;
  /** Whether the reader has it now. */
  readonly isTheirs: boolean;
  /** It was taken from the reader since they did not answer in time. */
  readonly isLate: boolean;
  readonly whyLate: string | null;
  readonly inReplyTo: string | null;
};

export function passedNotice(news: PassedNews): Notice {
  const { lead, isTheirs, note, whyLate } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const to = oneLine(news.to, 120);
  const tier = oneLine(news.tier, 40).toUpperCase();
  const says = whatHappened(news, to);
  return {
    subject: oneLine(
      `${isTheirs ? 'Yours now' : `Passed on to ${to}`}: ${who}${company === '' ? '' : `, ${company}`}`,
      150,
    ),
    preview: says,
    kicker: tier === '' ? 'Passed on' : `Passed on · ${tier}`,
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone: phoneOf(lead),
    says,
    until: null,
    score: null,
    sections:
      note === null || note.trim() === ''
        ? []
        : [{ title: 'A note', lines: [{ label: 'Note', value: severalLines(note) }] }],
    actions: whyLate === null ? [] : [{ id: 'breach', label: 'Say why it was late', url: whyLate }],
    footer: [oneLine(`${news.why.replace(/[.\s]*$/, '')}.`, 300)],
    inReplyTo: news.inReplyTo,
  };
}

function whatHappened({ isTheirs, isLate }: PassedNews, to: string): string {
  if (isTheirs) return 'This lead is yours now.';
  return isLate
    ? `${to} has this lead now: it was not answered in time, so it went on as agreed. There is nothing left for you to do.`
    : `${to} has this lead now. There is nothing left for you to do.`;
}
