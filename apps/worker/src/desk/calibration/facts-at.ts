// What was known of a lead at an instant of its story. What came later had no part in what was decided then.
import type { LeadEvent, LeadFacts, Occurrence } from '@baton/agreement';

/** Null: nothing had been told yet. */
export function factsAt(events: readonly LeadEvent[], at: number): LeadFacts | null {
  const occurrences: Occurrence[] = [];
  let told: Pick<LeadFacts, 'attributes' | 'visit'> | null = null;
  for (const event of events) {
    if (event.at > at) break;
    if (event.kind === 'told') told = { attributes: event.attributes, visit: event.visit };
    if (event.kind === 'told' || event.kind === 'occurred') occurrences.push(...event.occurrences);
  }
  return told === null ? null : { ...told, occurrences };
}
