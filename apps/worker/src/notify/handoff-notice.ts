// A lead is given to somebody: who, how good, why, what they told, until when, and what can be said to it.
import type { Judgement, Person } from '@baton/agreement';
import type { Catalogue } from '@baton/rules';
import type { InForce } from '../desk/documents.ts';
import type { PublishedVersion } from '../desk/published-version.ts';
import type { Lead } from '../desk/leads.ts';
import type { HandoffLinks } from '../desk/verdict-links.ts';
import { answerLines, attributeLines } from './answer-lines.ts';
import { deadlineWithZone } from './deadline-in-words.ts';
import { companyName, personName, phoneOf } from './names.ts';
import { noticeScore, type Notice, type Section } from './notice.ts';
import { oneLine } from './shown-text.ts';
import { visitLines } from './visit-lines.ts';

export type HandoffNews = {
  readonly lead: Lead;
  readonly judgement: Judgement;
  readonly inForce: InForce;
  readonly catalogue: Catalogue;
  readonly owner: Person;
  readonly why: string;
  /** What whoever passed it on has to say. */
  readonly says: string | null;
  readonly deadline: number | null;
  readonly published: PublishedVersion | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
  readonly pages: readonly string[];
  readonly links: Readonly<HandoffLinks>;
};

export function handoffNotice(news: HandoffNews): Notice {
  const { lead, judgement, inForce, catalogue, owner, published, links } = news;
  const { agreement } = inForce.judge;
  const who = personName(lead);
  const company = companyName(lead);
  const phone = phoneOf(lead);
  const tier = oneLine(judgement.tier, 40).toUpperCase();
  const { fit, engagement, intent } = agreement.score;
  const score = noticeScore(judgement.score, {
    fit: fit.max,
    engagement: engagement.max,
    intent: intent.max,
  });
  const until = news.deadline === null ? null : deadlineWithZone(news.deadline, agreement.hours.timeZone);
  const reasons = score.reasons.filter(({ points }) => points > 0).map(({ says }) => oneLine(says, 80));
  return {
    subject: oneLine(`${tier} ${score.total}: ${who}${company === '' ? '' : `, ${company}`}`, 150),
    preview: oneLine(`${until === null ? '' : `Follow up by ${until}. `}${reasons.slice(0, 3).join(' · ')}`),
    kicker: `${tier} · ${score.total} points`,
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone,
    says: news.says === null ? null : oneLine(news.says, 500),
    until: until === null ? null : `Follow up by ${until}`,
    score,
    sections: sectionsOf(
      published === null
        ? { title: 'What we know', lines: attributeLines(catalogue, lead.attributes) }
        : {
            title: `Answers to “${oneLine(published.form.name, 120)}”`,
            lines: answerLines(published, catalogue, news.answers, [who, company, lead.email, phone]),
          },
      { title: 'Visit', lines: visitLines(news.visit, news.pages) },
    ),
    actions: [
      { id: 'accept', label: 'Accept', url: links.accept },
      { id: 'reject', label: 'Reject', url: links.reject },
      { id: 'open', label: 'Open', url: links.open },
    ],
    footer: [
      oneLine(`For ${owner.name}. ${news.why.replace(/[.\s]*$/, '.')}`),
      `Judged under version ${inForce.version} of the agreement “${oneLine(agreement.title, 120)}”.`,
    ],
    inReplyTo: null,
  };
}

/** Without those that have nothing to say. */
export function sectionsOf(...sections: readonly Section[]): Section[] {
  return sections.filter(({ lines }) => lines.length > 0);
}
