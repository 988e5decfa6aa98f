// Agreements as they are kept: the document as it was signed, and the attributes it speaks of as they were then. It
// always reads the same, whoever and whatever is gone from the workspace since. What is not what was signed (document or
// attributes), or was not signed by both parties and is said to be in force, is refused: it judges nobody, and is told
// loudly.
import { parseAgreement, signedContent, type Agreement } from '@baton/agreement';
import type { Attribute } from '@baton/rules';
import { attributeSchema } from '@baton/workspace';
import * as z from 'zod';
import { bugLine, type LogLine } from '../log.ts';
import { sha256 } from './sha256.ts';
import { first, number, text, textOrNull, type Row, type Sql } from './sql.ts';

export type StoredAgreement = {
  readonly version: number;
  readonly hash: string;
  readonly state: string;
  /** As its author wrote it. */
  readonly source: unknown;
  /** The attributes it speaks of, as they were when it was proposed. */
  readonly attributes: readonly Attribute[];
  readonly value: Agreement;
};

const contextSchema = z.object({ attributes: z.array(attributeSchema) });

/** The agreement that an export holds: the one in force, else what was proposed last. Null when it is not sound. */
export function standingAgreement(sql: Sql, log: (line: LogLine) => void): StoredAgreement | null {
  const row = first(
    sql,
    `SELECT version, hash, state, document, context, context_hash FROM agreements WHERE state IN ('in_force', 'proposed')
     ORDER BY state = 'in_force' DESC, proposed_at DESC, version DESC LIMIT 1`,
  );
  if (row === null) return null;
  const read = soundAgreement(sql, row);
  if (read.ok) return read.value;
  const version = number(row, 'version');
  const what = text(row, 'state') === 'in_force' ? 'in force judges nobody' : 'that is proposed is left out';
  log(bugLine(new Error(`Agreement ${version}, ${what}: ${read.why}.`), `agreement ${version}`));
  return null;
}

export type Read =
  | { readonly ok: true; readonly value: StoredAgreement }
  /** In words, for the log. */
  | { readonly ok: false; readonly why: string };

/** @param row of `agreements`: version, hash, state, document, context and its hash. */
export function soundAgreement(sql: Sql, row: Row): Read {
  const version = number(row, 'version');
  const hash = text(row, 'hash');
  const state = text(row, 'state');
  let source: unknown;
  try {
    source = JSON.parse(text(row, 'document'));
    if (sha256(signedContent(source)) !== hash)
      return { ok: false, why: 'its document is not what its hash says' };
  } catch {
    return { ok: false, why: 'its document cannot be read' };
  }
  if ((state === 'in_force' || state === 'replaced') && !isSignedByBoth(sql, version, hash)) {
    return { ok: false, why: 'it is not signed by both parties' };
  }
  const attributes = signedAttributes(row);
  if (attributes === null) return { ok: false, why: 'the attributes kept with it are not what they were' };
  const catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const parsed = parseAgreement(source, { catalogue, people: null, teams: null });
  if (!parsed.ok) return { ok: false, why: `it no longer parses: ${JSON.stringify(parsed.issues)}` };
  return { ok: true, value: { version, hash, state, source, attributes, value: parsed.value } };
}

/** Null: they are not those that it was proposed over. */
function signedAttributes(row: Row): readonly Attribute[] | null {
  const context = text(row, 'context');
  const hash = textOrNull(row, 'context_hash');
  // Until it is sealed, what was proposed before there were such hashes goes by what is kept.
  if (hash !== null && sha256(context) !== hash) return null;
  try {
    return contextSchema.parse(JSON.parse(context)).attributes;
  } catch {
    return null;
  }
}

/** Gives what was proposed before there were such hashes its own: from then on a change is noticed. */
export function sealAttributes(sql: Sql): void {
  for (const row of sql.all(`SELECT version, context FROM agreements WHERE context_hash IS NULL`)) {
    sql.run(
      `UPDATE agreements SET context_hash = ? WHERE version = ?`,
      sha256(text(row, 'context')),
      number(row, 'version'),
    );
  }
}

/** Whether both parties' signatures are kept over this very hash. */
function isSignedByBoth(sql: Sql, version: number, hash: string): boolean {
  const row = first(
    sql,
    `SELECT count(*) AS parties FROM signatures
     WHERE agreement = ? AND hash = ? AND party IN ('marketing', 'sales')`,
    version,
    hash,
  );
  return row !== null && number(row, 'parties') === 2;
}

/** A document as it is kept; one that somebody has broken in storage is nothing. */
export function readableDocument(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
