// What a lead in hand has done since its owner was told last: forms with their answers and behaviours as the agreement says
// them, in their order. It answers the mail that handed the lead over, and asks for nothing.
import type { Judgement } from '@baton/agreement';
import type { Catalogue } from '@baton/rules';
import type { PublishedVersion } from '../desk/published-version.ts';
import type { Lead } from '../desk/leads.ts';
import { standingInWords } from './activity-notice.ts';
import { answerLines } from './answer-lines.ts';
import { timeInWords } from './deadline-in-words.ts';
import { sectionsOf } from './handoff-notice.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice, Section } from './notice.ts';
import { oneLine } from './shown-text.ts';
import { visitLines } from './visit-lines.ts';

export type Happened =
  | {
      readonly kind: 'submission';
      readonly at: number;
      readonly published: PublishedVersion;
      /** What they told this time, by field id. */
      readonly answers: Readonly<Record<string, unknown>>;
      readonly visit: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'behaviour'; readonly at: number; readonly says: readonly string[] };

type Sent = Extract<Happened, { kind: 'submission' }>;

type FollowUpNews = {
  readonly lead: Lead;
  readonly judgement: Judgement | null;
  readonly catalogue: Catalogue;
  /** The earliest first, one at least. */
  readonly happened: readonly Happened[];
  readonly timeZone: string;
  /** The delivery that handed the lead over to the reader, when there was one. */
  readonly inReplyTo: string | null;
  /** Where the reader can see the lead. */
  readonly open: string | null;
};

export function followUpNotice(news: FollowUpNews): Notice {
  const { lead, judgement, happened } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const phone = phoneOf(lead);
  const did = didInWords(happened);
  const kicker = standingInWords(judgement);
  const says = `${who} is in your hands and has ${did}.`;
  return {
    subject: oneLine(`${who}${company === '' ? '' : `, ${company}`}: ${did}`, 150),
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
      ...happened.flatMap((one) => sectionsFor(news, one, [who, company, lead.email, phone])),
    ),
    actions: news.open === null ? [] : [{ id: 'open', label: 'Open the lead', url: news.open }],
    footer: ['You get this because the lead is yours.'],
    inReplyTo: news.inReplyTo,
  };
}

function formOf({ published }: Sent): string {
  return oneLine(published.form.name, 120);
}

function sentIn(happened: readonly Happened[]): readonly Sent[] {
  return happened.filter((one): one is Sent => one.kind === 'submission');
}

/** The end of a sentence that begins with who it is. */
function didInWords(happened: readonly Happened[]): string {
  const sent = sentIn(happened);
  const others = new Set(happened.flatMap((one) => (one.kind === 'behaviour' ? one.says : [])));
  const forms = [...new Set(sent.map(formOf))].map((form) => `“${form}”`);
  const times = sent.length > forms.length && forms.length === 1 ? ` ${sent.length} times` : '';
  if (forms.length === 0) return `been active: ${[...others].map((says) => oneLine(says, 60)).join(', ')}`;
  return `sent ${listed(forms)}${times}${others.size === 0 ? '' : ', and been active'}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** With the time, where there is more than one thing to tell. */
function sectionsFor(news: FollowUpNews, one: Happened, said: readonly (string | null)[]): Section[] {
  const isOnly = news.happened.length === 1;
  const at = isOnly ? '' : `${timeInWords(one.at, news.timeZone)}: `;
  if (one.kind === 'behaviour') {
    const lines = one.says.map((says) => ({ label: 'Behaviour', value: oneLine(says) }));
    return [{ title: isOnly ? 'What they did' : `${at}what they did`, lines }];
  }
  const { published, answers, visit } = one;
  const title = isOnly ? `Answers to “${formOf(one)}”` : `${at}answers to “${formOf(one)}”`;
  return [
    { title, lines: answerLines(published, news.catalogue, answers, said) },
    ...(isOnly ? [{ title: 'Visit', lines: visitLines(visit, []) }] : []),
  ];
}
