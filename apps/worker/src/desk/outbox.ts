// Notifications on their way. A delivery is written in the transaction that owes it, tried at once, and tried
// again from the alarm until it is there or dead. A try holds a lease: after a crash the same bytes go out again.
import type { ChannelKind, SendResult } from '../channels/channel.ts';
import type { Documents } from './documents.ts';
import { clearDue, setDue } from './due-work.ts';
import type { Parts } from './parts.ts';
import { Lanes } from './lanes.ts';
import { nextTry } from './retry-schedule.ts';
import { first, number, numberOrNull, text, textOrNull } from './sql.ts';

/** Longer than any try may take, ms. */
const lease = 20_000;

export type Parcel = {
  readonly type: string;
  readonly channel: ChannelKind;
  /** The destination's id; null for the owner's own mail. */
  readonly destination: string | null;
  /** A web or e-mail address. */
  readonly target: string;
  readonly lead: number;
  readonly handoff: number | null;
  readonly submission: number | null;
  /** The frozen bytes; they are made with the delivery's own id and the instant it came to be. */
  readonly body: (id: string) => string;
};

/** A delivery that waits for its first or next try. */
export type Posted = { readonly id: number; readonly publicId: string; readonly target: string };

type Waiting = {
  readonly id: number;
  readonly publicId: string;
  readonly channel: ChannelKind;
  readonly destination: string | null;
  readonly target: string;
  readonly body: string;
  readonly attempts: number;
  readonly createdAt: number;
  readonly firstAt: number | null;
  readonly handoff: number | null;
  readonly submission: number | null;
};

export class Outbox {
  readonly #parts: Parts;
  readonly #documents: Documents;
  readonly #lanes: Lanes;

  constructor(parts: Parts, documents: Documents) {
    this.#parts = parts;
    this.#documents = documents;
    this.#lanes = new Lanes((id) => this.#attempt(id));
  }

  /** Inside the transaction that owes it: stores a delivery. Its first try follows by {@link dispatch}. */
  post(parcel: Parcel, now: number): Posted {
    const publicId = this.#parts.ids.next('msg', now);
    const row = first(
      this.#parts.sql,
      `INSERT INTO deliveries (public_id, type, channel, destination, target, body, lead, handoff, submission, state, attempts, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?) RETURNING id`,
      publicId,
      parcel.type,
      parcel.channel,
      parcel.destination,
      parcel.target,
      parcel.body(publicId),
      parcel.lead,
      parcel.handoff,
      parcel.submission,
      now,
    );
    if (row === null) throw new Error('An inserted delivery did not come back.');
    const id = number(row, 'id');
    // The lease begins with the row: should we crash before or during the first try, the alarm makes it.
    setDue(this.#parts.sql, 'delivery', id, now + lease);
    return { id, publicId, target: parcel.target };
  }

  /** After the commit: tries these deliveries, each in its target's lane. */
  dispatch(deliveries: readonly Posted[]): Promise<void> {
    return this.#lanes.run(deliveries);
  }

  /** How many deliveries this instance is busy with. */
  get busy(): number {
    return this.#lanes.size;
  }

  /** Deliveries whose hour has come: they take a new lease, so that a crash leads back here. */
  take(deliveries: readonly number[], now: number): Posted[] {
    return deliveries.flatMap((id) => {
      setDue(this.#parts.sql, 'delivery', id, now + lease);
      if (this.#lanes.holds(id)) return [];
      const row = first(
        this.#parts.sql,
        `SELECT public_id, target FROM deliveries WHERE id = ? AND state = 'waiting'`,
        id,
      );
      if (row !== null) return [{ id, publicId: text(row, 'public_id'), target: text(row, 'target') }];
      clearDue(this.#parts.sql, 'delivery', id);
      return [];
    });
  }

  /** One try. True when it got through, or there was nothing to do any more. */
  async #attempt(id: number): Promise<boolean> {
    const waiting = this.#load(id);
    if (waiting === null) return true;
    const started = this.#parts.now();
    const result = await this.#send(waiting, started);
    const ended = this.#parts.now();
    this.#parts.sql.transaction(() => this.#settle(waiting, result, started, ended));
    return result.ok;
  }

  #load(id: number): Waiting | null {
    const row = first(this.#parts.sql, `SELECT * FROM deliveries WHERE id = ? AND state = 'waiting'`, id);
    if (row === null) return null;
    return {
      id,
      publicId: text(row, 'public_id'),
      channel: text(row, 'channel') === 'email' ? 'email' : 'webhook',
      destination: textOrNull(row, 'destination'),
      target: text(row, 'target'),
      body: text(row, 'body'),
      attempts: number(row, 'attempts'),
      createdAt: number(row, 'created_at'),
      firstAt: numberOrNull(row, 'first_at'),
      handoff: numberOrNull(row, 'handoff'),
      submission: numberOrNull(row, 'submission'),
    };
  }

  async #send(waiting: Waiting, now: number): Promise<SendResult> {
    const destination = this.#documents
      .all()
      .destinations.find((one) => one.destination.id === waiting.destination);
    if (waiting.destination !== null && destination === undefined) {
      return { ok: false, code: 'destination_removed', status: null, permanent: true };
    }
    if (destination !== undefined && destination.disabledAt !== null) {
      return { ok: false, code: 'destination_disabled', status: null, gone: true };
    }
    return this.#parts.channels[waiting.channel].send({
      id: waiting.publicId,
      target: waiting.target,
      body: waiting.body,
      secret: destination?.secret ?? null,
      createdAt: waiting.createdAt,
      now,
    });
  }

