// The Desk's side of agreeing: what the API reads of the agreement, and what people do to it. Answers as JSON.
import type { Issue } from '@baton/rules';
import { setDue } from '../due-work.ts';
import type { Context } from '../context.ts';
import type { ImportedAgreement } from '../import-agreement.ts';
import type { Posted } from '../outbox.ts';
import { scoreChanges } from '../score-changes.ts';
import { first } from '../sql.ts';
import { sealAttributes } from '../stored-agreement.ts';
import { comment, mostComments } from './comment.ts';
import { dropAgreementDraft, saveAgreementDraft, type CheckedAgreementDraft } from './draft.ts';
import { endOutdated, expireProposals, withdraw } from './end-proposal.ts';
import { Evidence } from './evidence.ts';
import { recentPoints } from './points.ts';
import { propose, type Proposing } from './propose.ts';
import { Replay, type Period } from './replay.ts';
import { replayedJudge, type Replayable, type ReplayedJudge } from './replayed-judge.ts';
import { ensureReview, noteReview, remindOfReview } from './review.ts';
import { signProposal, type Signer, type SignRefusal } from './sign.ts';
import { tellProposed } from './tell.ts';
import { agreementView, draftView, oneVersion, versionList, type Asker } from './version-view.ts';
import type { Side } from './states.ts';
import { nextVersion, signaturesOf, storedVersion, versionInForce } from './versions.ts';

/** JSON as it is answered, or why there is none. */
export type TermsAnswer =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'overtaken'; readonly text: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'refused'; readonly why: SignRefusal | 'not_yours' | 'no_draft' };

export class TermsDesk {
  readonly #context: Context;
  readonly #rest: () => void;

  /** @param rest sets the alarm for what is due */
  constructor(context: Context, rest: () => void) {
    this.#context = context;
    this.#rest = rest;
    this.resume();
  }

