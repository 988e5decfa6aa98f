// Somebody had a lead and has it no longer: who has it now, and why.
import type { Lead } from '../desk/leads.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice } from './notice.ts';
import { oneLine } from './shown-text.ts';

export type PassedNews = {
  readonly lead: Lead;
  readonly tier: string;
  /** The new owner's name. */
  readonly to: string;
  readonly why: string;
  /** It was taken from them since they did not answer in time. */
  readonly isLate: boolean;
  readonly whyLate: string | null;
  readonly inReplyTo: string | null;
};

export function passedNotice(news: PassedNews): Notice {
  const { lead, isLate, whyLate } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const to = oneLine(news.to, 120);
  const says = isLate
    ? `${to} has this lead now: it was not answered in time, so it went on as agreed. There is nothing left for you to do.`
    : `${to} has this lead now. There is nothing left for you to do.`;
  return {
    subject: oneLine(`Passed on to ${to}: ${who}${company === '' ? '' : `, ${company}`}`, 150),
    preview: says,
    kicker: `Passed on · ${oneLine(news.tier, 40).toUpperCase()}`,
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone: phoneOf(lead),
    says,
    until: null,
    score: null,
    sections: [],
    actions: whyLate === null ? [] : [{ id: 'breach', label: 'Say why it was late', url: whyLate }],
    footer: [oneLine(`${news.why.replace(/[.\s]*$/, '')}.`, 300)],
    inReplyTo: news.inReplyTo,
  };
}
