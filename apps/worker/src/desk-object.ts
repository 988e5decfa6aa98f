// The Desk as the worker's routes call it: what visitors and their browsers ask for, and the links of notifications.
import type { Occurrence } from '@baton/agreement';
import type { Arrival, Submitted } from './desk/arrival.ts';
import type { ReasonGiven } from './desk/clocks/breach-reason.ts';
import type { CountEvent } from './desk/counts.ts';
import type { Challenge } from './desk/proofs.ts';
import type { VerdictCard } from './desk/verdict-card.ts';
import type { Verdict, VerdictResult } from './desk/verdicts.ts';
import { publicUrl } from './env.ts';
import {
  headOf,
  hostedPage,
  outcomeAnswer,
  pagesPayload,
  problemPage,
  scriptCall,
  type FormHead,
  type Place,
  type Refill,
  type ScriptWish,
} from './render-form.ts';
import { stepPage, type StepAnswer, type StepAsked } from './render-step.ts';
import { DeskApi } from './desk-api.ts';

export class DeskObject extends DeskApi {
  async submit(arrival: Arrival): Promise<Submitted> {
    const { result, posted } = await this.commits.do(
      () => this.desk.intake.takeIn(arrival),
      () => this.putDown(arrival),
    );
    this.deliver(posted);
    return result;
  }

  /** Told once, when its workspace is made, before anybody can ask for it. */
  beWorkspace(workspace: string): void {
    this.desk.beWorkspace(workspace);
  }

  /** Null when the form was never published; so it is with all that follows. */
  formHead(id: string): FormHead | null {
    const published = this.desk.published(id);
    return published === null ? null : headOf(published);
  }

  formPage(id: string, language: string, filled: Parameters<typeof hostedPage>[2]): string | null {
    const published = this.desk.published(id);
    return published === null ? null : hostedPage(published, this.#place(language), filled);
  }

  formScript(id: string, language: string | null, wish: ScriptWish): ReturnType<typeof scriptCall> | null {
    const published = this.desk.published(id);
    return published === null ? null : scriptCall(published, language, wish);
  }

  /** The payload for pages without a form; null as above, or when the form keeps no journal. */
  pagesPayload(id: string): string | null {
    const published = this.desk.published(id);
    return published === null ? null : pagesPayload(published);
  }

  formProblem(
    id: string,
    problem: Parameters<typeof problemPage>[1],
    values: Refill['values'],
    { language, wishes }: { language: string; wishes: readonly string[] },
  ): string | null {
    const published = this.desk.published(id);
    const place = this.#place(language);
    return published === null ? null : problemPage(published, problem, values, place, wishes);
  }

  #place(language: string): Place {
    return { language, base: publicUrl(this.env), prefix: this.desk.prefix(), site: this.desk.name() };
  }

  /** The page of the step that comes next, or that all is there to be sent, and as what. */
  formStep(arrival: Arrival, { walk, isNew, ...view }: StepAsked): StepAnswer | null {
    const walked = this.desk.intake.walkOn(arrival, walk);
    if (walked === null) return null;
    const { version } = walked.published;
    if (walked.next.kind === 'send' && !view.issues && !view.problem) {
      const secret = isNew ? this.desk.intake.submissionId({ ...arrival, version }) : arrival.secret;
      return { kind: 'send', version, secret };
    }
    const { secret: submission, answers, visit } = arrival;
    const place = this.#place(view.language);
    return {
      kind: 'page',
      ...stepPage(walked, walk, { ...place, ...view, answers, visit, submission }),
    };
  }

  /** The answer to a plain post, from what is stored of it. */
  formSent(id: string, submission: string, language: string): ReturnType<typeof outcomeAnswer> | null {
    const sent = this.desk.intake.sent(id, submission);
    return sent === null ? null : outcomeAnswer(sent, language);
  }

  /** The questions for a browser as JSON; null when the form was never published. */
  nextQuestions(form: string, token: string | null): string | null {
    const next = this.desk.nextQuestions(form, token);
    return next === null ? null : JSON.stringify(next);
  }

  /** Null where the form asks for no work. */
  challenge(form: string): Challenge | null {
    return this.desk.challenge(form);
  }

  recordOfVisitor(token: string, occurrences: readonly Occurrence[]): void {
    this.desk.recordOfVisitor(token, occurrences);
  }

  count(form: string, version: number, event: CountEvent, step: string | null): void {
    this.desk.count(form, version, event, step);
  }

  verdictCard(token: string): VerdictCard | null {
    return this.desk.verdicts.card(token);
  }

  verdictNonce(token: string): string | null {
    return this.desk.verdicts.nonce(token);
  }

  giveVerdict(token: string, nonce: string, verdict: Verdict): VerdictResult | null {
    return this.desk.verdicts.give(token, nonce, verdict);
  }

  undoVerdict(token: string, nonce: string): boolean {
    return this.desk.verdicts.undo(token, nonce);
  }

  sayWhyLate(token: string, nonce: string, reason: string, note: string | null): ReasonGiven | null {
    return this.desk.verdicts.sayWhyLate(token, nonce, reason, note);
  }

  /** Resolves only after a write has reached the disk. */
  async checkHealth(): Promise<void> {
    this.desk.checkHealth();
    await this.ctx.storage.sync();
  }
}
