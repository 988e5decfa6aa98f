// Comparisons of what may be a text or a number on either side.
import type { Compare } from './match.ts';

export const alikes = {
  /** As numbers, where one of them is: "50" is 50, and is not "50.0". */
  alike: (found, keys) => {
    for (const key of keys) {
      if (key === found || (typeof key !== typeof found && Number(key) === Number(found))) return true;
    }
    return false;
  },
} satisfies Record<string, Compare>;
