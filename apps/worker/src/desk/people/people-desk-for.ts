// People and teams as one actor meets them: with the question before each of it whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { GivenPerson, GivenTeam, PeopleDesk } from './people-desk.ts';

export class PeopleDeskFor {
  readonly #ask: (right: Right) => PeopleDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => PeopleDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  people(): string {
    return this.#ask('workspace.read').people();
  }

  teams(): string {
    return this.#ask('workspace.read').teams();
  }

  savePerson(email: string, given: GivenPerson): HandAnswer {
    return this.#ask('workspace.write').savePerson(email, given, authorOf(this.#actor));
  }

  removePerson(email: string): HandAnswer {
    return this.#ask('workspace.write').removePerson(email, authorOf(this.#actor));
  }

  saveTeam(id: string, given: GivenTeam): HandAnswer {
    return this.#ask('workspace.write').saveTeam(id, given, authorOf(this.#actor));
  }

  removeTeam(id: string): HandAnswer {
    return this.#ask('workspace.write').removeTeam(id, authorOf(this.#actor));
  }
}
