// What the API asks of a Desk about the agreement.
import type { Actor } from './access/rights.ts';
import { DeskExports } from './desk-exports.ts';
import type { Proposing } from './desk/terms/propose.ts';
import type { Period } from './desk/terms/replay.ts';
import type { Replayable } from './desk/terms/replayed-judge.ts';
import type { Signer } from './desk/terms/sign.ts';
import type { TermsAnswer } from './desk/terms/terms-desk.ts';

export class DeskTermsApi extends DeskExports {
  agreement(actor: Actor): string {
    return this.desk.as(actor).terms.read();
  }

  agreementVersions(actor: Actor): string {
    return this.desk.as(actor).terms.versions();
  }

  agreementVersion(actor: Actor, version: number): string | null {
    return this.desk.as(actor).terms.version(version);
  }

  saveAgreementDraft(
    actor: Actor,
    revision: number | null,
    document: unknown,
    base?: number | null,
  ): TermsAnswer {
    return this.desk.as(actor).terms.saveDraft(revision, document, base);
  }

  dropAgreementDraft(actor: Actor): boolean {
    return this.desk.as(actor).terms.dropDraft();
  }

  proposeAgreement(actor: Actor, asked: Omit<Proposing, 'by' | 'side'>): TermsAnswer {
    return this.desk.as(actor).terms.propose(asked);
  }

  agreementSigners(actor: Actor, version: number): string[] {
    return this.desk.as(actor).terms.signers(version);
  }

  signAgreement(actor: Actor, version: number, signer: Pick<Signer, 'hash' | 'roles'>): TermsAnswer {
    return this.desk.as(actor).terms.sign(version, signer);
  }

  withdrawAgreement(actor: Actor, version: number): TermsAnswer {
    return this.desk.as(actor).terms.withdraw(version);
  }

  commentAgreement(actor: Actor, version: number, said: string): TermsAnswer {
    return this.desk.as(actor).terms.comment(version, said);
  }

  reviewAgreement(actor: Actor): boolean {
    return this.desk.as(actor).terms.review();
  }

  /** Visitors get their turn between two steps. */
  async replayAgreement(actor: Actor, what: Replayable, period: Period): Promise<TermsAnswer> {
    const begun = this.desk.as(actor).terms.replay(what, period);
    if (begun.kind !== 'replay') return begun;
    await this.desk.turns.work(() => begun.replay.step());
    return { kind: 'done', text: JSON.stringify(begun.replay.view()) };
  }

  /** Visitors get their turn between two steps. */
  async agreementEvidence(actor: Actor, what: Replayable, period: Period): Promise<TermsAnswer> {
    const begun = this.desk.as(actor).terms.evidence(what, period);
    if (begun.kind !== 'evidence') return begun;
    await this.desk.turns.work(() => begun.evidence.step());
    return { kind: 'done', text: JSON.stringify(begun.evidence.view()) };
  }

  recentPoints(actor: Actor, limit: number): string {
    return this.desk.as(actor).terms.points(limit);
  }

  scoreHistory(actor: Actor, lead: string): string | null {
    return this.desk.as(actor).terms.scores(lead);
  }
}