  read(asker: Asker): string {
    return JSON.stringify(agreementView(this.#context, asker));
  }

  versions(): string {
    return JSON.stringify(versionList(this.#context));
  }

  version(version: number): string | null {
    const view = oneVersion(this.#context, version);
    return view === null ? null : JSON.stringify(view);
  }

  saveDraft(revision: number | null, document: unknown, author: string, base?: number | null): TermsAnswer {
    const saved = saveAgreementDraft(this.#context, revision, document, author, base);
    if (saved.kind === 'invalid') return saved;
    return { kind: saved.kind === 'saved' ? 'done' : 'overtaken', text: this.#draftText(saved.draft) };
  }

  dropDraft(author: string): boolean {
    return dropAgreementDraft(this.#context, author);
  }

  propose(asked: Proposing): TermsAnswer {
    const proposed = propose(this.#context, asked);
    switch (proposed.kind) {
      case 'no_draft':
        return { kind: 'refused', why: 'no_draft' };
      case 'invalid':
        return proposed;
      case 'overtaken':
        return { kind: 'overtaken', text: this.#draftText(proposed.draft) };
      case 'proposed':
        this.#send(proposed.posted);
        return this.#done(proposed.version);
    }
  }

  /** Who has signed a version so far, by e-mail. */
  signers(version: number): string[] {
    const { sql } = this.#context.parts;
    const found = storedVersion(sql, version);
    return found === null ? [] : signaturesOf(sql, found.version).map(({ by }) => by);
  }

  sign(version: number, signer: Signer): TermsAnswer {
    const signed = signProposal(this.#context, version, signer);
    if (signed.kind !== 'signed' && signed.kind !== 'in_force') {
      this.#rest();
      return { kind: 'refused', why: signed.kind };
    }
    this.#send(signed.posted);
    return this.#done(version);
  }

  withdraw(version: number, side: Side | null, author: string): TermsAnswer {
    const withdrawn = withdraw(this.#context, version, side, author);
    return withdrawn === 'withdrawn' ? this.#done(version) : { kind: 'refused', why: withdrawn };
  }

  comment(version: number, author: string, said: string): TermsAnswer {
    const commented = comment(this.#context, version, author, said);
    if (commented === 'commented') return this.#done(version);
    if (commented === 'unknown') return { kind: 'refused', why: commented };
    return { kind: 'invalid', issues: [{ code: commented, path: ['text'], params: { max: mostComments } }] };
  }

  /** False when nothing is in force. */
  review(author: string): boolean {
    const noted = noteReview(this.#context, author);
    this.#rest();
    return noted;
  }

  /** A replay that is still to be walked, step by step. */
  replay(
    what: Replayable,
    period: Period,
  ): { readonly kind: 'replay'; readonly replay: Replay } | Exclude<TermsAnswer, { kind: 'done' }> {
    const found = this.#tried(what);
    if (found.kind !== 'judge') return found;
    return { kind: 'replay', replay: new Replay(this.#context, found.judge, period) };
  }

  /** What the past says of an agreement; still to be read, step by step. */
  evidence(
    what: Replayable,
    period: Period,
  ): { readonly kind: 'evidence'; readonly evidence: Evidence } | Exclude<TermsAnswer, { kind: 'done' }> {
    const found = this.#tried(what);
    if (found.kind !== 'judge') return found;
    return { kind: 'evidence', evidence: new Evidence(this.#context, found, period) };
  }

  points(limit: number): string {
    return JSON.stringify({ leads: recentPoints(this.#context, limit) });
  }

  /** Null when there is no such lead. */
  scores(lead: string): string | null {
    const scores = scoreChanges(this.#context.parts.sql, lead);
    return scores === null ? null : JSON.stringify({ scores });
  }

  /** What is to be done inside the transaction of an import, which is given, once its agreement is stored. */
  tellImport<Result>(run: () => { readonly result: Result; readonly agreement: ImportedAgreement | null }): {
    readonly result: Result;
    readonly posted: readonly Posted[];
  } {
    const { sql } = this.#context.parts;
    const next = nextVersion(sql);
    const before = versionInForce(sql);
    const { result, agreement } = run();
    if (agreement === null) return { result, posted: [] };
    if (agreement.state === 'proposed') {
      return {
        result,
        posted: agreement.version >= next ? tellProposed(this.#context, agreement.version) : [],
      };
    }
    // What else was on the table began from nothing, and could not be signed any more.
    return { result, posted: before === null ? endOutdated(this.#context) : [] };
  }

  /** From the alarm. */
  takeUp(due: ReadonlySet<string>, now: number): void {
    const { sql } = this.#context.parts;
    if (due.has('proposal')) this.#send(sql.transaction(() => expireProposals(this.#context, now)));
    if (due.has('review')) this.#send(sql.transaction(() => remindOfReview(this.#context, now)));
  }

  /** After a start or an import: what waits for an agreement that can be read (again) goes on. */
  resume(): void {
    const { parts, documents } = this.#context;
    const { sql } = parts;
    sealAttributes(sql);
    const inForce = documents.inForce();
    if (inForce === null) return;
    const now = parts.now();
    const waiting = first(sql, `SELECT 1 FROM submissions WHERE state = 'unagreed' LIMIT 1`);
    if (waiting !== null) setDue(sql, 'judge', 0, now);
    const old = first(
      sql,
      `SELECT 1 FROM leads WHERE agreement IS NOT NULL AND agreement < ? LIMIT 1`,
      inForce.version,
    );
    if (old !== null) setDue(sql, 'rescore', 0, now);
    ensureReview(this.#context);
  }

  #tried(
    what: Replayable,
  ): Extract<ReplayedJudge, { kind: 'judge' }> | Exclude<TermsAnswer, { kind: 'done' }> {
    const found = replayedJudge(this.#context, what);
    switch (found.kind) {
      case 'unknown':
        return { kind: 'refused', why: 'unknown' };
      case 'tampered':
        return { kind: 'invalid', issues: [{ code: 'tampered', path: ['version'] }] };
      case 'judge':
      case 'invalid':
        return found;
    }
  }

  #draftText(draft: CheckedAgreementDraft | null): string {
    return JSON.stringify(draft === null ? null : draftView(this.#context, draft));
  }

  #done(version: number): TermsAnswer {
    return { kind: 'done', text: this.version(version) ?? 'null' };
  }

  #send(posted: readonly Posted[]): void {
    const { parts, outbox } = this.#context;
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
    this.#rest();
  }
}
