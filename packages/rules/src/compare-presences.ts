// The comparison that asks for nothing but an answer.
import type { Compare } from './match.ts';

export const presences = {
  /** There is something. */
  there: () => true,
} satisfies Record<string, Compare>;
