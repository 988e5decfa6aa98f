// Who has which lead, as one actor meets it: with the question before each of it whether they may.
import type { Absence } from '@baton/agreement';
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { Assignment } from './assign.ts';
import type { ClockDesk } from './clock-desk.ts';

export class ClockDeskFor {
  readonly #ask: (right: Right) => ClockDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => ClockDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  assign(lead: string, assignment: Assignment): HandAnswer {
    return this.#ask('leads.write').assign(lead, authorOf(this.#actor), assignment);
  }

  claim(lead: string): HandAnswer {
    return this.#ask('leads.write').claim(lead, this.#actor.kind === 'person' ? this.#actor.email : null);
  }

  giveReason(handoff: string, reason: string, note: string | null): HandAnswer {
    return this.#ask('leads.write').giveReason(handoff, authorOf(this.#actor), reason, note);
  }

  setAway(person: string, absence: Absence): HandAnswer {
    return this.#askFor(person).setAway(person, authorOf(this.#actor), absence);
  }

  endAway(person: string): HandAnswer {
    return this.#askFor(person).endAway(person, authorOf(this.#actor));
  }

  holds(person: string): HandAnswer {
    return this.#ask('leads.read').holds(person);
  }

  handOn(person: string, to: string): HandAnswer {
    return this.#ask('workspace.write').handOn(person, authorOf(this.#actor), to);
  }

  /** Everybody who works with leads says when they are away themselves; of others, who may change the workspace. */
  #askFor(person: string): ClockDesk {
    const isOwn = this.#actor.kind === 'person' && this.#actor.email === person;
    return this.#ask(isOwn ? 'leads.write' : 'workspace.write');
  }
}
