// The steps of a lead's way and how long they take, as one reads them. Pure.
import type { ReviewFunnel } from '@baton/worker/api-types';

type Step = ReviewFunnel['steps'][number];

export const stepNames: Readonly<Record<Step['step'] | 'lead', string>> = {
  lead: 'Lead',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
};

/** `MQL → SAL`. */
export function stepInWords(step: Step['step']): string {
  return `${stepNames[before[step]]} → ${stepNames[step]}`;
}

const before = {
  mql: 'lead',
  sal: 'mql',
  sql: 'sal',
  opportunity: 'sql',
  won: 'opportunity',
} as const;

/** `12 days`, `3.4 days`, `5 h`, `12 min`. */
export function daysInWords(days: number | null): string {
  if (days === null) return '–';
  if (days >= 10) return `${Math.round(days)} days`;
  if (days >= 1) return `${days.toFixed(1)} days`;
  return minutesInWords(days * 1440);
}

/** `2 days`, `3 h`, `12 min`, `at once`. */
export function minutesInWords(minutes: number | null): string {
  if (minutes === null) return '–';
  if (minutes >= 2880) return `${(minutes / 1440).toFixed(minutes >= 14_400 ? 0 : 1)} days`;
  if (minutes >= 120) return `${(minutes / 60).toFixed(minutes >= 600 ? 0 : 1)} h`;
  return minutes >= 1 ? `${Math.round(minutes)} min` : 'at once';
}

const month = new Intl.DateTimeFormat('en', { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** `Nov 26` of `2026-11`. */
export function monthInWords(of: string): string {
  return month.format(new Date(`${of}-01`)).replace(' ', ' ’');
}
