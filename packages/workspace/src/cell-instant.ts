// A moment as tables from elsewhere write it: ISO 8601 in every table; days before months or months before days where
// whoever knows the table has said which. Without an offset it is UTC. Refuses years of two digits and days that are not.
import { isDay } from '@baton/rules';

export const dateStyles = ['iso', 'dmy', 'mdy'] as const;

/** Which of a day's numbers comes first, where it does not begin with the year. */
export type DateStyle = (typeof dateStyles)[number];

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)? ?([ap]m)? ?(Z|UTC|[+-]\d\d:?\d\d)?)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${time}$`, 'i');
const other = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})${time}$`, 'i');

/** Epoch milliseconds, or null. */
export function cellInstant(text: string, style: DateStyle): number | null {
  const trimmed = text.trim();
  const asIso = iso.exec(trimmed);
  if (asIso !== null) {
    const [, year = '', month = '', day = '', ...clock] = asIso;
    return instantOf(year, month, day, clock);
  }
  const found = style === 'iso' ? null : other.exec(trimmed);
  if (found === null) return null;
  const [, first = '', second = '', year = '', ...clock] = found;
  const [day, month] = style === 'dmy' ? [first, second] : [second, first];
  return instantOf(year, month, day, clock);
}

function instantOf(
  year: string,
  month: string,
  day: string,
  [hour = '0', minute = '00', second = '00', half, zone = 'Z']: readonly (string | undefined)[],
): number | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(date)) return null;
  const hours = half === undefined ? Number(hour) : hourOf(Number(hour), half.toLowerCase() === 'pm');
  if (hours === null) return null;
  const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const at = Date.parse(`${date}T${String(hours).padStart(2, '0')}:${minute}:${second}${offset}`);
  return Number.isNaN(at) ? null : at;
}

/** Of twelve hours, twice a day. */
function hourOf(hour: number, isAfternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}
