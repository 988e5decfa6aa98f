// The agreement of a workspace document. The signatures it carries are vouched for by the owner or an admin, never by
// a program's key, and only while no agreement was ever in force. All else is a proposal, whoever it says has signed.
import { signatureState, signedContent, type Agreement, type Person } from '@baton/agreement';
import type { Attribute, Issue } from '@baton/rules';
import type { Kept } from '@baton/workspace';
import { setDue } from './due-work.ts';
import type { Parts } from './parts.ts';
import { sha256 } from './sha256.ts';
import { attributesNamedIn } from './snapshot.ts';
import { first, number, text, type Sql } from './sql.ts';
import { soundAgreement } from './stored-agreement.ts';
import { nextVersion, versionInForce } from './terms/versions.ts';

export type ImportedAgreement = {
  readonly version: number;
  readonly hash: string;
  readonly state: 'in_force' | 'proposed';
};

export type Importer = {
  /** Their name in the audit. */
  readonly author: string;
  /** Whether they may stand up for the signatures that a document carries. */
  readonly vouches: boolean;
};

/** The signatures of a document that are over another content. Those of the wrong people are told when it is read. */
export function strangeSignatures({ source, value }: Kept<Agreement>): Issue[] {
  const { refused } = signatureState(value.signatures, new Map(), sha256(signedContent(source)));
  return refused
    .filter((issue) => issue.code === 'other_hash')
    .map((issue) => ({ ...issue, path: ['agreement', ...issue.path, 'hash'] }));
}

/** Stored in the transaction of the import. `attributes` and `people` are those of the workspace it leads to. */
export function importAgreement(
  parts: Parts,
  { source, value }: Kept<Agreement>,
  attributes: readonly Attribute[],
  people: ReadonlyMap<string, Person>,
  { author, vouches }: Importer,
): ImportedAgreement {
  const now = parts.now();
  const { sql } = parts;
  const hash = sha256(signedContent(source));
  const { complete, marketing, sales } = signatureState(value.signatures, people, hash);
  const known = first(
    sql,
    `SELECT * FROM agreements WHERE hash = ? AND state IN ('in_force', 'proposed')
     ORDER BY state = 'in_force' DESC LIMIT 1`,
    hash,
  );
  const around = agreementContext(source, attributes);
  if (known !== null && text(known, 'state') === 'in_force') {
    // The very content that was signed is back: what was kept of it in its place goes.
    if (!soundAgreement(sql, known).ok) restore(sql, number(known, 'version'), source, around);
    return { version: number(known, 'version'), hash, state: 'in_force' };
  }
  const state = complete && vouches && !wasEverInForce(sql) ? 'in_force' : 'proposed';
  const version = known === null ? nextVersion(sql) : number(known, 'version');
  // Of a proposal that somebody has signed already, the attributes stay as they were when they did.
  sql.run(
    `INSERT INTO agreements (version, hash, document, context, context_hash, state, base, proposed_by, proposed_at,
       in_force_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (version) DO UPDATE SET document = excluded.document, state = excluded.state,
       proposed_at = excluded.proposed_at, in_force_at = excluded.in_force_at,
       context = CASE WHEN EXISTS (SELECT 1 FROM signatures WHERE agreement = excluded.version)
         THEN context ELSE excluded.context END,
       context_hash = CASE WHEN EXISTS (SELECT 1 FROM signatures WHERE agreement = excluded.version)
         THEN context_hash ELSE excluded.context_hash END`,
    version,
    hash,
    JSON.stringify(source),
    around,
    sha256(around),
    state,
    versionInForce(sql)?.version ?? null,
    author,
    now,
    state === 'in_force' ? now : null,
  );
  if (state === 'in_force') {
    vouch(sql, version, hash, { marketing, sales }, now);
    setDue(sql, 'judge', 0, now);
  }
  return { version, hash, state };
}

/** Keeps the signatures that the owner vouches for where all others are kept. */
function vouch(
  sql: Sql,
  version: number,
  hash: string,
  signers: Readonly<Record<'marketing' | 'sales', string | null>>,
  now: number,
): void {
  for (const party of ['marketing', 'sales'] as const) {
    sql.run(
      `INSERT INTO signatures (agreement, party, person, hash, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (agreement, party) DO UPDATE SET person = excluded.person, hash = excluded.hash, at = excluded.at`,
      version,
      party,
      signers[party],
      hash,
      now,
    );
  }
}

/** The attributes it was signed over come back only where they still are what they were. */
function restore(sql: Sql, version: number, source: unknown, around: string): void {
  sql.run(`UPDATE agreements SET document = ? WHERE version = ?`, JSON.stringify(source), version);
  sql.run(
    `UPDATE agreements SET context = ? WHERE version = ? AND context_hash = ?`,
    around,
    version,
    sha256(around),
  );
}

/** What is kept beside an agreement so that it always reads the same, as JSON. */
export function agreementContext(source: unknown, attributes: readonly Attribute[]): string {
  return JSON.stringify({ attributes: attributesNamedIn(source, attributes) });
}

function wasEverInForce(sql: Sql): boolean {
  return first(sql, `SELECT 1 AS yes FROM agreements WHERE in_force_at IS NOT NULL LIMIT 1`) !== null;
}
