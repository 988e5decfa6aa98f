// A deadline as its reader's clock shows it.

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Monday 23 November, 10:15" in the zone of the agreement. */
export function deadlineInWords(at: number, timeZone: string): string {
  // Making one costs more than all the rest of a notice.
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(at).replace(' at ', ', ');
}

/** The same, with whose clock it is: "Monday 23 November, 10:15 (Berlin time)". */
export function deadlineWithZone(at: number, timeZone: string): string {
  const city = /^(?!Etc\/)[^/]+\/(?:.*\/)?([^/]+)$/.exec(timeZone)?.[1];
  const zone = city === undefined ? timeZone : `${city.replaceAll('_', ' ')} time`;
  return `${deadlineInWords(at, timeZone)} (${zone})`;
}

/** "10:15" in the zone of the agreement. */
export function timeInWords(at: number, timeZone: string): string {
  return deadlineInWords(at, timeZone).replace(/^.*, /, '');
}
