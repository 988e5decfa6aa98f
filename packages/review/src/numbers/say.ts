// Words for what stands behind a number: lengths of time, and reasons as the agreement in force says them.
import type { Agreement } from '@baton/agreement';

/** `34 min`, `2 h 5 min`, `3 days`. */
export function minutesInWords(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return `${whole} min`;
  if (whole >= 2 * 24 * 60) return daysInWords(whole / (24 * 60));
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`;
}

/** `1 day`, `12 days`; below ten with a tenth. */
export function daysInWords(days: number): string {
  const shown = days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
  return shown === 1 ? '1 day' : `${shown} days`;
}

export function reasonSays(agreement: Agreement | null, reason: string): string {
  if (reason === '') return 'no reason said';
  return agreement?.rejections.find(({ id }) => id === reason)?.says ?? reason;
}
