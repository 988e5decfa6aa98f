// The review as one actor meets it: with the question before each of it whether they may.
import type { Right } from '../../access/rights.ts';
import type { NumberId } from '@baton/review';
import type { HandAnswer } from '../hands/answer.ts';
import type { BehindPage } from './behind-view.ts';
import type { Asked, Reading, ReviewDesk, ReviewQuery } from './review-desk.ts';

export class ReviewDeskFor {
  readonly #ask: (right: Right) => ReviewDesk;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => ReviewDesk) {
    this.#ask = ask;
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

  definitions(): HandAnswer {
    return this.#ask('leads.read').definitions();
  }

  choices(): HandAnswer {
    return this.#ask('leads.read').choices();
  }
}
