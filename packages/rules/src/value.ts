// How a single value is read before it is compared: when it is missing, as text, as a number. Refuses to guess:
// what cannot be read as a number is NaN, which compares with nothing.

/** Whether nothing is there: absent, null, NaN, blank text, a list of nothing. Never throws. */
export function isMissing(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isNothing) : isNothing(value);
}

function isNothing(value: unknown): boolean {
  return typeof value === 'string'
    ? value.trim() === ''
    : value === undefined || value === null || Number.isNaN(value);
}

/**
 * Text as it compares: trimmed, NFC, lower case without regard to any locale. Putting combining marks in order takes
 * time quadratic in their run, so in a long text a run is parted after 30, as Unicode's stream-safe format parts it
 * (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
 */
export function normaliseText(text: string): string {
  const safe = text.length > 200 ? text.replace(/\p{M}{30}(?=\p{M})/gu, '$&\u034f') : text;
  return safe.trim().normalize().toLowerCase();
}

/** A number as it is, a numeric text as its number (as `Number` reads it), anything else NaN. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
