// What the API asks of a Desk's review: whoever acts is asked for at the Desk again. Visitors get their turn while facts
// are read, and those who ask meanwhile wait for the same reading.
import {
  funnelOf,
  numbersOf,
  rejectionsOf,
  speedOf,
  type MoneyView,
  type NumberId,
  type Slice,
  type Spend,
} from '@baton/review';
import type { Actor } from './access/rights.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import type { BehindPage } from './desk/review/behind-view.ts';
import type { Asked, Reading, ReviewQuery } from './desk/review/review-desk.ts';
import { DeskAlerts } from './desk-alerts.ts';

export class DeskReview extends DeskAlerts {
  #reading: Promise<void> | null = null;
  #readingTexts: Promise<void> | null = null;

  async reviewChoices(actor: Actor): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).review.choices();
  }

  reviewNumbers(actor: Actor, query: ReviewQuery): Promise<HandAnswer> {
    return this.#answer(actor, query, (asked) => numbersOf(asked, asked.period));
  }

  async reviewBehind(
    actor: Actor,
    query: ReviewQuery,
    number: NumberId,
    page: BehindPage,
  ): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).review.behind(query, number, page);
  }

  async reviewSlice(actor: Actor, query: ReviewQuery, slice: Slice, page: BehindPage): Promise<HandAnswer> {
    await this.#read(actor);
    if (slice.kind === 'asked') await this.#readTexts(actor);
    return this.desk.as(actor).review.behindSlice(query, slice, page);
  }

  async reviewCommitments(actor: Actor): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).review.commitments();
  }

  reviewDefinitions(actor: Actor): HandAnswer {
    return this.desk.as(actor).review.definitions();
  }

  async reviewMoney(
    actor: Actor,
    query: ReviewQuery,
    how: Pick<MoneyView, 'model' | 'channel'>,
  ): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).review.money(query, how);
  }

  spend(actor: Actor): HandAnswer {
    return this.desk.as(actor).review.spend();
  }

  saveSpend(actor: Actor, rows: readonly Spend[]): HandAnswer {
    return this.desk.as(actor).review.saveSpend(rows);
  }

  reviewFunnel(actor: Actor, query: ReviewQuery): Promise<HandAnswer> {
    return this.#answer(actor, query, (asked) => funnelOf(asked, asked.period));
  }

  reviewSpeed(actor: Actor, query: ReviewQuery): Promise<HandAnswer> {
    return this.#answer(actor, query, (asked) =>
      speedOf(asked, asked.period, { hours: asked.hours, people: asked.staff }),
    );
  }

  reviewRejections(actor: Actor, query: ReviewQuery): Promise<HandAnswer> {
    return this.#answer(actor, query, (asked) => rejectionsOf(asked, asked.period));
  }

  async reviewAsked(actor: Actor, query: ReviewQuery): Promise<HandAnswer> {
    await this.#read(actor);
    await this.#readTexts(actor);
    return this.desk.as(actor).review.asked(query);
  }

  async weekReport(actor: Actor, day: string | null): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).reports.view(day);
  }

  async sendReport(actor: Actor, day: string | null): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).reports.sendToMe(day);
  }

  async #answer(actor: Actor, query: ReviewQuery, view: (asked: Asked) => object): Promise<HandAnswer> {
    await this.#read(actor);
    return this.desk.as(actor).review.answer(query, view);
  }

  async #readTexts(actor: Actor): Promise<void> {
    this.#readingTexts ??= this.#readInTurns(this.desk.as(actor).review.readingTexts()).finally(() => {
      this.#readingTexts = null;
    });
    await this.#readingTexts;
  }

  async #read(actor: Actor): Promise<void> {
    this.#reading ??= this.#readInTurns(this.desk.as(actor).review.reading()).finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #readInTurns(reading: Reading | null): Promise<void> {
    if (reading !== null) await this.desk.turns.work(reading.step);
  }
}
