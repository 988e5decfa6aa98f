// The Desk's side of calibration: one run at a time, its last result kept, and a draft of the agreement made of it. Whoever
// asks while one is under way for the same gets that one.
import { signedContent } from '@baton/agreement';
import type { Issue } from '@baton/rules';
import type { Context } from '../context.ts';
import { saveAgreementDraft, storedDraft } from '../terms/draft.ts';
import { draftView } from '../terms/version-view.ts';
import { CalibrationRun, type Asked } from './calibration-run.ts';
import { draftOfCard, draftOfThreshold } from './draft-of-card.ts';
import { keepCalibration, keptCalibration } from './kept-calibrations.ts';
import type { Outcome } from './outcome-of.ts';

type DraftRefusal =
  /** Nothing was calibrated yet. */
  | 'not_calibrated'
  /** There is no card for this outcome. */
  | 'nothing_proposed'
  /** Another agreement has come into force since. */
  | 'outdated'
  /** Somebody works on a draft. */
  | 'other_draft';

export type CalibrationAnswer =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'refused'; readonly why: DraftRefusal | 'no_agreement' };

export type Drafting = {
  readonly outcome: Outcome;
  /** The points of the card too, or the threshold alone. */
  readonly what: 'card' | 'threshold';
  /** The threshold: of a card, on its own scale. */
  readonly from: number;
  /** Takes the place of whatever draft there is. */
  readonly replace: boolean;
};

/** Steps of work after which others get their turn: some milliseconds; about one while visitors come. */
const [stepsATurn, stepsWhenBusy] = [4_000_000, 1_000_000];

export class CalibrationDesk {
  readonly #context: Context;
  #under: { readonly key: string; readonly done: Promise<void> } | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  read(outcome: Outcome): string {
    const { parts, documents } = this.#context;
    const kept = keptCalibration(parts.sql, outcome);
    const inForce = documents.inForce()?.version ?? null;
    return JSON.stringify({
      outcome,
      inForce,
      running: this.#under !== null,
      outdated: kept !== null && kept.view.agreement !== inForce,
      result: kept?.view ?? null,
    });
  }

  async run(asked: Asked): Promise<CalibrationAnswer> {
    const key = JSON.stringify(asked);
    const isJoined = this.#under?.key === key;
    while (this.#under !== null) await this.#under.done;
    if (!isJoined) {
      const inForce = this.#context.documents.inForce();
      if (inForce === null) return { kind: 'refused', why: 'no_agreement' };
      // It begins once it is known to be under way.
      const work = Promise.resolve().then(() =>
        this.#work(asked, new CalibrationRun(this.#context, inForce, asked)),
      );
      this.#under = { key, done: work.catch(() => undefined) };
      try {
        await work;
      } finally {
        this.#under = null;
      }
    }
    return { kind: 'done', text: this.read(asked.outcome) };
  }

  async #work(asked: Asked, run: CalibrationRun): Promise<void> {
    const { parts, turns } = this.#context;
    const work = run.work();
    let steps = 0;
    for (;;) {
      const next = work.next();
      if (next.done === true) {
        keepCalibration(parts.sql, asked.outcome, next.value, parts.now());
        return;
      }
      steps += next.value;
      if (steps < (turns.isBusy ? stepsWhenBusy : stepsATurn)) continue;
      steps = 0;
      await turns.others();
    }
  }

  draft({ outcome, what, from, replace }: Drafting, author: string): CalibrationAnswer {
    const { parts, documents } = this.#context;
    const kept = keptCalibration(parts.sql, outcome);
    if (kept === null) return { kind: 'refused', why: 'not_calibrated' };
    const inForce = documents.inForce();
    if (inForce === null) return { kind: 'refused', why: 'no_agreement' };
    if (kept.view.agreement !== inForce.version) return { kind: 'refused', why: 'outdated' };
    if (what === 'card' && kept.card === null) return { kind: 'refused', why: 'nothing_proposed' };
    const made =
      what === 'card' && kept.card !== null
        ? draftOfCard(this.#context, kept.card, from)
        : draftOfThreshold(this.#context, from);
    if (made === null) return { kind: 'refused', why: 'no_agreement' };
    if (!made.ok) return made.issues.length > 0 ? { kind: 'invalid', issues: made.issues } : neverInvalid();
    const before = storedDraft(this.#context.parts.sql);
    const stands = before === null ? null : contentOf(before.document);
    const isOther =
      stands !== null &&
      stands !== contentOf(made.document) &&
      stands !== contentOf(documents.standing()?.source ?? null);
    if (isOther && !replace) return { kind: 'refused', why: 'other_draft' };
    const saved = saveAgreementDraft(
      this.#context,
      before?.revision ?? null,
      made.document,
      author,
      inForce.version,
    );
    switch (saved.kind) {
      case 'saved':
        return { kind: 'done', text: JSON.stringify(draftView(this.#context, saved.draft)) };
      case 'overtaken':
        return { kind: 'refused', why: 'other_draft' };
      case 'invalid':
        return saved;
    }
  }
}

function neverInvalid(): never {
  throw new Error('A document is refused without a reason.');
}

/** What would be signed; a draft that says nothing whole yet is like no other. */
function contentOf(document: unknown): string | null {
  try {
    return signedContent(document);
  } catch {
    return null;
  }
}
