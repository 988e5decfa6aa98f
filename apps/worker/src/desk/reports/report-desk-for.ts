// The weekly report as one actor meets it: with the question before each whether they may.
import type { Actor, Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { ReportDesk } from './report-desk.ts';

export class ReportDeskFor {
  readonly #ask: (right: Right) => ReportDesk;
  readonly #email: string | null;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => ReportDesk, actor: Actor) {
    this.#ask = ask;
    this.#email = actor.kind === 'person' ? actor.email : null;
  }

  view(day: string | null): HandAnswer {
    return this.#ask('leads.read').view(day);
  }

  sendToMe(day: string | null): HandAnswer {
    return this.#ask('leads.read').sendTo(this.#email, day);
  }
}
