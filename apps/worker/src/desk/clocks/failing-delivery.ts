// A delivery that does not get through is nobody's fault who waits for it: the admins are told, once a day for each
// place it goes to. At once when it was given up; after a while when it is still being tried.
import type { Context } from '../context.ts';
import type { Posted } from '../outbox.ts';
import { first, numberOrNull } from '../sql.ts';
import { alertAdmins, alertType } from './alert.ts';

/** So long, ms, may a delivery fail before it is worth a word: a restart on the other side is over by then. */
const patience = 10 * 60_000;

export type FailingDelivery = {
  readonly id: number;
  readonly publicId: string;
  readonly type: string;
  readonly destination: string | null;
  /** As it may be shown. */
  readonly to: string;
  readonly state: 'waiting' | 'dead' | 'disabled';
  readonly error: string;
  readonly attempt: number;
  readonly firstAt: number;
};

/** Inside the transaction that settles the try. */
export function alertOfFailing(
  context: Pick<Context, 'parts' | 'documents' | 'outbox'>,
  failing: FailingDelivery,
  now: number,
): Posted[] {
  const { state, destination, to, error } = failing;
  // What carries an alert, and what was given up by hand, calls for none.
  if (failing.type === alertType || error === 'destination_removed') return [];
  const isOver = state !== 'waiting';
  if (!isOver && now - failing.firstAt < patience) return [];
  const where = destination ?? (isOver ? to : 'mail');
  const row = first(context.parts.sql, `SELECT lead FROM deliveries WHERE id = ?`, failing.id);
  const lead = row === null ? null : numberOrNull(row, 'lead');
  const place = destination === null ? `Mail to ${to}` : `Destination “${destination}”`;
  return alertAdmins(
    context,
    {
      kind: 'delivery_failing',
      subject: where,
      title: isOver ? `${place} was given up` : `${place} does not get through`,
      says: isOver
        ? 'A notification could not be delivered and is not tried any more. It is kept: once the cause is gone, it can be sent again from the log of deliveries.'
        : 'A notification has not been delivered yet and goes on being tried. Until it arrives, nobody’s time to follow up runs.',
      lines: [
        { label: 'Goes to', value: to },
        { label: 'Last error', value: error },
        { label: 'Tries so far', value: String(failing.attempt) },
        { label: 'Delivery', value: failing.publicId },
      ],
      lead: lead === null ? null : { id: lead },
    },
    now,
  );
}
