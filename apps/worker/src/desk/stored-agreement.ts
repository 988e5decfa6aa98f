// Agreements as they are kept: the document as it was signed, and the attributes it speaks of as they were then. It
// always reads the same, whoever and whatever is gone from the workspace since.
import { parseAgreement, type Agreement } from '@baton/agreement';
import type { Attribute } from '@baton/rules';
import { attributeSchema } from '@baton/workspace';
import * as z from 'zod';
import { first, number, text, type Row, type Sql } from './sql.ts';

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

/** The agreement that an export holds: the one in force, else what was proposed last. */
export function standingAgreement(sql: Sql): StoredAgreement | null {
  const row = first(
    sql,
    `SELECT version, hash, state, document, context FROM agreements WHERE state IN ('in_force', 'proposed')
     ORDER BY state = 'in_force' DESC, proposed_at DESC, version DESC LIMIT 1`,
  );
  return row === null ? null : readAgreement(row);
}

function readAgreement(row: Row): StoredAgreement {
  const { attributes } = contextSchema.parse(JSON.parse(text(row, 'context')));
  const catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const source: unknown = JSON.parse(text(row, 'document'));
  const parsed = parseAgreement(source, { catalogue, people: null, teams: null });
  if (!parsed.ok) throw new Error(`The stored agreement no longer parses: ${JSON.stringify(parsed.issues)}`);
  return {
    version: number(row, 'version'),
    hash: text(row, 'hash'),
    state: text(row, 'state'),
    source,
    attributes,
    value: parsed.value,
  };
}
