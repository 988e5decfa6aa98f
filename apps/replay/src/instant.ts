// A moment as it stands in a table: an ISO 8601 day or time. Without an offset it is UTC, so that the same file
// gives the same score everywhere. Refuses every other notation, whose days and months could be taken for each other.
import { isDay } from '@baton/rules';

const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Epoch milliseconds, or null. */
export function parseInstant(text: string): number | null {
  const [, day = '', time = '00:00', offset = 'Z'] = pattern.exec(text.trim()) ?? [];
  if (!isDay(day)) return null;
  const zone = offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const at = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(at) ? null : at;
}
