// What both teams have to decide together after a week, the gravest first: the same on the screen and in the mail.
import { sharedNumbers, type NumberId } from '@baton/review';
import type { AgendaKind } from './agenda-kinds.ts';
import type { WeekReport } from './report-desk.ts';

export type AgendaItem = {
  readonly kind: AgendaKind;
  readonly label: string;
  readonly says: string;
  /** Of a target: the number that missed it. */
  readonly number: NumberId | null;
};

export function agendaOf(report: Omit<WeekReport, 'agenda'>): AgendaItem[] {
  const { numbers, questions, breaches, alerts, sample, redefinition } = report;
  const unsaid = breaches.find(({ isUnsaid }) => isUnsaid);
  const late = questions.filter((question) => question.late).length;
  const item = (kind: AgendaItem['kind'], label: string, says: string): AgendaItem => ({
    kind,
    label,
    says,
    number: null,
  });
  return [
    ...numbers
      .filter(({ missed }) => missed)
      .map(({ id, says }) => ({
        ...item('target', 'Missed target', `${sharedNumbers[id].title}: ${says}`),
        number: id,
      })),
    ...alerts.filter(({ open }) => open).map(({ title }) => item('alert', 'Open alert', title)),
    ...(questions.length === 0
      ? []
      : [
          item(
            'questions',
            'Open questions',
            `${several(questions.length, 'question')} to answer${late === 0 ? '' : `, ${late} of them late`}`,
          ),
        ]),
    ...(unsaid === undefined
      ? []
      : [
          item(
            'breaches',
            'Breaches',
            `Say why ${several(unsaid.count, 'deadline')} ${unsaid.count === 1 ? 'was' : 'were'} missed`,
          ),
        ]),
    ...(sample === null || sample.leads.length === 0
      ? []
      : [
          item(
            'quality',
            'Lead quality',
            `Look at ${several(sample.leads.length, 'lead')} of ${monthInWords(sample.month)} together`,
          ),
        ]),
    ...(redefinition === null
      ? []
      : [
          item(
            'agreement',
            redefinition.late ? 'Review is due' : 'Review is near',
            'Look at the agreement again: keep it as it is, or propose a change',
          ),
          item(
            'outcomes',
            'What outcomes say',
            'See which points and which threshold they suggest, and make it a draft',
          ),
        ]),
  ];
}

/** `November 2026` of `2026-11`. */
export function monthInWords(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  );
}

function several(count: number, word: string): string {
  return count === 1 ? `one ${word}` : `${count} ${word}s`;
}
