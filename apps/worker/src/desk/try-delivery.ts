// One try of a delivery: the frozen bytes go to their channel, and what it came to is written down with what follows.
// Decides when the next try is due, or that there is none.
import type { Failure, SendResult } from '../channels/channel.ts';
import { bugLine } from '../log.ts';
import { shownAddress } from './chat-address.ts';
import { secretsAt } from './destinations/secrets.ts';
import { alertOfFailing } from './clocks/failing-delivery.ts';
import { startClock } from './clocks/plan.ts';
import type { Context } from './context.ts';
import { targetOf } from './destinations/target-of.ts';
import type { Documents, StoredDestination } from './documents.ts';
import { clearDue, setDue } from './due-work.ts';
import type { Outcome, Tried } from './lanes.ts';
import type { Posted } from './outbox.ts';
import type { Parts } from './parts.ts';
import { nextTry } from './retry-schedule.ts';
import { first, textOrNull } from './sql.ts';
import { waitingDelivery, type WaitingDelivery } from './waiting-delivery.ts';

/** What a try needs of the house around it. */
type House = Pick<Context, 'parts' | 'documents' | 'outbox' | 'fresh' | 'isUnfiled'>;

/** A try that is over: what of, what it came to, when it began and when it ended. */
type Settling = readonly [waiting: WaitingDelivery, result: SendResult, started: number, ended: number];

const gone: Tried = { outcome: 'gone', stored: Promise.resolve(true) };

/** Makes one try, if the delivery still waits. Does not reject. */
export async function tryDelivery(house: House, id: number): Promise<Tried> {
  const { parts, documents } = house;
  try {
    const waiting = waitingDelivery(parts, house.fresh, id);
    if (waiting === null) {
      clearDue(parts.sql, 'delivery', id);
      return gone;
    }
    // It was held back after it was to be tried.
    if (typeof destinationOf(documents, waiting.destination)?.pausedAt === 'number') return gone;
    const started = parts.now();
    const result = refused(documents, waiting) ?? (await send(parts, documents, waiting, started));
    return { outcome: outcomeOf(result), stored: store(house, waiting, result, started, parts.now()) };
  } catch (error) {
    // It stays due, and the lane's rests keep it from being tried without end.
    parts.log(bugLine(error, 'delivery'));
    return { outcome: 'failed', stored: Promise.resolve(true) };
  }
}

/** Has the result written down with whatever else is; false when that cannot be done. */
async function store(house: House, ...tried: Settling): Promise<boolean> {
  const { parts, outbox } = house;
  try {
    const posted = await parts.joining(() => parts.sql.transaction(() => settle(house, ...tried)));
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
    return true;
  } catch (error) {
    parts.log(bugLine(error, 'delivery'));
    return false;
  }
}

function outcomeOf(result: SendResult): Outcome {
  if (result.ok || result.ofMessage === true) return 'through';
  return result.unsent === true || result.gone === true ? 'neither' : 'failed';
}

function destinationOf(documents: Documents, id: string | null): StoredDestination | undefined {
  return id === null ? undefined : documents.destination(id);
}

/** Why no try is made, if none is. */
function refused(documents: Documents, { destination: id }: WaitingDelivery): Failure | null {
  if (id === null) return null;
  const destination = destinationOf(documents, id);
  if (destination === undefined) {
    return { ok: false, code: 'destination_removed', status: null, permanent: true, unsent: true };
  }
  if (destination.disabledAt === null) return null;
  return { ok: false, code: 'destination_disabled', status: null, gone: true, unsent: true };
}

async function send(
  parts: Parts,
  documents: Documents,
  waiting: WaitingDelivery,
  now: number,
): Promise<SendResult> {
  try {
    return await parts.channels[waiting.channel].send({
      id: waiting.publicId,
      target: waiting.target,
      body: waiting.body,
      secrets: secretsAt(destinationOf(documents, waiting.destination), now),
      createdAt: waiting.createdAt,
      now,
    });
  } catch (error) {
    // A channel never throws for what others do, so this is a bug of ours; the delivery goes on by its schedule.
    parts.log(bugLine(error, 'channel'));
    return { ok: false, code: 'internal_error', status: null };
  }
}

