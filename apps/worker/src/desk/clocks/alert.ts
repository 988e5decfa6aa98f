// Tells the admins that something needs a hand: by mail, at most once in 24 hours of one kind about one thing. Without
// mail there is no way to.
import { alertNotice } from '../../notify/alert-notice.ts';
import { mailBody } from '../../notify/mail-message.ts';
import { addressesOf } from '../admins.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { first, number } from '../sql.ts';

/** Between two alerts of one kind about one thing, ms. */
const pause = 24 * 60 * 60_000;

type AlertKind = 'delivery_failing' | 'nobody_available' | 'nobody_else' | 'ledger_off';

export type Alert = {
  readonly kind: AlertKind;
  /** What it is about: alerts about the same thing are told once a day. */
  readonly subject: string;
  readonly title: string;
  readonly says: string;
  readonly lines?: readonly { readonly label: string; readonly value: string }[];
  /** The lead that brought it up. */
  readonly lead: Pick<Lead, 'id'> | null;
};

/** The type of the deliveries that carry alerts. */
export const alertType = 'baton.alert';

/** When an alert was told last; changed by {@link alertStored} alone. */
export const alertTold = `SELECT at FROM alerts WHERE kind = ? AND subject = ?`;

export const alertStored = `INSERT INTO alerts (kind, subject, at) VALUES (?, ?, ?) ON CONFLICT (kind, subject) DO UPDATE SET at = excluded.at`;

/** Inside the transaction of what it is about. */
export function alertAdmins(
  context: Pick<Context, 'parts' | 'documents' | 'outbox'>,
  alert: Alert,
  now: number,
): Posted[] {
  const { parts, outbox } = context;
  if (!parts.settings.mail || !isDue(context, alert, now)) return [];
  return adminsOf(context).map((email) =>
    outbox.post(
      {
        type: alertType,
        channel: 'email',
        destination: null,
        target: email,
        lead: alert.lead?.id ?? null,
        handoff: null,
        submission: null,
        body: () => mailBody(alertNotice(alert, parts.settings.url)),
      },
      now,
    ),
  );
}

function isDue({ parts: { sql } }: Pick<Context, 'parts'>, { kind, subject }: Alert, now: number): boolean {
  const last = first(sql, alertTold, kind, subject);
  // However far a clock has jumped, and wherever to.
  if (last !== null && Math.abs(now - number(last, 'at')) < pause) return false;
  sql.run(alertStored, kind, subject, now);
  return true;
}

/** The workspace's admins; where it has none, whoever gets what nobody else does. */
function adminsOf(context: Pick<Context, 'parts' | 'documents'>): readonly string[] {
  const admins = addressesOf(context, ['admin']);
  if (admins.length > 0) return admins;
  const fallback = context.documents.inForce()?.judge.agreement.routing.fallback.person;
  return fallback === undefined ? [] : [fallback];
}
