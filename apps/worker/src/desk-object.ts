// The Desk on Cloudflare's own engine: a thin Durable Object that gives it storage, a clock, channels and an alarm.
import { DurableObject } from 'cloudflare:workers';
import type { Occurrence } from '@baton/agreement';
import type { Actor } from './access/rights.ts';
import { createMailChannel } from './channels/mail.ts';
import { mailRoute } from './channels/mail-route.ts';
import { createSlackChannel } from './channels/slack.ts';
import { createTeamsChannel } from './channels/teams.ts';
import { createWebhookChannel } from './channels/webhook.ts';
import type { Arrival, Submitted } from './desk/arrival.ts';
import type { CountEvent } from './desk/counts.ts';
import { Desk } from './desk/desk.ts';
import type { DraftAnswer, PublishAnswer, Tryable, TryAnswer } from './desk/form-desk.ts';
import type { Trying } from './desk/try-form.ts';
import type { Challenge } from './desk/proofs.ts';
import type { Publishing } from './desk/publish.ts';
import type { AllowedCheck } from './desk/site-checks.ts';
import { randomIds } from './desk/ids.ts';
import type { VerdictCard } from './desk/verdict-card.ts';
import type { Verdict, VerdictResult } from './desk/verdicts.ts';
import { addressPolicy, publicUrl, type Env } from './env.ts';
import { bugLine, createLog, type LogLine } from './log.ts';
import {
  headOf,
  hostedPage,
  outcomeAnswer,
  pagesPayload,
  problemPage,
  scriptCall,
  type DraftScript,
  type DraftWish,
  type FormHead,
  type Place,
  type Refill,
  type ScriptWish,
} from './render-form.ts';
import { stepPage, type StepAnswer, type StepAsked } from './render-step.ts';
import { SharedCommits } from './shared-commits.ts';
import { storageSql } from './storage-sql.ts';

/** So long lines of the log wait for company, ms. */
const tellingPause = 20;

