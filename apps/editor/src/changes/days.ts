// A list in the order of time, day by day, as days are where the reader is.
const dated = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

type Dated = { readonly at: string };

/** Groups what follows one another on the same day. */
export function byDay<T extends Dated>(
  list: readonly T[],
  now: Date,
): readonly { readonly day: string; readonly of: readonly T[] }[] {
  const days: { day: string; of: T[] }[] = [];
  for (const one of list) {
    const day = dayInWords(new Date(one.at), now);
    const last = days.at(-1);
    if (last?.day === day) last.of.push(one);
    else days.push({ day, of: [one] });
  }
  return days;
}

function dayInWords(at: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (at.toDateString() === now.toDateString()) return 'Today';
  return at.toDateString() === yesterday.toDateString() ? 'Yesterday' : dated.format(at);
}
