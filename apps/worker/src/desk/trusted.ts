// What people have taught the list of suspects: from where a reason is no reason any more. A release trusts the sender's
// company domain (of free mail, the very address) and the block of addresses it came from, for the reasons it was held
// for. An address is what anybody may type, so it never lifts a limit.
import { emailKind } from '@baton/derive';
import type { Arrival } from './arrival.ts';
import type { Context } from './context.ts';
import { blockHash } from './held.ts';
import { recordChange } from './audit.ts';
import { first, number, text } from './sql.ts';
import { suspicions, type Suspected, type Suspicion } from './suspicion.ts';

type TrustKind = 'domain' | 'email' | 'block';

type Sender = { readonly kind: TrustKind; readonly value: string };

export const trustedSenders = `SELECT kind, value, reason FROM trusted`;

/** The suspicion that is left once trusted senders are known. Asked only of those that are suspected. */
export function withoutTrusted(
  { parts: { sql } }: Context,
  suspicion: Suspicion,
  email: unknown,
  { block }: Pick<Arrival, 'block'>,
): Suspicion {
  if (suspicion.reasons.length === 0) return suspicion;
  const rows = sql.all(trustedSenders);
  if (rows.length === 0) return suspicion;
  const senders = sendersOf(email, block === null ? null : blockHash(sql, block));
  const lifted = new Set(
    rows
      .filter((row) =>
        senders.some(({ kind, value }) => kind === text(row, 'kind') && value === text(row, 'value')),
      )
      .map((row) => text(row, 'reason')),
  );
  return { ...suspicion, reasons: suspicion.reasons.filter((reason) => !lifted.has(reason)) };
}

function sendersOf(email: unknown, block: string | null): Sender[] {
  const address = typeof email === 'string' ? email.trim().toLowerCase() : '';
  const domain = address.split('@')[1] ?? '';
  const senders: Sender[] = [];
  if (domain !== '') {
    const isCompany = emailKind(address) === 'business' || emailKind(address) === 'role';
    senders.push(isCompany ? { kind: 'domain', value: domain } : { kind: 'email', value: address });
  }
  if (block !== null) senders.push({ kind: 'block', value: block });
  return senders;
}

/** In the transaction of a release. */
export function trust(
  context: Context,
  { email, block }: { readonly email: unknown; readonly block: string | null },
  reasons: readonly unknown[],
  { submission, author }: { readonly submission: string; readonly author: string },
): void {
  const { sql, ids, now } = context.parts;
  for (const { kind, value } of sendersOf(email, block)) {
    for (const reason of suspicions.filter((one) => reasons.includes(one))) {
      if (kind !== 'block' && reason === 'too_many') continue;
      sql.run(
        `INSERT INTO trusted (public_id, kind, value, reason, submission, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        ids.next('tru', now()),
        kind,
        value,
        reason,
        submission,
        author,
        now(),
      );
    }
  }
}

export type TrustedView = {
  readonly id: string;
  readonly kind: TrustKind;
  /** Of a block of addresses, nothing that could tell which. */
  readonly value: string | null;
  readonly reason: Suspected;
  readonly submission: string;
  readonly author: string;
  readonly at: string;
};

export function listTrusted({ parts: { sql } }: Context): TrustedView[] {
  return sql.all(`SELECT * FROM trusted ORDER BY id DESC LIMIT 1000`).flatMap((row) => {
    const kind = (['domain', 'email', 'block'] as const).find((one) => one === text(row, 'kind'));
    const reason = suspicions.find((one) => one === text(row, 'reason'));
    if (kind === undefined || reason === undefined) return [];
    return {
      id: text(row, 'public_id'),
      kind,
      value: kind === 'block' ? null : text(row, 'value'),
      reason,
      submission: text(row, 'submission'),
      author: text(row, 'author'),
      at: new Date(number(row, 'at')).toISOString(),
    };
  });
}

/** False when nothing has that id. */
export function removeTrusted(context: Context, id: string, author: string): boolean {
  const { sql } = context.parts;
  const row = first(sql, `SELECT kind, value, reason FROM trusted WHERE public_id = ?`, id);
  if (row === null) return false;
  sql.transaction(() => {
    sql.run(`DELETE FROM trusted WHERE public_id = ?`, id);
    const before = { kind: text(row, 'kind'), reason: text(row, 'reason') };
    recordChange(context.parts, author, { action: 'trusted.removed', subject: id, before });
  });
  return true;
}
