// Business hours: when a duration that only runs while the doors are open is over.
import type { Hours } from './agreement-schema.ts';
import type { Duration } from './duration.ts';

/** Instants are epoch milliseconds. `no_opening`: the doors stay shut for longer than anybody plans. */
export type Deadline =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly code: 'no_opening' };

export type BusinessHours = {
  readonly timeZone: string;
  /** When `duration` is over, counted from `from`. */
  readonly deadline: (from: number, duration: Duration) => Deadline;
  /** When so many milliseconds of open time have passed since `from`. */
  readonly after: (from: number, openMilliseconds: number) => Deadline;
  /** Milliseconds of open time from `from` until `until`; 0 when `until` is not later. */
  readonly openTimeBetween: (from: number, until: number) => number;
  readonly isOpen: (at: number) => boolean;
  /** The local day that holds the instant: its ISO date, and its own first and next day's first instant. */
  readonly localDay: (at: number) => LocalDay;
};

export type LocalDay = { readonly date: string; readonly start: number; readonly end: number };

export function compileHours(_hours: Hours): BusinessHours {
  throw new Error('not built yet');
}
