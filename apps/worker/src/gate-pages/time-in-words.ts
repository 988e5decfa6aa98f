// When something was, as people say it. Pure: the time now is passed in.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "20 minutes ago", "3 days ago", then the date. Both epoch ms. */
export function agoInWords(at: number, now: number): string {
  const passed = now - at;
  if (passed < minute) return 'just now';
  if (passed < hour) return counted(passed / minute, 'minute');
  if (passed < day) return counted(passed / hour, 'hour');
  if (passed < 7 * day) return counted(passed / day, 'day');
  return `on ${dateInWords(at)}`;
}

/** "26 November 2026", in UTC. */
export function dateInWords(at: number): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}

function counted(many: number, unit: string): string {
  const whole = Math.floor(many);
  return `${whole} ${unit}${whole === 1 ? '' : 's'} ago`;
}
