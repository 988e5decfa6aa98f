// What the API asks of a Desk about who has which lead: whoever acts is asked for at the Desk again.
import type { Absence } from '@baton/agreement';
import { may, type Actor } from './access/rights.ts';
import type { Assignment } from './desk/clocks/assign.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import { DeskReview } from './desk-review.ts';

export class DeskClocks extends DeskReview {
  assignLead(actor: Actor, lead: string, assignment: Assignment): HandAnswer {
    return this.desk.as(actor).clocks.assign(lead, assignment);
  }

  claimLead(actor: Actor, lead: string): HandAnswer {
    return this.desk.as(actor).clocks.claim(lead);
  }

  giveBreachReason(actor: Actor, handoff: string, reason: string, note: string | null): HandAnswer {
    return this.desk.as(actor).clocks.giveReason(handoff, reason, note);
  }

  personHolds(actor: Actor, person: string): HandAnswer {
    return this.desk.as(actor).clocks.holds(person);
  }

  handOn(actor: Actor, person: string, to: string): HandAnswer {
    return this.desk.as(actor).clocks.handOn(person, to);
  }

  /** Null where it is not theirs to say; so it is with the next. */
  setAway(actor: Actor, person: string, absence: Absence): HandAnswer | null {
    return maySayOf(actor, person) ? this.desk.as(actor).clocks.setAway(person, absence) : null;
  }

  endAway(actor: Actor, person: string): HandAnswer | null {
    return maySayOf(actor, person) ? this.desk.as(actor).clocks.endAway(person) : null;
  }
}

function maySayOf(actor: Actor, person: string): boolean {
  return may(actor, 'workspace.write') || (actor.kind === 'person' && actor.email === person);
}
