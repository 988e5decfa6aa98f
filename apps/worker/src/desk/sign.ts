// A proposed agreement is signed by a person of a party. With both signatures over its hash it is in force from that
// second, for every arrival after it; the one before is replaced in the same transaction.
import { signedContent } from '@baton/agreement';
import type { Context } from './context.ts';
import { setDue } from './due-work.ts';
import { sha256 } from './sha256.ts';
import { first, number, text } from './sql.ts';

export type Signed =
  | { readonly kind: 'signed' | 'in_force'; readonly version: number }
  | { readonly kind: 'unknown_proposal' | 'not_of_party' | 'tampered' };

/** @param by the signer's e-mail; whoever calls has made sure that it is them. */
export function signAgreement(
  context: Context,
  version: number,
  party: 'marketing' | 'sales',
  by: string,
): Signed {
  const { sql } = context.parts;
  const now = context.parts.now();
  if (context.documents.all().people.get(by)?.party !== party) return { kind: 'not_of_party' };
  const row = first(
    sql,
    `SELECT document, hash FROM agreements WHERE version = ? AND state = 'proposed'`,
    version,
  );
  if (row === null) return { kind: 'unknown_proposal' };
  const hash = text(row, 'hash');
  if (sha256(signedContent(JSON.parse(text(row, 'document')))) !== hash) return { kind: 'tampered' };
  return sql.transaction(() => {
    sql.run(
      `INSERT INTO signatures (agreement, party, person, hash, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (agreement, party) DO UPDATE SET person = excluded.person, hash = excluded.hash, at = excluded.at`,
      version,
      party,
      by,
      hash,
      now,
    );
    const count = first(
      sql,
      `SELECT count(*) AS count FROM signatures WHERE agreement = ? AND hash = ?`,
      version,
      hash,
    );
    if (count === null || number(count, 'count') < 2) return { kind: 'signed', version };
    sql.run(`UPDATE agreements SET state = 'replaced' WHERE state = 'in_force'`);
    sql.run(`UPDATE agreements SET state = 'in_force', in_force_at = ? WHERE version = ?`, now, version);
    setDue(sql, 'rescore', 0, now);
    setDue(sql, 'judge', 0, now);
    context.documents.forget();
    return { kind: 'in_force', version };
  });
}
