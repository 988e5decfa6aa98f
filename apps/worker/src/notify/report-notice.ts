// The weekly report as a mail: what there is to decide together, then the numbers in a line each, what changed, and what to
// talk about. That a week had no leads is said in one line, and none of its numbers.
import { sharedNumbers } from '@baton/review';
import { monthInWords, type AgendaItem } from '../desk/reports/agenda.ts';
import type { WeekReport } from '../desk/reports/report-desk.ts';
import { noticeMail } from './mail-message.ts';
import type { Line, Notice, Section } from './notice.ts';
import { oneLine } from './shown-text.ts';

/** The frozen body. @param stop where its reader stops it */
export function reportMail(report: WeekReport, url: string, stop: string): string {
  return JSON.stringify({ ...noticeMail(reportNotice(report, url, stop)), unsubscribe: stop });
}

function reportNotice(report: WeekReport, url: string, stop: string): Notice {
  const { week, leads } = report;
  const title = `Your week, ${dayOf(week.from)} to ${dayOf(week.to)}`;
  const missed = report.numbers
    .filter((one) => one.missed)
    .map(({ id }) => sharedNumbers[id].title.toLowerCase());
  const says =
    leads === 0
      ? 'No leads came in this week.'
      : `${leads === 1 ? 'One lead' : `${leads} leads`} came in. ${
          missed.length === 0 ? 'Every target was met.' : `Missed: ${missed.join(', ')}.`
        }`;
  return {
    subject: oneLine(leads === 0 ? `${title}: no leads` : `${title}: ${leads} leads`, 150),
    preview: says,
    kicker: 'Weekly report',
    title,
    subtitle: null,
    email: null,
    phone: null,
    says,
    until: null,
    score: null,
    sections: sectionsOf(report, url).filter(({ lines }) => lines.length > 0),
    actions: [{ id: 'open', label: 'Open the review', url: `${url}/review?from=${week.from}&to=${week.to}` }],
    footer: ['You get this as one of the people of marketing or sales of this workspace.'],
    stop: { label: 'Stop sending it to me', url: stop },
    inReplyTo: null,
  };
}

function sectionsOf(report: WeekReport, url: string): Section[] {
  const inbox = (lead: string): string => `${url}/inbox/${lead}`;
  const { leads, agenda, numbers, changes, happened, alerts, breaches, questions, sample } = report;
  return [
    { title: 'For the meeting', lines: agenda.map((item) => agendaLine(item, report, url)) },
    ...(leads === 0
      ? []
      : [
          {
            title: 'The numbers',
            lines: numbers.map(({ id, says, missed }) => ({
              label: sharedNumbers[id].title,
              value: missed ? `${says} · missed` : says,
            })),
          },
          {
            title: 'What changed, and with what',
            lines: changes.map(({ says, why }) => ({
              label: says,
              value: why.length === 0 ? 'Everywhere alike.' : oneLine(why.join(' '), 600),
            })),
          },
        ]),
    {
      title: 'What was published or signed',
      lines: happened.map(({ at, says }) => ({ label: dayOf(at), value: oneLine(says, 300) })),
    },
    {
      title: 'Alerts',
      lines: alerts.map(({ title, open }) => ({ label: open ? 'Open' : 'Over', value: oneLine(title, 300) })),
    },
    {
      title: 'Breaches',
      lines: breaches.map(({ says, count }) => ({ label: says, value: String(count) })),
    },
    {
      title: 'Open questions between the teams',
      lines: questions.map(({ lead, name, to, text, late }) => ({
        label: `To ${to}${late ? ', late' : ''}`,
        value: `${name}: ${oneLine(text, 300)}`,
        href: inbox(lead),
      })),
    },
    ...(sample === null
      ? []
      : [
          {
            title: `Leads of ${monthInWords(sample.month)} to talk about`,
            lines: sample.leads.map(({ lead, kind, name, company, says }): Line => ({
              label: kindWords[kind],
              value: company === '' ? name : `${name}, ${company}`,
              beside: oneLine(says, 200),
              href: inbox(lead),
            })),
          },
        ]),
  ];
}

const kindWords = { rejected: 'Rejected', accepted: 'Accepted', unanswered: 'Not answered' } as const;

/** Where each leads. */
const paths: Readonly<Record<AgendaItem['kind'], string>> = {
  target: '/review',
  alert: '/review/alerts',
  questions: '/review/report',
  breaches: '/review/speed',
  quality: '/review/report',
  agreement: '/agreement',
  outcomes: '/review/calibration',
};

function agendaLine({ kind, label, says, number }: AgendaItem, { week }: WeekReport, url: string): Line {
  const days = `?from=${week.from}&to=${week.to}`;
  const href =
    number === null
      ? `${url}${paths[kind]}${kind === 'breaches' ? days : ''}`
      : `${url}/review${days}&number=${number}`;
  return { label, value: oneLine(says, 300), href };
}

function dayOf(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(iso),
  );
}
