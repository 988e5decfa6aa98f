// Calibration as one actor meets it: with the question before each of it whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { CalibrationAnswer, CalibrationDesk, Drafting } from './calibration-desk.ts';
import type { Asked } from './calibration-run.ts';
import type { Outcome } from './outcome-of.ts';

export class CalibrationDeskFor {
  readonly #ask: (right: Right) => CalibrationDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => CalibrationDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  read(outcome: Outcome): string {
    this.#ask('workspace.read');
    return this.#ask('leads.read').read(outcome);
  }

  run(asked: Asked): Promise<CalibrationAnswer> {
    this.#ask('workspace.read');
    return this.#ask('leads.read').run(asked);
  }

  draft(drafting: Drafting): CalibrationAnswer {
    // The answer says what outcomes of leads propose.
    this.#ask('leads.read');
    return this.#ask('agreement.write').draft(drafting, authorOf(this.#actor));
  }
}
