// The catalogue as one actor meets it: with the question before each of it whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { AttributeDesk, Merge } from './attribute-desk.ts';

export class AttributeDeskFor {
  readonly #ask: (right: Right) => AttributeDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => AttributeDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  list(): string {
    return this.#ask('workspace.read').list();
  }

  save(id: string, given: unknown): HandAnswer {
    return this.#ask('forms.write').save(id, given, authorOf(this.#actor));
  }

  archive(id: string, archived: boolean): HandAnswer {
    return this.#ask('forms.write').archive(id, archived, authorOf(this.#actor));
  }

  merge(id: string, merge: Merge): HandAnswer {
    return this.#ask('forms.write').merge(id, merge, authorOf(this.#actor));
  }
}