export class DeskObject extends DurableObject<Env> {
  readonly #desk: Desk;
  readonly #commits: SharedCommits;
  readonly #log: (line: LogLine) => void;
  readonly #untold: LogLine[] = [];
  /** The instant the alarm is set to, as far as this instance knows. */
  #wakeAt = Infinity;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const tells = env.BATON_LOG === 'decisions';
    this.#log = createLog(tells);
    const addresses = addressPolicy(env);
    const mail = mailRoute(env) !== null;
    const fetcher: typeof fetch = (input, init) => fetch(input, init);
    this.#commits = new SharedCommits(() => state.storage.sync());
    this.#desk = new Desk({
      sql: storageSql(state.storage),
      now: () => Date.now(),
      ids: randomIds,
      settings: { url: publicUrl(env), mail, addresses },
      channels: {
        webhook: createWebhookChannel(addresses, fetcher),
        slack: createSlackChannel(addresses, fetcher),
        teams: createTeamsChannel(addresses, fetcher),
        email: createMailChannel(mail ? { sendMail: (message) => env.MAIL.sendMail(message) } : null),
      },
      joining: (work) => this.#commits.join(work),
      wake: (at) => this.#wake(at),
      later: (work) => {
        state.waitUntil(work.catch((error: unknown) => this.#log(bugLine(error, 'delivery'))));
      },
      log: (line) => {
        if (line.baton === 'bug') this.#log(line);
        else if (tells) this.#tellWhenStored(line);
      },
    });
  }

  #wake(at: number): void {
    if (at >= this.#wakeAt) return;
    this.#wakeAt = at;
    void this.ctx.storage.setAlarm(at);
  }

  /** What was decided is told once it is on disk, with what follows soon, and keeps no visitor waiting. */
  #tellWhenStored(line: LogLine): void {
    this.#untold.push(line);
    if (this.#untold.length > 1) return;
    setTimeout(() => {
      const lines = this.#untold.splice(0);
      void this.ctx.storage.sync().then(
        () => lines.forEach(this.#log),
        () => undefined,
      );
    }, tellingPause);
  }

  override alarm(): void {
    this.#wakeAt = Infinity;
    this.#desk.alarm();
  }

  submit(arrival: Arrival): Promise<Submitted> {
    return this.#commits.do(() => this.#desk.submit(arrival));
  }

  /** Told once, when its workspace is made, before anybody can ask for it. */
  beWorkspace(workspace: string): void {
    this.#desk.beWorkspace(workspace);
  }

  /** Null when the form was never published; so it is with all that follows. */
  formHead(id: string): FormHead | null {
    const published = this.#desk.published(id);
    return published === null ? null : headOf(published);
  }

  formPage(id: string, language: string, filled: Parameters<typeof hostedPage>[2]): string | null {
    const published = this.#desk.published(id);
    return published === null ? null : hostedPage(published, this.#place(language), filled);
  }

  formScript(id: string, language: string | null, wish: ScriptWish): ReturnType<typeof scriptCall> | null {
    const published = this.#desk.published(id);
    return published === null ? null : scriptCall(published, language, wish);
  }

  /** The payload for pages without a form; null as above, or when the form keeps no journal. */
  pagesPayload(id: string): string | null {
    const published = this.#desk.published(id);
    return published === null ? null : pagesPayload(published);
  }

  formProblem(
    id: string,
    problem: Parameters<typeof problemPage>[1],
    values: Refill['values'],
    { language, wishes }: { language: string; wishes: readonly string[] },
  ): string | null {
    const published = this.#desk.published(id);
    const place = this.#place(language);
    return published === null ? null : problemPage(published, problem, values, place, wishes);
  }

  #place(language: string): Place {
    return { language, base: publicUrl(this.env), prefix: this.#desk.prefix(), site: this.#desk.name() };
  }

  /** The page of the step that comes next, or that all is there to be sent, and as what. */
  formStep(arrival: Arrival, { walk, isNew, ...view }: StepAsked): StepAnswer | null {
    const walked = this.#desk.walkOn(arrival, walk);
    if (walked === null) return null;
    const { version } = walked.published;
    if (walked.next.kind === 'send' && !view.issues && !view.problem) {
      const secret = isNew ? this.#desk.submissionId({ ...arrival, version }) : arrival.secret;
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
    const sent = this.#desk.sent(id, submission);
    return sent === null ? null : outcomeAnswer(sent, language);
  }

  /** The questions for a browser as JSON; null when the form was never published. */
  nextQuestions(form: string, token: string | null): string | null {
    const next = this.#desk.nextQuestions(form, token);
    return next === null ? null : JSON.stringify(next);
  }

  /** Null where the form asks for no work. */
  challenge(form: string): Challenge | null {
    return this.#desk.challenge(form);
  }

  recordOfVisitor(token: string, occurrences: readonly Occurrence[]): void {
    this.#desk.recordOfVisitor(token, occurrences);
  }

  count(form: string, version: number, event: CountEvent, step: string | null): void {
    this.#desk.count(form, version, event, step);
  }

  // What follows is the API's: whoever acts is asked for at the Desk again.

  recordOfLead(actor: Actor, email: string, occurrences: readonly Occurrence[]): boolean {
    return this.#desk.as(actor).recordOfLead(email, occurrences);
  }

  forms(actor: Actor): string {
    return this.#desk.as(actor).forms();
  }

  formNumbers(actor: Actor, form: string, days: number): string | null {
    return this.#desk.as(actor).formNumbers(form, days);
  }

  draft(actor: Actor, form: string): string | null {
    return this.#desk.as(actor).draft(form);
  }

  saveDraft(actor: Actor, form: string, revision: number | null, document: unknown): DraftAnswer {
    return this.#desk.as(actor).saveDraft(form, revision, document);
  }

  draftScript(actor: Actor, form: string, { revision, language, mode }: DraftWish): DraftScript {
    const drafted = this.#desk.as(actor).drafted(form, revision);
    if (drafted?.kind !== 'version') return drafted;
    const wish = { hosted: false, api: false, mode };
    return { kind: 'script', call: scriptCall(drafted.version, language, wish) };
  }

  tryForm(actor: Actor, form: string, what: Tryable, trying: Trying): TryAnswer | null {
    return this.#desk.as(actor).tryOut(form, what, trying);
  }

  allowSiteCheck(actor: Actor, form: string): AllowedCheck | null {
    return this.#desk.as(actor).allowSiteCheck(form);
  }

  dropDraft(actor: Actor, form: string): boolean {
    return this.#desk.as(actor).dropDraft(form);
  }

  publishForm(actor: Actor, form: string, asked: Omit<Publishing, 'author'>): PublishAnswer | null {
    return this.#desk.as(actor).publishForm(form, asked);
  }

  cancelSchedule(actor: Actor, form: string): boolean {
    return this.#desk.as(actor).cancelSchedule(form);
  }

  versions(actor: Actor, form: string): string | null {
    return this.#desk.as(actor).versions(form);
  }

  version(actor: Actor, form: string, version: number): string | null {
    return this.#desk.as(actor).version(form, version);
  }

  compareVersions(actor: Actor, form: string, from: number, to: number | null): string | null {
    return this.#desk.as(actor).compareVersions(form, from, to);
  }

  restoreVersion(actor: Actor, form: string, version: number, revision: number): DraftAnswer | null {
    return this.#desk.as(actor).restoreVersion(form, version, revision);
  }

  importWorkspace(actor: Actor, document: unknown): string {
    return JSON.stringify(this.#desk.as(actor).importWorkspace(document));
  }

  exportWorkspace(actor: Actor): string {
    return JSON.stringify(this.#desk.as(actor).exportWorkspace());
  }

  leads(actor: Actor, query: Parameters<Desk['leads']>[0]): string | null {
    return listed(this.#desk.as(actor).leads(query));
  }

  lead(actor: Actor, id: string): string | null {
    const lead = this.#desk.as(actor).lead(id);
    return lead === null ? null : JSON.stringify(lead);
  }

  submissions(actor: Actor, query: Parameters<Desk['submissions']>[0]): string | null {
    return listed(this.#desk.as(actor).submissions(query));
  }

  deliveries(actor: Actor, query: Parameters<Desk['deliveries']>[0]): string | null {
    return listed(this.#desk.as(actor).deliveries(query));
  }

  replay(actor: Actor, delivery: string): boolean {
    return this.#desk.as(actor).replay(delivery);
  }

  /** Changes before an id, the latest first, as JSON. */
  changes(actor: Actor, before: string | null, limit: number): string {
    return JSON.stringify(this.#desk.as(actor).changes(before, limit));
  }

  verdictCard(token: string): VerdictCard | null {
    return this.#desk.verdictCard(token);
  }

  verdictNonce(token: string): string | null {
    return this.#desk.verdictNonce(token);
  }

  giveVerdict(token: string, nonce: string, verdict: Verdict): VerdictResult | null {
    return this.#desk.giveVerdict(token, nonce, verdict);
  }

  undoVerdict(token: string, nonce: string): boolean {
    return this.#desk.undoVerdict(token, nonce);
  }

  /** Resolves only after a write has reached the disk. */
  async checkHealth(): Promise<void> {
    this.#desk.checkHealth();
    await this.ctx.storage.sync();
  }
}

/** A page of a list as JSON; null when it was to go on from what is not there. */
function listed(page: object | null): string | null {
  return page === null ? null : JSON.stringify(page);
}
