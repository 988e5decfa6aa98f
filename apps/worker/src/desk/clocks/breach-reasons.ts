// The words for why a deadline was missed: few, so that they can be counted.

/** By id, and as they are read. */
export const breachReasons = [
  { id: 'absent', says: 'The owner was absent' },
  { id: 'no_answer', says: 'The lead did not answer' },
  { id: 'overloaded', says: 'Too many leads at once' },
  { id: 'system', says: 'A system failed' },
  { id: 'other', says: 'Something else' },
] as const;

export function breachReasonSays(id: string): string {
  return breachReasons.find((one) => one.id === id)?.says ?? id;
}
