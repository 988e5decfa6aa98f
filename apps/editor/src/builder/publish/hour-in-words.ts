// Hours of this browser's clock.

const words = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @param at ISO */
export function hourInWords(at: string): string {
  return `on ${words.format(new Date(at))}`;
}

/** ISO, of what a field for date and time holds in the browser's zone; null where it holds none. */
export function instantOf(local: string | null): string | null {
  if (local === null) return null;
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What such a field holds for an instant. */
export function localOf(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
