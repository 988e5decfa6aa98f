// When business time runs.
import { dayInWords, isDay, listed, sentence, valueWord, type Words } from '@baton/rules';
import type { Terms } from './read-terms.ts';
import type { Sentence } from './sections.ts';

type Day = Terms['hours']['week'][number];

export const dayNames: Readonly<Record<Day['day'], string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export function hoursInWords({ hours }: Terms): readonly Sentence[] {
  return [
    {
      path: ['hours', 'week'],
      words: sentence('Business time runs ', weekInWords(hours.week), '.'),
    },
    {
      path: ['hours', 'timeZone'],
      words: sentence('Times are those of the time zone ', valueWord(hours.timeZone || '…'), '.'),
    },
    { path: ['hours', 'holidays'], words: holidaysInWords(hours.holidays) },
  ];
}

/** `Monday to Friday from 09:00 to 17:30`. */
export function weekInWords(week: readonly Day[]): Words {
  const runs: { readonly first: Day; last: Day }[] = [];
  for (const day of week) {
    const run = runs.at(-1);
    if (run && openingsInWords(run.first.openings) === openingsInWords(day.openings)) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const open = runs.filter(({ first }) => first.openings.length > 0);
  if (open.length === 0) return [valueWord('never')];
  return listed(
    open.map(({ first, last }) => {
      const days = first === last ? dayNames[first.day] : `${dayNames[first.day]} to ${dayNames[last.day]}`;
      return sentence(valueWord(`${days} ${openingsInWords(first.openings)}`));
    }),
    'and',
  );
}

export function openingsInWords(openings: Day['openings']): string {
  if (openings.length === 0) return 'closed';
  return openings.map(([from, until]) => `from ${from} to ${until}`).join(' and ');
}

function holidaysInWords(holidays: readonly string[]): Words {
  if (holidays.length === 0) return sentence('No holidays are named.');
  const days = holidays.map((day) => [valueWord(isDay(day) ? dayInWords(day) : `“${day}”`)]);
  return sentence('Closed on ', listed(days, 'and'), '.');
}
