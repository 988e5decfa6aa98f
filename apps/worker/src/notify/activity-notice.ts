// Somebody sent a form: told to the destinations that ask for every arrival. It asks for nothing.
import type { Judgement } from '@baton/agreement';
import type { Catalogue } from '@baton/rules';
import type { PublishedVersion } from '../desk/published-version.ts';
import type { Lead } from '../desk/leads.ts';
import { answerLines } from './answer-lines.ts';
import { sectionsOf } from './handoff-notice.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice } from './notice.ts';
import { oneLine } from './shown-text.ts';
import { visitLines } from './visit-lines.ts';

export type ActivityNews = {
  readonly lead: Lead;
  readonly judgement: Judgement | null;
  readonly catalogue: Catalogue;
  readonly published: PublishedVersion;
  /** What they told this time, by field id. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
};

export function activityNotice(news: ActivityNews): Notice {
  const { lead, judgement, published } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const phone = phoneOf(lead);
  const form = oneLine(published.form.name, 120);
  const says = `${who} has sent “${form}”.`;
  const kicker = standingInWords(judgement);
  return {
    subject: oneLine(`${who}${company === '' ? '' : `, ${company}`}: sent “${form}”`, 150),
    preview: oneLine(kicker === null ? says : `${kicker}. ${says}`),
    kicker,
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone,
    says,
    until: null,
    score: null,
    sections: sectionsOf(
      {
        title: `Answers to “${form}”`,
        lines: answerLines(published, news.catalogue, news.answers, [who, company, lead.email, phone]),
      },
      { title: 'Visit', lines: visitLines(news.visit, []) },
    ),
    actions: [],
    footer: ['You get this because this destination asks for every lead.'],
    inReplyTo: null,
  };
}

/** Tier and points, in a few words; null: nobody has judged it. */
export function standingInWords(judgement: Judgement | null): string | null {
  return judgement === null
    ? null
    : `${oneLine(judgement.tier, 40).toUpperCase()} · ${judgement.score.total} points`;
}