/** Writes down what a try came to, and what follows from it. */
function settle(house: House, ...[waiting, result, started, ended]: Settling): readonly Posted[] {
  const { parts, documents } = house;
  const { sql } = parts;
  const attempt = waiting.attempts + 1;
  const firstAt = waiting.firstAt ?? started;
  const milliseconds = Math.max(0, ended - started);
  const error = result.ok ? null : result.code;
  const next = following(parts, documents, waiting, result, attempt, firstAt, started, ended);
  const kept = first(
    sql,
    `UPDATE deliveries SET state = ?, attempts = ?, first_at = ?, settled_at = ? WHERE id = ?
     RETURNING (SELECT public_id FROM submissions WHERE submissions.id = deliveries.submission) AS submission`,
    next.state,
    attempt,
    firstAt,
    next.at === null ? ended : null,
    waiting.id,
  );
  if (kept === null) {
    if (house.isUnfiled('deliveries', waiting.id)) throw new Error('It was tried, and could not be filed.');
    // Erased while it was tried, with whom it was about: there is nothing to try again, nor to tell of.
    return [];
  }
  sql.run(
    `INSERT INTO attempts (delivery, number, at, milliseconds, status, error) VALUES (?, ?, ?, ?, ?, ?)`,
    waiting.id,
    attempt,
    started,
    milliseconds,
    result.status,
    error,
  );
  if (next.at === null) clearDue(sql, 'delivery', waiting.id);
  else {
    setDue(sql, 'delivery', waiting.id, next.at);
    parts.wake(next.at);
  }
  if (result.ok) startHumanClock(parts, documents, waiting, ended);
  parts.log({
    baton: 'delivery',
    id: waiting.publicId,
    submission: textOrNull(kept, 'submission'),
    kind: waiting.channel,
    to: shownAddress(waiting.channel, waiting.target),
    attempt,
    state: next.state,
    ms: milliseconds,
    sinceSubmission: ended - waiting.createdAt,
    status: result.status,
    error,
    nextAt: next.at === null ? null : new Date(next.at).toISOString(),
  });
  if (result.ok || next.state === 'delivered') return [];
  const { id, publicId, type, destination } = waiting;
  const to = shownAddress(waiting.channel, waiting.target);
  const failing = {
    id,
    publicId,
    type,
    destination,
    to,
    state: next.state,
    error: result.code,
    attempt,
    firstAt,
  };
  return alertOfFailing(house, failing, ended);
}

function following(
  parts: Parts,
  documents: Documents,
  waiting: WaitingDelivery,
  result: SendResult,
  attempt: number,
  firstAt: number,
  lastAt: number,
  now: number,
): { readonly state: 'delivered' | 'dead' | 'disabled' | 'waiting'; readonly at: number | null } {
  if (result.ok) return { state: 'delivered', at: null };
  if (result.gone === true) {
    disable(parts, documents, waiting, now);
    return { state: 'disabled', at: null };
  }
  if (result.permanent === true) return { state: 'dead', at: null };
  const next = nextTry(
    attempt - waiting.triedBefore,
    firstAt,
    lastAt,
    now,
    parts.ids.chance(),
    result.retryAfter,
  );
  return next.kind === 'exhausted' ? { state: 'dead', at: null } : { state: 'waiting', at: next.at };
}

/**
 * 410 says never to come back there; importing the destination anew, changed, opens it again. Where it has gone elsewhere
 * since, what its old address says closes nothing.
 */
function disable(parts: Parts, documents: Documents, waiting: WaitingDelivery, now: number): void {
  const { destination, target } = waiting;
  const present = destinationOf(documents, destination)?.destination;
  if (destination === null || !present || targetOf(present) !== target) return;
  parts.sql.run(
    `UPDATE destinations SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL`,
    now,
    destination,
  );
  documents.forget();
}

/** The human clock starts with the first delivery that reaches the owner, or without mail, anybody. */
function startHumanClock(parts: Parts, documents: Documents, waiting: WaitingDelivery, now: number): void {
  const { untold } = waiting;
  if (untold === null || (parts.settings.mail && waiting.destination !== null)) return;
  startClock(parts, documents, untold, now);
}
