// Sales has spoken: what became of a lead that was handed over, for those who asked to hear it.
import type { Person } from '@baton/agreement';
import type { Lead } from '../desk/leads.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice } from './notice.ts';
import { oneLine, severalLines } from './shown-text.ts';

export type VerdictNews = {
  readonly lead: Lead;
  readonly accepted: boolean;
  /** `person:<e-mail>` or `destination:<id>`. */
  readonly by: string;
  readonly people: ReadonlyMap<string, Person>;
  /** The reason as the agreement says it. */
  readonly reason: string | null;
  readonly note: string | null;
  readonly tier: string;
};

export function verdictNotice(news: VerdictNews): Notice {
  const { lead, accepted, reason, note } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const holder = news.by.slice(news.by.indexOf(':') + 1);
  const by = oneLine(news.people.get(holder)?.name ?? holder, 120);
  const word = accepted ? 'Accepted' : 'Rejected';
  const because = reason === null ? '' : `: ${oneLine(reason, 200)}`;
  const says = `${by} has ${accepted ? 'accepted' : 'rejected'} this lead${because}.`;
  return {
    subject: oneLine(`${word}: ${who}${company === '' ? '' : `, ${company}`}`, 150),
    preview: says,
    kicker: `${word} · ${oneLine(news.tier, 40).toUpperCase()}`,
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
        : [{ title: 'Their note', lines: [{ label: by, value: severalLines(note) }] }],
    actions: [],
    footer: [],
    inReplyTo: null,
  };
}
