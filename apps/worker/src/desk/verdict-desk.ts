// What the links of notifications open: the card of a lead, and a verdict or a reason by whoever holds the link. A link
// alone changes nothing; a press asks for a nonce first.
import { giveBreachReason, type ReasonGiven } from './clocks/breach-reason.ts';
import type { Context } from './context.ts';
import { verdictCard, type VerdictCard } from './verdict-card.ts';
import type { VerdictClaim } from './verdict-links.ts';
import { giveVerdict, undoVerdict, type Verdict, type VerdictResult } from './verdicts.ts';

export class VerdictDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** What may be done by the link's holder, or null when the link is not good. */
  card(token: string): VerdictCard | null {
    const claim = this.#claim(token);
    return claim === null ? null : verdictCard(this.#context, claim);
  }

  /** The nonce that a person's press asks for. */
  nonce(token: string): string | null {
    const { links, parts } = this.#context;
    return this.#claim(token) === null ? null : links.nonce(token, parts.now());
  }

  /** Null when the link or the nonce is not good; nothing has changed then. */
  give(token: string, nonce: string, verdict: Verdict): VerdictResult | null {
    const claim = this.#pressed(token, nonce);
    return claim === null ? null : giveVerdict(this.#context, claim.handoff, claim.holder, verdict);
  }

  undo(token: string, nonce: string): boolean {
    const claim = this.#pressed(token, nonce);
    return claim !== null && undoVerdict(this.#context, claim.handoff, claim.holder) === null;
  }

  /** Why a deadline was missed. Null as above. */
  sayWhyLate(token: string, nonce: string, reason: string, note: string | null): ReasonGiven | null {
    const claim = this.#pressed(token, nonce);
    if (claim?.action !== 'breach') return null;
    return giveBreachReason(this.#context, claim.handoff, claim.holder, { reason, note });
  }

  #claim(token: string): VerdictClaim | null {
    return this.#context.links.read(token, this.#context.parts.now());
  }

  #pressed(token: string, nonce: string): VerdictClaim | null {
    return this.#context.links.isNonce(token, nonce, this.#context.parts.now()) ? this.#claim(token) : null;
  }
}