  /** Writes down what a try came to, and what follows from it. */
  #settle(waiting: Waiting, result: SendResult, started: number, ended: number): void {
    const { sql } = this.#parts;
    const attempt = waiting.attempts + 1;
    const firstAt = waiting.firstAt ?? started;
    sql.run(
      `INSERT INTO attempts (delivery, number, at, milliseconds, status, error) VALUES (?, ?, ?, ?, ?, ?)`,
      waiting.id,
      attempt,
      started,
      Math.max(0, ended - started),
      result.status,
      result.ok ? null : result.code,
    );
    const next = this.#next(waiting, result, attempt, firstAt, ended);
    sql.run(
      `UPDATE deliveries SET state = ?, attempts = ?, first_at = ?, settled_at = ? WHERE id = ?`,
      next.state,
      attempt,
      firstAt,
      next.at === null ? ended : null,
      waiting.id,
    );
    if (next.at === null) clearDue(sql, 'delivery', waiting.id);
    else {
      setDue(sql, 'delivery', waiting.id, next.at);
      this.#parts.wake(next.at);
    }
    if (result.ok) this.#started(waiting, ended);
    this.#parts.log({
      baton: 'delivery',
      id: waiting.publicId,
      submission: this.#submissionId(waiting.submission),
      kind: waiting.channel,
      to: waiting.target,
      attempt,
      state: next.state,
      ms: Math.max(0, ended - started),
      sinceSubmission: ended - waiting.createdAt,
      status: result.status,
      error: result.ok ? null : result.code,
      nextAt: next.at === null ? null : new Date(next.at).toISOString(),
    });
  }

  #next(
    waiting: Waiting,
    result: SendResult,
    attempt: number,
    firstAt: number,
    now: number,
  ): { readonly state: 'delivered' | 'dead' | 'disabled' | 'waiting'; readonly at: number | null } {
    if (result.ok) return { state: 'delivered', at: null };
    if (result.gone === true) {
      this.#disable(waiting.destination, now);
      return { state: 'disabled', at: null };
    }
    if (result.permanent === true) return { state: 'dead', at: null };
    const next = nextTry(attempt, firstAt, now, this.#parts.ids.chance(), result.retryAfter);
    return next.kind === 'exhausted' ? { state: 'dead', at: null } : { state: 'waiting', at: next.at };
  }

  /** 410 says never to come back; importing the destination anew, changed, opens it again. */
  #disable(destination: string | null, now: number): void {
    if (destination === null) return;
    this.#parts.sql.run(
      `UPDATE destinations SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL`,
      now,
      destination,
    );
    this.#documents.forget();
  }

  /** The human clock starts with the first delivery that reaches the owner, or without mail, anybody. */
  #started(waiting: Waiting, now: number): void {
    if (waiting.handoff === null) return;
    if (this.#parts.settings.mail && waiting.destination !== null) return;
    const row = first(
      this.#parts.sql,
      `SELECT tier FROM handoffs WHERE id = ? AND delivered_at IS NULL`,
      waiting.handoff,
    );
    if (row === null) return;
    const judge = this.#documents.inForce()?.judge;
    this.#parts.sql.run(
      `UPDATE handoffs SET delivered_at = ?, deadline_in_force = ? WHERE id = ?`,
      now,
      judge?.deadline(now, text(row, 'tier')) ?? null,
      waiting.handoff,
    );
  }

  #submissionId(id: number | null): string | null {
    if (id === null) return null;
    const row = first(this.#parts.sql, `SELECT public_id FROM submissions WHERE id = ?`, id);
    return row === null ? null : text(row, 'public_id');
  }

  /** Puts a dead or disabled delivery back on its way; null when there is no such delivery. */
  replay(publicId: string, now: number): Posted | null {
    const row = first(
      this.#parts.sql,
      `UPDATE deliveries SET state = 'waiting', first_at = NULL, settled_at = NULL
       WHERE public_id = ? AND state IN ('dead', 'disabled') RETURNING id, destination, target`,
      publicId,
    );
    if (row === null) return null;
    const destination = textOrNull(row, 'destination');
    if (destination !== null) {
      this.#parts.sql.run(`UPDATE destinations SET disabled_at = NULL WHERE id = ?`, destination);
      this.#documents.forget();
    }
    const id = number(row, 'id');
    setDue(this.#parts.sql, 'delivery', id, now + lease);
    return { id, publicId, target: text(row, 'target') };
  }
}
