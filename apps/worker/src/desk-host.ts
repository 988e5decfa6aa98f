// The Desk on Cloudflare's own engine: a Durable Object gives it storage, a clock, channels and an alarm.
import { DurableObject } from 'cloudflare:workers';
import { createMailChannel } from './channels/mail.ts';
import { mailRoute } from './channels/mail-route.ts';
import { createSlackChannel } from './channels/slack.ts';
import { createTeamsChannel } from './channels/teams.ts';
import { createWebhookChannel } from './channels/webhook.ts';
import type { Arrival } from './desk/arrival.ts';
import { Desk } from './desk/desk.ts';
import { randomIds } from './desk/ids.ts';
import type { Taken } from './desk/intake-desk.ts';
import type { Posted } from './desk/outbox.ts';
import type { Member } from './desk/people/members.ts';
import { addressPolicy, publicUrl, type Env } from './env.ts';
import { Filing } from './filing.ts';
import { gateOf } from './gate-of.ts';
import { bugLine, createLog, tellAll, type LogLine } from './log.ts';
import { SharedCommits } from './shared-commits.ts';
import { storageSql, type StorageSql } from './storage-sql.ts';

/** So long lines of the log wait for company, ms. */
const tellingPause = 20;
/** The Gate is asked who comes in so often at most, ms. */
const askingPause = 60 * 60_000;

export class DeskHost extends DurableObject<Env> {
  /** Kept by the instance, so that no other worker gets at it. */
  protected readonly desk: Desk;
  protected readonly commits: SharedCommits;
  readonly #together: StorageSql['together'];
  readonly #filing = new Filing({
    unfiled: () => this.desk.intake.unfiled,
    file: (most) => this.#filePart(most),
  });
  readonly #log: (line: LogLine) => void;
  readonly #untold: LogLine[] = [];
  /** Stored, and to be delivered. */
  readonly #owed: Posted[] = [];
  #askedAt = 0;
  /** The instant the alarm is set to, as far as this instance knows. */
  #wakeAt = Infinity;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const tells = env.BATON_LOG === 'decisions';
    this.#log = createLog(tells);
    const addresses = addressPolicy(env);
    const mail = mailRoute(env) !== null;
    const fetcher: typeof fetch = (input, init) => fetch(input, init);
    const { sql, together } = storageSql(state.storage);
    this.#together = together;
    this.commits = new SharedCommits({
      together: (work) =>
        this.#withFiled(Infinity, () => {
          this.#orUnsaid(work);
        }),
      synced: () => state.storage.sync(),
    });
    this.desk = new Desk({
      sql,
      now: () => Date.now(),
      ids: randomIds,
      settings: { url: publicUrl(env), mail, addresses },
      channels: {
        webhook: createWebhookChannel(addresses, fetcher),
        slack: createSlackChannel(addresses, fetcher),
        teams: createTeamsChannel(addresses, fetcher),
        email: createMailChannel(mail ? { sendMail: (message) => env.MAIL.sendMail(message) } : null),
      },
      joining: (work) => this.commits.join(work),
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

  /** What is undone was not decided, and woke nobody. */
  #orUnsaid<T>(work: () => T): T {
    const told = this.#untold.length;
    try {
      return work();
    } catch (error) {
      this.#untold.length = told;
      this.#wakeAt = Infinity;
      throw error;
    }
  }

  /** A submission in one row of storage; null where it takes more. */
  protected putDown(arrival: Arrival): Taken | null {
    const told = this.#untold.length;
    const taken = this.#orUnsaid(() => this.desk.intake.putDown(arrival));
    if (taken === null) this.#untold.length = told;
    else this.#filing.came();
    return taken;
  }

  /** What is owed leaves once it is stored, and the answer before it. */
  protected deliver(posted: readonly Posted[]): void {
    if (posted.length === 0) return;
    this.#owed.push(...posted);
    if (this.#owed.length > posted.length) return;
    setTimeout(() => this.desk.intake.deliver(this.#owed.splice(0)), 0);
  }

  /** In a transaction like any other of several requests. Rejects where storage takes nothing. */
  #filePart(most: number): Promise<void> {
    return this.commits.aside(async () => {
      try {
        await this.#withFiled(most);
      } catch (error) {
        this.#log(bugLine(error, 'filing'));
        // Where one of them cannot be filed, it is found, and the others are.
        this.desk.intake.file(most);
      }
    });
  }

  /** Files so many of what waits, and does `work`, in one transaction: all of it or nothing. */
  #withFiled(most: number, work: () => void = () => undefined): Promise<void> {
    let takeBack = (): void => undefined;
    return this.#together(
      () => {
        takeBack = this.desk.intake.fileWithin(most);
        work();
      },
      () => takeBack(),
    );
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
        () => tellAll(lines),
        () => undefined,
      );
    }, tellingPause);
  }

  /** Told by the Gate whenever they change. */
  knowMembers(members: readonly Member[]): void {
    this.desk.knowMembers(members);
  }

  /** Should the Gate have been cut off when it was to tell. */
  #askForMembers(): void {
    const now = Date.now();
    if (now - this.#askedAt < askingPause) return;
    this.#askedAt = now;
    const workspace = this.desk.workspace();
    // One that was made a moment ago has not been told yet whose it is.
    if (!this.env.DESK.idFromName(workspace).equals(this.ctx.id)) return;
    const known = gateOf(this.env)
      .membersOf(workspace)
      .then((members) => this.desk.knowMembers(members))
      .catch((error: unknown) => this.#log(bugLine(error, 'members')));
    this.ctx.waitUntil(known);
  }

  override alarm(): void {
    this.#wakeAt = Infinity;
    this.desk.alarm();
    this.#askForMembers();
  }
}
