// Notifications on their way. A delivery is written in the transaction that owes it, tried at once, and tried again
// from the alarm until it is there or dead. It stays due until a try is settled, so that after a crash the same bytes
// go out again.
import type { ChannelKind } from '../channels/channel.ts';
import type { Context } from './context.ts';
import { targetOf } from './destinations/target-of.ts';
import type { Documents } from './documents.ts';
import { dueInLane, heldLane, isHeld, laneOf, lanesWithDue, nextInLane, setDue } from './due-work.ts';
import { Lanes, type Failing } from './lanes.ts';
import type { Parts } from './parts.ts';
import type { RowIds } from './row-ids.ts';
import { first, number, text, textOrNull } from './sql.ts';
import { tryDelivery } from './try-delivery.ts';
import { untoldBy, type Fresh, type WaitingDelivery } from './waiting-delivery.ts';

/** Longer than any try may take, ms: the alarm then looks whether a crash left something behind. */
const safety = 20_000;

export type Parcel = {
  readonly type: string;
  readonly channel: ChannelKind;
  /** The destination's id; null for the owner's own mail. */
  readonly destination: string | null;
  /** A web or e-mail address. */
  readonly target: string;
  /** Null where it is about no lead. */
  readonly lead: number | null;
  readonly handoff: number | null;
  readonly submission: number | null;
  /** The frozen bytes; they are made with the delivery's own id and the instant it came to be. */
  readonly body: (id: string) => string;
};

/** A delivery that waits for its first or next try. */
export type Posted = { readonly id: number; readonly publicId: string; readonly lane: string };

export class Outbox {
  readonly #parts: Parts;
  readonly #documents: Documents;
  readonly #rows: RowIds;
  readonly #fresh: Fresh;
  readonly #lanes: Lanes;

  constructor(
    parts: Parts,
    documents: Documents,
    rows: RowIds,
    unfiled: Pick<Context, 'fresh' | 'isUnfiled'>,
  ) {
    this.#parts = parts;
    this.#documents = documents;
    this.#rows = rows;
    this.#fresh = unfiled.fresh;
    this.#lanes = new Lanes({
      attempt: (id) => tryDelivery({ parts, documents, outbox: this, ...unfiled }, id),
      due: (lane, limit) => dueInLane(parts.sql, lane, parts.now(), limit),
      now: parts.now,
      wake: parts.wake,
      later: parts.later,
    });
  }

  /** Inside the transaction that owes it: stores a delivery. Its first try follows by {@link dispatch}. */
  post(parcel: Parcel, now: number): Posted {
    const publicId = this.#parts.ids.next('msg', now);
    const id = this.#rows.next('deliveries');
    const { type, channel, destination, target } = parcel;
    const waiting: WaitingDelivery = {
      id,
      publicId,
      type,
      channel,
      destination,
      target,
      body: parcel.body(publicId),
      attempts: 0,
      triedBefore: 0,
      createdAt: now,
      firstAt: null,
      untold: untoldBy(type, parcel.handoff),
    };
    this.#store(waiting, parcel);
    const lane = this.#laneFor(destination, channel, target);
    if (!isHeld(lane)) this.#fresh.add(waiting);
    setDue(this.#parts.sql, 'delivery', id, now, lane);
    // Should there be a crash before its first try.
    if (!isHeld(lane)) this.#parts.wake(now + safety);
    return { id, publicId, lane };
  }

  #store(waiting: WaitingDelivery, { lead, handoff, submission }: Parcel): void {
    this.#parts.sql.run(
      `INSERT INTO deliveries (id, public_id, type, channel, destination, target, body, lead, handoff, submission, state, attempts, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?)`,
      waiting.id,
      waiting.publicId,
      waiting.type,
      waiting.channel,
      waiting.destination,
      waiting.target,
      waiting.body,
      lead,
      handoff,
      submission,
      waiting.createdAt,
    );
  }

  #laneFor(destination: string | null, channel: string, target: string): string {
    const isPaused =
      destination !== null && typeof this.#documents.destination(destination)?.pausedAt === 'number';
    return isPaused ? heldLane(destination) : laneOf(channel, target);
  }

  /** After the commit: tries these deliveries, each in its lane. */
  dispatch(deliveries: readonly Posted[]): Promise<void> {
    const free = deliveries.filter(({ lane }) => !isHeld(lane));
    if (free.length > 0) this.#parts.wake(this.#parts.now() + safety);
    return this.#lanes.run(free);
  }

  /** How it goes with an address lately: null when its last try got through, or none was made since the start. */
  failing(channel: string, target: string): Failing | null {
    return this.#lanes.failing(laneOf(channel, target));
  }

  /** From the alarm: takes up every lane with something due. */
  resume(now: number): void {
    for (const { lane, at } of lanesWithDue(this.#parts.sql)) if (at <= now) this.#lanes.resume(lane);
  }

  /** When {@link resume} is wanted next, or null. */
  nextDue(now: number): number | null {
    let next: number | null = null;
    for (const { lane, at } of lanesWithDue(this.#parts.sql)) {
      const ready = this.#lanes.readyAt(lane);
      const wanted =
        ready === null
          ? Math.min(now + safety, nextInLane(this.#parts.sql, lane, now) ?? Infinity)
          : Math.max(at, ready);
      next = Math.min(next ?? Infinity, wanted);
    }
    return next;
  }

  /**
   * Puts a dead or disabled delivery back on its way, with all its tries before it; null when there is no such delivery.
   * It goes where its destination is by now.
   */
  replay(publicId: string, now: number): Posted | null {
    const { sql } = this.#parts;
    const row = first(
      sql,
      `UPDATE deliveries SET state = 'waiting', first_at = NULL, tried_before = attempts, settled_at = NULL
       WHERE public_id = ? AND state IN ('dead', 'disabled') RETURNING id, channel, destination, target`,
      publicId,
    );
    if (row === null) return null;
    const id = number(row, 'id');
    const channel = text(row, 'channel');
    const destination = textOrNull(row, 'destination');
    if (destination !== null) {
      sql.run(`UPDATE destinations SET disabled_at = NULL WHERE id = ?`, destination);
      this.#documents.forget();
    }
    const present = destination === null ? undefined : this.#documents.destination(destination)?.destination;
    const target = present?.kind === channel ? targetOf(present) : text(row, 'target');
    sql.run(`UPDATE deliveries SET target = ? WHERE id = ?`, target, id);
    const lane = this.#laneFor(destination, channel, target);
    setDue(sql, 'delivery', id, now, lane);
    return { id, publicId, lane };
  }
}
