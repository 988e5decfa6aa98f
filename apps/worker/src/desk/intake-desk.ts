// What visitors send, as the Desk takes it: put down in one row where that can be, or else stored at once, and delivered.
import type { TakenIn } from './accept.ts';
import type { Arrival, Submitted } from './arrival.ts';
import type { Context } from './context.ts';
import type { Intake } from './intake.ts';
import type { Posted } from './outbox.ts';
import { sentOf } from './sent.ts';
import { takeIn } from './submit.ts';
import { walkOn, type Walked } from './walk.ts';

/** What is answered, and what is owed once that is stored. */
export type Taken = Pick<TakenIn, 'result' | 'posted'>;

/** What could not be filed is tried again so much later, ms; at the next start as well, and when somebody in it comes again. */
export const againAfter = 60 * 60_000;

export class IntakeDesk {
  readonly #context: Context;
  readonly #intake: Intake;
  #triedAt = 0;

  constructor(context: Context, intake: Intake) {
    this.#context = context;
    this.#intake = intake;
  }

  /** Takes a submission, stores and delivers it. */
  submit(arrival: Arrival): Submitted {
    const { result, posted } = this.putDown(arrival) ?? this.takeIn(arrival);
    this.deliver(posted);
    return result;
  }

  /**
   * Takes a submission as {@link takeIn} does, and stores it in one row, to be filed later. Null where that cannot be;
   * nothing has happened then.
   */
  putDown(arrival: Arrival): Taken | null {
    const { rows, turns } = this.#context;
    turns.came();
    const takeBack = rows.mark();
    const taken = this.#intake.putDown(() => takeIn(this.#context, arrival));
    if (taken === null) takeBack();
    return taken?.given ?? null;
  }

  /** Takes a submission; what it owes is delivered once it is stored. The same secret always gets the same reply. */
  takeIn(arrival: Arrival): Taken {
    this.#context.turns.came();
    return takeIn(this.#context, arrival);
  }

  deliver(posted: readonly Posted[]): void {
    const { parts, outbox } = this.#context;
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
  }

  /** Files what was put down; the first `most` of it. Whoever reads storage by the Desk need not ask for it. */
  file(most?: number): void {
    this.#intake.file(most);
  }

  /** From the alarm: tries again what could not be filed, once in a while. */
  fileFailed(now: number): void {
    if (now - this.#triedAt < againAfter) return;
    this.#triedAt = now;
    this.#intake.fileFailed();
  }

  /** The same in the caller's own transaction; gives what is to be done when that was undone. */
  fileWithin(most: number): () => void {
    return this.#intake.fileWithin(most);
  }

  /** How many submissions are stored and not filed yet. */
  get unfiled(): number {
    return this.#intake.waiting;
  }

  /** Where a visitor without a script goes from a step; null when the form was never published. */
  walkOn(arrival: Arrival, walk: Parameters<typeof walkOn>[2]): Walked | null {
    return walkOn(this.#context, arrival, walk);
  }

  /** What was answered to a submission; null when the form has no such submission. */
  sent(form: string, publicId: string): ReturnType<typeof sentOf> {
    return sentOf(this.#context, form, publicId);
  }

  /** The id of what is sent from a page that brought none. */
  submissionId({ form, version, answers }: Arrival): string {
    const { links, parts } = this.#context;
    return links.submissionId(JSON.stringify([form, version, answers]), parts.now());
  }
}
