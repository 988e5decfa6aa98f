// When a failed delivery is tried again: at once, then after random waits under growing caps, the last not before
// 72 hours after the first. Full jitter, after "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015).

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const caps = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 5 * hour];
const lastCap = 12 * hour;

/** How long after its first try a delivery is tried again at the least, in ms. */
export const patience = 72 * hour;

export type NextTry = { readonly kind: 'at'; readonly at: number } | { readonly kind: 'exhausted' };

/**
 * The next try of a delivery.
 * @param tried how many tries there have been, at least 1
 * @param firstAt when the first was begun, epoch ms
 * @param lastAt when the last was begun, epoch ms: a try that hangs must not count as one made later
 * @param now when the last has ended, epoch ms
 * @param chance a number in 0…1 that picks the wait under the cap
 * @param asked the least wait that the other side asked for (`Retry-After`), ms; at most a day is granted
 */
export function nextTry(
  tried: number,
  firstAt: number,
  lastAt: number,
  now: number,
  chance: number,
  asked = 0,
): NextTry {
  if (tried > 1 && lastAt - firstAt >= patience) return { kind: 'exhausted' };
  const cap = caps[tried - 1] ?? lastCap;
  const wait = Math.max(Math.ceil(chance * cap), Math.min(asked, 24 * hour));
  return { kind: 'at', at: now + wait };
}
