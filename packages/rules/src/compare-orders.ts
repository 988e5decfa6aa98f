// Comparisons by order. Between a number and a text they compare numbers, and NaN in neither order.
import type { Compare } from './match.ts';

export const orders = {
  '<': (found, [low = NaN]) => found < low,
  '<=': (found, [low = NaN]) => found <= low,
  '>': (found, [low = NaN]) => found > low,
  '>=': (found, [low = NaN]) => found >= low,
  between: (found, [low = NaN, high = NaN]) => found >= low && found <= high,
} satisfies Record<string, Compare>;
