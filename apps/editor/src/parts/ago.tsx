// How long ago something was, in words; the instant itself on hover.
import { useEffect, useState } from 'react';

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** @param seconds since then */
export function agoInWords(seconds: number): string {
  for (const [unit, size] of units) {
    if (seconds >= size) return words.format(-Math.floor(seconds / size), unit);
  }
  return 'just now';
}

export function Ago({ at }: { readonly at: string }) {
  const now = useMinute();
  return (
    <time dateTime={at} title={full.format(new Date(at))}>
      {agoInWords((now - Date.parse(at)) / 1000)}
    </time>
  );
}

/** The time, told anew each half minute. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
