// A delivery that waits for a try: as it stands in its table, or as it will when what was put down is filed.
import { channelKinds, type ChannelKind } from '../channels/channel.ts';
import type { Parts } from './parts.ts';
import type { Memory } from './remembered.ts';
import { first, number, numberOrNull, text, textOrNull } from './sql.ts';

export type WaitingDelivery = {
  readonly id: number;
  readonly publicId: string;
  readonly type: string;
  readonly channel: ChannelKind;
  readonly destination: string | null;
  readonly target: string;
  readonly body: string;
  readonly attempts: number;
  /** Of them, those before it was put on its way anew. */
  readonly triedBefore: number;
  readonly createdAt: number;
  readonly firstAt: number | null;
  /** The handoff that it tells of, as long as nobody has been told of that. */
  readonly untold: { readonly id: number } | null;
};

/** What may change what is remembered, beside its own try. */
const changesThem = /(UPDATE|DELETE FROM) deliveries\b/;

/** So many are remembered, the latest; others are looked up. */
const mostFresh = 64;

/** Deliveries that were put down and wait to be filed: their tries need not wait for that. */
export class Fresh implements Memory {
  readonly #isAsked: () => boolean;
  readonly #kept = new Map<number, WaitingDelivery>();
  readonly #next: WaitingDelivery[] = [];

  /** @param isAsked as with all that is remembered */
  constructor(isAsked: () => boolean) {
    this.#isAsked = isAsked;
  }

  add(delivery: WaitingDelivery): void {
    if (this.#isAsked()) this.#next.push(delivery);
  }

  /** It is tried now, and never as it is here again. Null where it has to be looked up. */
  take(id: number): WaitingDelivery | null {
    const known = this.#kept.get(id) ?? null;
    this.#kept.delete(id);
    return known;
  }

  keep(): void {
    for (const one of this.#next.splice(0)) this.#kept.set(one.id, one);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= mostFresh) break;
      this.#kept.delete(id);
    }
  }

  drop(): void {
    this.#next.length = 0;
  }

  forget(statement: string | null): void {
    if (statement !== null && changesThem.test(statement)) this.#kept.clear();
  }
}

/** Those that tell an owner of a handoff. */
const telling: ReadonlySet<string> = new Set(['lead.handed_off', 'handoff.reassigned']);

export function untoldBy(type: string, handoff: number | null): WaitingDelivery['untold'] {
  return handoff !== null && telling.has(type) ? { id: handoff } : null;
}

/** Null where it waits no more. */
export function waitingDelivery({ sql }: Parts, fresh: Fresh, id: number): WaitingDelivery | null {
  const known = fresh.take(id);
  if (known !== null) return known;
  const row = first(
    sql,
    `SELECT d.public_id, d.type, d.channel, d.destination, d.target, d.body, d.attempts, d.tried_before, d.created_at, d.first_at,
       h.id AS handoff
     FROM deliveries d
     LEFT JOIN handoffs h ON h.id = d.handoff AND h.delivered_at IS NULL
     WHERE d.id = ? AND d.state = 'waiting'`,
    id,
  );
  if (row === null) return null;
  const name = text(row, 'channel');
  const channel = channelKinds.find((kind) => kind === name);
  if (channel === undefined) throw new Error(`Unknown channel ${name}.`);
  const type = text(row, 'type');
  return {
    id,
    publicId: text(row, 'public_id'),
    type,
    channel,
    destination: textOrNull(row, 'destination'),
    target: text(row, 'target'),
    body: text(row, 'body'),
    attempts: number(row, 'attempts'),
    triedBefore: number(row, 'tried_before'),
    createdAt: number(row, 'created_at'),
    firstAt: numberOrNull(row, 'first_at'),
    untold: untoldBy(type, numberOrNull(row, 'handoff')),
  };
}
