// The weekly report as a mail: the numbers in a line each, then what changed, and what to talk about. A week without leads
// is said in one line.
import { sharedNumbers } from '@baton/review';
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
    sections: (leads === 0 ? [] : sectionsOf(report, url)).filter(({ lines }) => lines.length > 0),
    actions: [{ id: 'open', label: 'Open the review', url: `${url}/review?from=${week.from}&to=${week.to}` }],
    footer: [
      'You get this as one of the people of marketing or sales of this workspace.',
      `Stop it: ${stop}`,
    ],
    inReplyTo: null,
  };
}

function sectionsOf(report: WeekReport, url: string): Section[] {
  const inbox = (lead: string): string => `${url}/inbox/${lead}`;
  return [
    {
      title: 'The numbers',
      lines: report.numbers.map(({ id, says, missed }) => ({
        label: sharedNumbers[id].title,
        value: missed ? `${says} · missed` : says,
      })),
    },
    {
      title: 'What changed, and with what',
      lines: report.changes.map(({ says, why }) => ({
        label: says,
        value: why.length === 0 ? 'Everywhere alike.' : oneLine(why.join(' '), 600),
      })),
    },
    {
      title: 'What was published or signed',
      lines: report.happened.map(({ at, says }) => ({ label: dayOf(at), value: oneLine(says, 300) })),
    },
    {
      title: 'Alerts',
      lines: report.alerts.map(({ title, open }) => ({
        label: open ? 'Open' : 'Over',
        value: oneLine(title, 300),
      })),
    },
    {
      title: 'Breaches',
      lines: report.breaches.map(({ says, count }) => ({ label: says, value: String(count) })),
    },
    {
      title: 'Open questions between the teams',
      lines: report.questions.map(({ lead, name, to, text, late }) => ({
        label: `To ${to}${late ? ', late' : ''}`,
        value: `${name}: ${oneLine(text, 300)}`,
        href: inbox(lead),
      })),
    },
    ...(report.sample === null
      ? []
      : [
          {
            title: `Leads of ${report.sample.month} to talk about`,
            lines: report.sample.leads.map(({ lead, name, company, says }): Line => ({
              label: says,
              value: company === '' ? name : `${name}, ${company}`,
              href: inbox(lead),
            })),
          },
        ]),
    { title: 'For the meeting', lines: agendaOf(report, url) },
  ];
}

/** What there is to decide, the gravest first. */
function agendaOf(report: WeekReport, url: string): Line[] {
  const { numbers, questions, breaches, alerts, sample, redefinition } = report;
  const unsaid = breaches.find(({ says }) => says.startsWith('Nobody'));
  const lines: (Line | null)[] = [
    ...numbers
      .filter(({ missed }) => missed)
      .map(({ id, says }) => ({
        label: 'Missed target',
        value: `${sharedNumbers[id].title}: ${says}`,
        href: `${url}/review`,
      })),
    ...alerts
      .filter(({ open }) => open)
      .map(({ title }) => ({ label: 'Open alert', value: title, href: `${url}/review/alerts` })),
    questions.length === 0 ? null : { label: 'Open questions', value: `${questions.length} to answer` },
    unsaid === undefined
      ? null
      : { label: 'Breaches', value: `Say why ${unsaid.count} deadlines were missed` },
    sample === null || sample.leads.length === 0
      ? null
      : { label: 'Lead quality', value: `Look at ${sample.leads.length} leads of ${sample.month} together` },
    redefinition === null
      ? null
      : {
          label: redefinition.late ? 'Review is due' : 'Review is near',
          value: 'Look at the agreement again: keep it as it is, or propose what outcomes suggest.',
          href: `${url}/agreement`,
        },
  ];
  return lines.filter((line) => line !== null);
}

function dayOf(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(iso),
  );
}
