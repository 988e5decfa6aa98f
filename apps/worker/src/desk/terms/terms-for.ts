// The agreement as one actor meets it: the Desk's own question before everything whether they may, and for which side.
// Nobody signs for both: a side is the role of the person who acts.
import { authorOf, may, type Actor, type Right } from '../../access/rights.ts';
import type { Proposing } from './propose.ts';
import type { Period } from './replay.ts';
import type { Replayable } from './replayed-judge.ts';
import type { Signer } from './sign.ts';
import type { TermsAnswer, TermsDesk } from './terms-desk.ts';
import { sides, type Side } from './states.ts';

export class TermsFor {
  readonly #terms: TermsDesk;
  readonly #actor: Actor;

  constructor(terms: TermsDesk, actor: Actor) {
    this.#terms = terms;
    this.#actor = actor;
  }

  #ask(right: Right): TermsDesk {
    if (!may(this.#actor, right)) throw new Error(`${authorOf(this.#actor)} may not: ${right}.`);
    return this.#terms;
  }

  #side(): Side | null {
    const role = this.#actor.kind === 'person' ? this.#actor.role : null;
    return sides.find((side) => side === role) ?? null;
  }

  read(): string {
    const actor = this.#actor;
    const asker = actor.kind === 'person' ? actor : { email: null, role: null };
    return this.#ask('workspace.read').read(asker);
  }

  versions(): string {
    return this.#ask('workspace.read').versions();
  }

  version(version: number): string | null {
    return this.#ask('workspace.read').version(version);
  }

  saveDraft(revision: number | null, document: unknown, base?: number | null): TermsAnswer {
    return this.#ask('agreement.write').saveDraft(revision, document, authorOf(this.#actor), base);
  }

  dropDraft(): boolean {
    return this.#ask('agreement.write').dropDraft(authorOf(this.#actor));
  }

  propose(asked: Omit<Proposing, 'by' | 'side'>): TermsAnswer {
    const by = authorOf(this.#actor);
    return this.#ask('agreement.write').propose({ ...asked, by, side: this.#side() });
  }

  signers(version: number): string[] {
    return this.#ask('agreement.sign').signers(version);
  }

  sign(version: number, { hash, roles }: Pick<Signer, 'hash' | 'roles'>): TermsAnswer {
    const terms = this.#ask('agreement.sign');
    const side = this.#side();
    if (this.#actor.kind !== 'person' || side === null) throw new Error('Only a person of a side signs.');
    return terms.sign(version, { email: this.#actor.email, side, hash, roles });
  }

  withdraw(version: number): TermsAnswer {
    return this.#ask('agreement.write').withdraw(version, this.#side(), authorOf(this.#actor));
  }

  comment(version: number, said: string): TermsAnswer {
    return this.#ask('agreement.write').comment(version, authorOf(this.#actor), said);
  }

  review(): boolean {
    return this.#ask('agreement.write').review(authorOf(this.#actor));
  }

  replay(what: Replayable, period: Period): ReturnType<TermsDesk['replay']> {
    this.#ask('workspace.read');
    return this.#ask('leads.read').replay(what, period);
  }

  evidence(what: Replayable, period: Period): ReturnType<TermsDesk['evidence']> {
    this.#ask('workspace.read');
    return this.#ask('leads.read').evidence(what, period);
  }

  points(limit: number): string {
    return this.#ask('leads.read').points(limit);
  }

  scores(lead: string): string | null {
    return this.#ask('leads.read').scores(lead);
  }
}
