// Who is told, or whether the lead passes on, as a deadline nears and after it has passed.
import type { Escalation } from './agreement-schema.ts';
import type { BusinessHours } from './hours.ts';

/** What one escalation asks for, and when, in epoch milliseconds. */
export type DueEscalation = {
  readonly at: number;
  /** Of the follow-up time, as the agreement says it: 80, 100, 150. */
  readonly percent: number;
  readonly tell: 'owner' | { readonly person: string } | { readonly team: string } | null;
  readonly reassign: boolean;
};

/**
 * Percentages are of the open time between the clock's start and its deadline, so that half of a four-hour
 * follow-up that ends tomorrow is two open hours. 100% is the deadline itself.
 * What would fall on no opening at all is left out.
 */
export function compileEscalations(
  escalate: readonly Escalation[],
  hours: BusinessHours,
): (from: number, deadline: number) => readonly DueEscalation[] {
  const entries = escalate.map(({ at, tell, reassign }) => ({
    percent: Number(at.slice(0, -1)),
    tell: recipient(tell),
    reassign,
  }));
  return (from, deadline) => {
    const length = hours.openTimeBetween(from, deadline);
    return entries.flatMap((entry) => {
      if (entry.percent === 100) return [{ ...entry, at: deadline }];
      // Never early: what falls between two milliseconds is due at the later.
      const due = hours.after(from, Math.ceil((length * entry.percent) / 100));
      return due.ok ? [{ ...entry, at: due.at }] : [];
    });
  };
}

function recipient(tell: Escalation['tell']): DueEscalation['tell'] {
  if (tell === undefined || tell === 'owner') return tell ?? null;
  if (tell.person !== undefined) return { person: tell.person };
  return tell.team === undefined ? null : { team: tell.team };
}
