// A deadline as its reader's clock shows it.

/** "Monday 23 November, 10:15" in the zone of the agreement. */
export function deadlineInWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .replace(' at ', ', ');
}
