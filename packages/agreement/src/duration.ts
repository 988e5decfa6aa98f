// Durations as ISO 8601 writes them, in parts whose length does not depend on the calendar: weeks, days, hours,
// minutes, seconds. Years and months are refused, and so is nothing at all.

/** `days` are whole days, `milliseconds` the time parts' sum. */
export type Duration = { readonly days: number; readonly milliseconds: number };

const hour = 3_600_000;
const shape = /^P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?)$/;

/** Reads `P90D`, `P2W`, `PT15M`, `P1DT4H`; null for anything else and for a duration of zero. */
export function parseDuration(text: string): Duration | null {
  const parts = shape.exec(text);
  if (parts === null) return null;
  const part = (index: number): number => Number(parts[index] ?? 0);
  const days = part(1) * 7 + part(2);
  const milliseconds = part(3) * hour + part(4) * 60_000 + part(5) * 1000;
  return days === 0 && milliseconds === 0 ? null : { days, milliseconds };
}

export function isDuration(text: string): boolean {
  return parseDuration(text) !== null;
}

/** Weeks are refused where days mean business days: seven of those are no week. */
export function isBusinessDuration(text: string): boolean {
  return isDuration(text) && !text.includes('W');
}
