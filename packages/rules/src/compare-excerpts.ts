// Comparisons that look for a part of a text.
import type { Compare } from './match.ts';

const partOf =
  (holds: 'includes' | 'startsWith' | 'endsWith'): Compare =>
  (found, [part]) =>
    String(found)[holds](String(part));

export const excerpts = {
  contains: partOf('includes'),
  beginsWith: partOf('startsWith'),
  endsWith: partOf('endsWith'),
} satisfies Record<string, Compare>;
