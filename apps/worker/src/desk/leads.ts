// Leads as they are stored: one per e-mail address, with everything told in all submissions.
import type { Stage } from '@baton/agreement';
import { searchWords, sourceOf } from './inbox/listed-words.ts';
import type { LedgerState } from './ledger.ts';
import { survivorBy } from './merging/merges.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row, type Sql } from './sql.ts';

export type Lead = {
  readonly id: number;
  readonly publicId: string;
  /** Trimmed and lower-cased. */
  readonly email: string;
  /** The latest non-missing value told, by attribute id. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The latest visit's facts. */
  readonly visit: Readonly<Record<string, unknown>>;
  readonly domain: string | null;
  readonly tier: string | null;
  readonly stage: Stage;
  readonly owner: string | null;
  /** The open handoff, if there is one. */
  readonly handoff: number | null;
  readonly everHandedOff: boolean;
  /** Since its rejection the total was once low enough to count as gone. */
  readonly dipped: boolean;
  readonly rejectedAt: number | null;
  readonly createdAt: number;
};

const stages = [
  'lead',
  'mql',
  'sal',
  'sql',
  'opportunity',
  'won',
  'lost',
] as const satisfies readonly Stage[];

function stageOf(value: string): Stage {
  const stage = stages.find((candidate) => candidate === value);
  if (stage === undefined) throw new Error(`Unknown stage ${value}.`);
  return stage;
}

export function leadOfRow(row: Row): Lead {
  return {
    id: number(row, 'id'),
    publicId: text(row, 'public_id'),
    email: text(row, 'email'),
    attributes: record(row, 'attributes'),
    visit: record(row, 'visit'),
    domain: textOrNull(row, 'domain'),
    tier: textOrNull(row, 'tier'),
    stage: stageOf(text(row, 'stage')),
    owner: textOrNull(row, 'owner'),
    handoff: numberOrNull(row, 'handoff'),
    everHandedOff: number(row, 'ever_handed_off') === 1,
    dipped: number(row, 'dipped') === 1,
    rejectedAt: numberOrNull(row, 'rejected_at'),
    createdAt: number(row, 'created_at'),
  };
}

/** Whose address it is, also where it is another address of a lead that two have become. */
export const leadOfAddress = leadOrSurvivor('email');
const leadOfPublicId = leadOrSurvivor('public_id');

/** Whose address this is, also where it is another address of a lead that two have become. */
export function leadByEmail(sql: Sql, email: string): Lead | null {
  return leadFound(sql, leadOfAddress, email);
}

export function leadById(sql: Sql, id: number): Lead | null {
  const row = first(sql, `SELECT * FROM leads WHERE id = ?`, id);
  return row === null ? null : leadOfRow(row);
}

/** A lead by the id that it is shown under, or that one of those had which have gone under it. */
export function leadByRef(sql: Sql, publicId: string): Lead | null {
  return leadFound(sql, leadOfPublicId, publicId);
}

function leadOrSurvivor(by: 'email' | 'public_id'): string {
  return `SELECT * FROM leads WHERE ${by} = ?1 UNION ALL SELECT * FROM (${survivorBy(by)}) LIMIT 1`;
}

function leadFound(sql: Sql, statement: string, value: string): Lead | null {
  const row = first(sql, statement, value);
  return row === null ? null : leadOfRow(row);
}

/** A lead that has only an address yet. It is not stored. */
export function newLead(id: number, publicId: string, email: string, now: number): Lead {
  return {
    id,
    publicId,
    email,
    attributes: {},
    visit: {},
    domain: null,
    tier: null,
    stage: 'lead',
    owner: null,
    handoff: null,
    everHandedOff: false,
    dipped: false,
    rejectedAt: null,
    createdAt: now,
  };
}

/** Stores a lead, new or known, with the score it has now; without one, the last stays. So it is with what came. */
export function storeLead(
  sql: Sql,
  lead: Lead,
  judged: { readonly score: string; readonly total: number; readonly agreement: number } | null,
  now: number,
  came: { readonly form: string; readonly state: LedgerState } | null = null,
): void {
  sql.run(
    `INSERT INTO leads (id, public_id, email, attributes, visit, domain, tier, stage, owner, handoff,
       ever_handed_off, dipped, rejected_at, score, total, agreement, scored_at, created_at, updated_at,
       words, source, forms, ledger)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET attributes = excluded.attributes, visit = excluded.visit,
       domain = excluded.domain, tier = excluded.tier, stage = excluded.stage, owner = excluded.owner,
       handoff = excluded.handoff, ever_handed_off = excluded.ever_handed_off, dipped = excluded.dipped,
       rejected_at = excluded.rejected_at, score = coalesce(excluded.score, score),
       total = coalesce(excluded.total, total), agreement = coalesce(excluded.agreement, agreement),
       scored_at = coalesce(excluded.scored_at, scored_at), updated_at = excluded.updated_at,
       words = excluded.words || coalesce(
         (SELECT char(10) || group_concat(email, char(10)) FROM merges WHERE merges.lead = excluded.id), ''), source = excluded.source,
       forms = CASE WHEN instr(forms, excluded.forms) > 0 THEN forms ELSE forms || substr(excluded.forms, 2) END,
       ledger = coalesce(excluded.ledger, ledger)`,
    lead.id,
    lead.publicId,
    lead.email,
    JSON.stringify(lead.attributes),
    JSON.stringify(lead.visit),
    lead.domain,
    lead.tier,
    lead.stage,
    lead.owner,
    lead.handoff,
    lead.everHandedOff ? 1 : 0,
    lead.dipped ? 1 : 0,
    lead.rejectedAt,
    judged?.score ?? null,
    judged?.total ?? null,
    judged?.agreement ?? null,
    judged === null ? null : now,
    lead.createdAt,
    now,
    searchWords(lead),
    sourceOf(lead),
    // A list that is searched for ` demo `.
    came === null ? ' ' : ` ${came.form} `,
    came?.state ?? null,
  );
}

/** Stores only where a lead stands; its answers and score stay as they are. */
export function storeLeadStage(sql: Sql, lead: Lead, now: number): void {
  sql.run(
    `UPDATE leads SET stage = ?, owner = ?, handoff = ?, dipped = ?, rejected_at = ?, updated_at = ? WHERE id = ?`,
    lead.stage,
    lead.owner,
    lead.handoff,
    lead.dipped ? 1 : 0,
    lead.rejectedAt,
    now,
    lead.id,
  );
}
