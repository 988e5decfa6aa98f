// The inbox as one actor meets it: with the question before each of it whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { InboxDesk } from './inbox-desk.ts';
import type { InboxQuery } from './inbox-query.ts';
import type { OwnView } from './own-views.ts';

export class InboxDeskFor {
  readonly #ask: (right: Right) => InboxDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => InboxDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  list(query: InboxQuery): HandAnswer {
    const email = this.#actor.kind === 'person' ? this.#actor.email : null;
    return this.#ask('leads.read').list(query, authorOf(this.#actor), email);
  }

  choices(): HandAnswer {
    return this.#ask('leads.read').choices();
  }

  company(lead: string): HandAnswer {
    return this.#ask('leads.read').company(lead);
  }

  keepViews(views: readonly OwnView[]): HandAnswer {
    return this.#ask('leads.read').keepViews(authorOf(this.#actor), views);
  }
}
