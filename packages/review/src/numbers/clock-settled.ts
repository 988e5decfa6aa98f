// Whether somebody answered in time. The human clock alone counts: it starts with the first delivery, and what was never
// delivered counts nowhere. Who passed a lead on before the deadline did not miss it; whoever has it then has a clock of
// their own.
import type { HandoffFacts } from '../facts.ts';

/** Whether it is known how it ended: answered, or not answered until the deadline in force. */
export function isSettled(handoffs: HandoffFacts, asOf: number, place: number): boolean {
  const deadline = handoffs.deadline[place] ?? NaN;
  if (Number.isNaN(deadline) || (handoffs.endedAt[place] ?? NaN) < deadline) return false;
  return !Number.isNaN(handoffs.touchedAt[place] ?? NaN) || deadline < asOf;
}

/** Of what is settled: not answered at all, or later than the deadline. */
export function isLate(handoffs: HandoffFacts, place: number): boolean {
  return !((handoffs.touchedAt[place] ?? NaN) <= (handoffs.deadline[place] ?? NaN));
}

/** Minutes after the deadline; NaN: never. */
export function minutesLate(handoffs: HandoffFacts, place: number): number {
  return ((handoffs.touchedAt[place] ?? NaN) - (handoffs.deadline[place] ?? NaN)) / 60_000;
}
