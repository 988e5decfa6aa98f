// Points, durations, shares as one says them. Each as it is written: 240 minutes are not said as 4 hours, so that
// whatever is written differently reads differently.
import { numberInWords, sentence, valueWord, type Words } from '@baton/rules';

export function pointsInWords(points: number): Words {
  return [valueWord(`${numberInWords(points)} ${points === 1 ? 'point' : 'points'}`)];
}

export function countInWords(count: number, one: string, many: string): Words {
  return [valueWord(`${numberInWords(count)} ${count === 1 ? one : many}`)];
}

const shape = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * `1 business day and 4 hours`.
 * @param days what its days are: those of the calendar, or only the open ones
 */
export function durationInWords(duration: string, days: 'calendar' | 'business'): Words {
  const parts = shape.exec(duration.trim());
  const day = days === 'business' ? 'business day' : 'day';
  const units = ['week', day, 'hour', 'minute', 'second'];
  const said = units.flatMap((unit, index) => {
    const count = Number(parts?.[index + 1] ?? 0);
    return count === 0 ? [] : `${numberInWords(count)} ${unit}${count === 1 ? '' : 's'}`;
  });
  return [valueWord(said.length === 0 ? `“${duration}”` : said.join(' and '))];
}

/** Whether nothing of a duration is counted in days. */
function isWithinDay(duration: string): boolean {
  return duration.trim().startsWith('PT');
}

/** `within 15 minutes of business time`, `within 2 business days`. */
export function withinInWords(duration: string): Words {
  const said = sentence('within ', durationInWords(duration, 'business'));
  return isWithinDay(duration) ? sentence(said, ' of business time') : said;
}

const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 20 });

export function shareInWords(share: number): Words {
  return [valueWord(shares.format(share))];
}
