// A question about a lead, or an answer to one, as those read it who are to know. What was written is text everywhere.
import type { Person } from '@baton/agreement';
import type { Lead } from '../desk/leads.ts';
import { deadlineInWords } from './deadline-in-words.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Line, Notice } from './notice.ts';
import { oneLine, severalLines } from './shown-text.ts';
import { authorName } from './stage-notice.ts';

export type NoteNews = {
  readonly lead: Lead;
  readonly people: ReadonlyMap<string, Person>;
  readonly author: string;
  readonly text: string;
  /** What is answered; null when this is a question itself. */
  readonly question: string | null;
  /** The label of what it is about. */
  readonly field: string | null;
  readonly dueAt: number | null;
  readonly timeZone: string;
  readonly inReplyTo: string | null;
  readonly open: string;
};

export function noteNotice(news: NoteNews): Notice {
  const { lead, question, field } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const by = authorName(news.author, news.people);
  const about = field === null ? who : `“${oneLine(field, 80)}” of ${who}`;
  const says = question === null ? `${by} asks about ${about}.` : `${by} has answered about ${about}.`;
  const said: Line = { label: by, value: severalLines(news.text, 4000), isLong: true };
  const asked: Line[] =
    question === null ? [] : [{ label: 'Asked', value: severalLines(question, 1000), isLong: true }];
  return {
    subject: oneLine(
      `${question === null ? 'Question' : 'Answer'}: ${who}${company === '' ? '' : `, ${company}`}`,
      150,
    ),
    preview: oneLine(news.text, 150),
    kicker: question === null ? 'Question' : 'Answer',
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone: phoneOf(lead),
    says,
    until:
      news.dueAt === null ? null : `An answer is agreed by ${deadlineInWords(news.dueAt, news.timeZone)}.`,
    score: null,
    sections: [{ title: question === null ? 'Question' : 'Answer', lines: [said, ...asked] }],
    actions: [{ id: 'open', label: 'Open the lead', url: news.open }],
    footer: ['You get this because the question is for your side, or is yours.'],
    inReplyTo: news.inReplyTo,
  };
}
