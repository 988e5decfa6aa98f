// How a single value is read before it is compared: when it is missing, and as a number. Refuses to guess: what cannot be
// read as a number is NaN, which compares with nothing.

/** Whether nothing is there: absent, null, NaN, blank text, a list of nothing. Never throws. */
export function isMissing(value: unknown): boolean {
  return [value].flat().every(isNothing);
}

function isNothing(value: unknown): boolean {
  return typeof value === 'string'
    ? value.trim() === ''
    : value === undefined || value === null || Number.isNaN(value);
}

/** A number as it is, a numeric text as its number (as `Number` reads it), anything else NaN. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
