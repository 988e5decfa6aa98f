// The review as one actor meets it: with the question before each of it whether they may.
import type { MoneyView, NumberId, Slice, Spend } from '@baton/review';
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { BehindPage } from './behind-view.ts';
import type { Asked, Reading, ReviewDesk, ReviewQuery } from './review-desk.ts';

export class ReviewDeskFor {
  readonly #ask: (right: Right) => ReviewDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => ReviewDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  reading(): Reading | null {
    return this.#ask('leads.read').reading();
  }

  answer(query: ReviewQuery, view: (asked: Asked) => object): HandAnswer {
    return this.#ask('leads.read').answer(query, view);
  }

  behind(query: ReviewQuery, number: NumberId, page: BehindPage): HandAnswer {
    return this.#ask('leads.read').behind(query, number, page);
  }

  behindSlice(query: ReviewQuery, slice: Slice, page: BehindPage): HandAnswer {
    return this.#ask('leads.read').behindSlice(query, slice, page);
  }

  commitments(): HandAnswer {
    return this.#ask('leads.read').commitments();
  }

  definitions(): HandAnswer {
    return this.#ask('leads.read').definitions();
  }

  money(query: ReviewQuery, how: Pick<MoneyView, 'model' | 'channel'>): HandAnswer {
    return this.#ask('leads.read').money(query, how);
  }

  spend(): HandAnswer {
    return this.#ask('leads.read').spend();
  }

  saveSpend(rows: readonly Spend[]): HandAnswer {
    return this.#ask('spend.write').saveSpend(rows, authorOf(this.#actor));
  }

  readingTexts(): Reading | null {
    return this.#ask('leads.read').readingTexts();
  }

  asked(query: ReviewQuery): HandAnswer {
    return this.#ask('leads.read').asked(query);
  }

  choices(): HandAnswer {
    return this.#ask('leads.read').choices();
  }
}
