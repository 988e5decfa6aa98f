// The Desk's side of who has which lead, and for how long they may.
import type { Absence } from '@baton/agreement';
import type { Context } from '../context.ts';
import { handoffByPublicId } from '../handoffs.ts';
import { done, invalid, refused, unknown, type HandAnswer } from '../hands/answer.ts';
import { iso } from '../instants.ts';
import { assignLead, claimLead, type Assignment } from './assign.ts';
import { endAway, setAway } from './away.ts';
import { giveBreachReason, type ReasonGiven } from './breach-reason.ts';
import { handOn, holdsOf } from './holds.ts';

export class ClockDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  assign(lead: string, by: string, assignment: Assignment): HandAnswer {
    return assignLead(this.#context, lead, by, assignment);
  }

  claim(lead: string, email: string | null): HandAnswer {
    return claimLead(this.#context, lead, email);
  }

  giveReason(handoff: string, by: string, reason: string, note: string | null): HandAnswer {
    return reasonAnswer(
      this.#context,
      handoff,
      giveBreachReason(this.#context, handoff, by, { reason, note }),
    );
  }

  setAway(person: string, by: string, absence: Absence): HandAnswer {
    return setAway(this.#context, person, by, absence);
  }

  endAway(person: string, by: string): HandAnswer {
    return endAway(this.#context, person, by);
  }

  holds(person: string): HandAnswer {
    return holdsOf(this.#context, person);
  }

  handOn(person: string, by: string, to: string): HandAnswer {
    return handOn(this.#context, person, by, to);
  }
}

function reasonAnswer(context: Context, handoff: string, given: ReasonGiven): HandAnswer {
  switch (given) {
    case 'done': {
      const breach = handoffByPublicId(context, handoff)?.breach ?? null;
      return done({ handoff, breach: breach === null ? null : { ...breach, at: iso(breach.at) } });
    }
    case 'unknown_handoff':
      return unknown('handoff');
    case 'unknown_reason':
      return invalid('unknown_reason', 'reason');
    case 'not_late':
      return refused('It is not late: there is nothing to explain.');
  }
}
