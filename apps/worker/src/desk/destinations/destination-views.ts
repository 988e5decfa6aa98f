// Destinations as they are shown: what each gets, what waits and what was given up, and how its last deliveries went.
import { iso } from '../instants.ts';
import type { EventType } from '@baton/workspace';
import { checkAddress } from '../../channels/address.ts';
import { shownAddress } from '../chat-address.ts';
import type { Context } from '../context.ts';
import type { StoredDestination } from '../documents.ts';
import { number, numberOrNull, text, textOrNull } from '../sql.ts';

/** As many of its last deliveries as a glance takes in. */
const glance = 20;

export type DestinationView = {
  readonly id: string;
  readonly kind: StoredDestination['destination']['kind'];
  /** Of a chat only whose it is, for those who may not change it. */
  readonly to: string;
  readonly on: readonly EventType[];
  /** None: all. */
  readonly tiers: readonly string[];
  readonly pausedAt: string | null;
  /** It answered 410. */
  readonly disabledAt: string | null;
  /** Why its address is refused; null where it is not. */
  readonly refused: string | null;
  readonly failing: { readonly since: string; readonly failures: number; readonly rests: boolean } | null;
  readonly waiting: number;
  readonly givenUp: number;
  /** The latest first. */
  readonly recent: readonly {
    readonly id: string;
    readonly state: string;
    readonly at: string;
    readonly milliseconds: number | null;
    readonly error: string | null;
  }[];
  /** Until when the secret before signs as well. */
  readonly previousSecretUntil: string | null;
};

/** @param whole with addresses of chats */
export function listDestinations(context: Context, whole: boolean): DestinationView[] {
  return context.documents.all().destinations.map((stored) => destinationView(context, stored, whole));
}

function destinationView(context: Context, stored: StoredDestination, whole: boolean): DestinationView {
  const { parts, outbox } = context;
  const { destination } = stored;
  const target = destination.kind === 'email' ? destination.to : destination.url;
  const address = destination.kind === 'email' ? null : checkAddress(target, parts.settings.addresses);
  const failing = outbox.failing(destination.kind, target);
  const { previous } = stored;
  return {
    id: destination.id,
    kind: destination.kind,
    to: whole ? target : shownAddress(destination.kind, target),
    on: destination.on ?? ['lead.handed_off'],
    tiers: destination.tiers ?? [],
    pausedAt: iso(stored.pausedAt),
    disabledAt: iso(stored.disabledAt),
    refused: address === null || address.ok ? null : address.code,
    failing: failing === null ? null : { ...failing, since: new Date(failing.since).toISOString() },
    ...countsOf(context, destination.id),
    recent: recentOf(context, destination.id),
    previousSecretUntil: previous !== null && parts.now() < previous.until ? iso(previous.until) : null,
  };
}

function countsOf({ parts: { sql } }: Context, id: string): { waiting: number; givenUp: number } {
  const counts = { waiting: 0, givenUp: 0 };
  const waiting = sql.all(
    `SELECT count(*) AS many FROM due JOIN deliveries d ON d.id = due.subject
     WHERE due.kind = 'delivery' AND d.destination = ?`,
    id,
  );
  for (const row of waiting) counts.waiting = number(row, 'many');
  const lost = sql.all(
    `SELECT count(*) AS many FROM deliveries WHERE state IN ('dead', 'disabled') AND destination = ?`,
    id,
  );
  for (const row of lost) counts.givenUp = number(row, 'many');
  return counts;
}

function recentOf({ parts: { sql } }: Context, id: string): DestinationView['recent'] {
  return sql
    .all(
      `SELECT d.public_id, d.state, d.created_at, a.milliseconds, a.error FROM deliveries d
       LEFT JOIN attempts a ON a.delivery = d.id AND a.number = d.attempts
       WHERE d.destination = ? ORDER BY d.id DESC LIMIT ?`,
      id,
      glance,
    )
    .map((row) => ({
      id: text(row, 'public_id'),
      state: text(row, 'state'),
      at: new Date(number(row, 'created_at')).toISOString(),
      milliseconds: numberOrNull(row, 'milliseconds'),
      error: textOrNull(row, 'error'),
    }));
}
