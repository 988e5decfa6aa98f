// What a visitor did, as the agreement gives it meaning.
import type { Occurrence } from './lead.ts';

/** Two reports with the same key are one occurrence, however often it is reported of a lead. */
export function occurrenceKey(_occurrence: Occurrence): string {
  throw new Error('not built yet');
}
