// What texts compare by, whatever way they are compared: written otherwise, they are the same text. A form whose conditions
// read no text carries a script without it.
import type { Found } from './match.ts';

/**
 * Text as it compares: trimmed, NFC, lower case without regard to any locale. Putting combining marks in order takes
 * time quadratic in their run, so in a long text a run is parted after 30, as Unicode's stream-safe format parts it
 * (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
 */
export function normaliseText(text: string): string {
  const safe = text.length > 200 ? text.replace(/\p{M}{30}(?=\p{M})/gu, '$&\u034f') : text;
  return safe.trim().normalize().toLowerCase();
}

/** The key of a text; any other key as it is. */
export const texts: (<K extends Found>(found: K) => K | string) | undefined = (found) =>
  typeof found === 'string' ? normaliseText(found) : found;
