// What is stored of the handoffs of leads and of what came after them, some thousand leads at a time.
import type { Reading } from '../terms/lead-stories.ts';
import { number, numberOrNull, text, textOrNull, type Row } from '../sql.ts';
import type { Judged, StageStep } from './outcome-of.ts';

export type HandedLead = {
  readonly lead: number;
  /** When it was handed over last, and what it scored then, under which version. */
  readonly at: number;
  readonly total: number;
  readonly agreement: number;
  /** The last handoff that sales has said something of; null: none. */
  readonly judged: (Judged & { readonly total: number; readonly agreement: number }) | null;
};

export type WonAmount = { readonly amount: number; readonly currency: string };

export type HandedPiece = {
  readonly handed: readonly HandedLead[];
  readonly won: readonly WonAmount[];
};

/** Those of the `every`th leads between two rows. */
export function readHandoffs({ parts }: Reading, first: number, last: number, every: number): HandedPiece {
  const { sql } = parts;
  const between = [first, last, every] as const;
  const where = 'WHERE lead BETWEEN ? AND ? AND lead % ? = 0';
  const handoffs = sql.all(
    `SELECT lead, at, verdict, verdict_at, agreement, score ->> '$.total' AS total FROM handoffs ${where}
     ORDER BY lead, at, id`,
    ...between,
  );
  const steps = byLead(
    sql.all(`SELECT lead, at, stage, corrected FROM stage_changes ${where} ORDER BY lead, at`, ...between),
  );
  const handed = [...byLead(handoffs)].map(([lead, rows]) => handedLead(lead, rows, steps.get(lead) ?? []));
  const won = sql
    .all(
      `SELECT amount, currency FROM leads
       WHERE id BETWEEN ? AND ? AND id % ? = 0 AND stage = 'won' AND amount IS NOT NULL`,
      ...between,
    )
    .map((row) => ({ amount: number(row, 'amount'), currency: textOrNull(row, 'currency') ?? '' }));
  return { handed, won };
}

function handedLead(lead: number, rows: readonly Row[], steps: readonly Row[]): HandedLead {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('A lead without the handoff it was found by.');
  const said = rows.findLastIndex((row) => row['verdict'] !== null);
  const row = rows[said];
  const next = rows[said + 1];
  return {
    lead,
    at: number(last, 'at'),
    total: number(last, 'total'),
    agreement: number(last, 'agreement'),
    judged: row === undefined ? null : judgedRow(row, steps, next === undefined ? null : number(next, 'at')),
  };
}

/** @param until when it was handed over anew: what came then is of that handoff */
function judgedRow(row: Row, steps: readonly Row[], until: number | null): HandedLead['judged'] {
  const at = number(row, 'at');
  const after = steps.flatMap((step): StageStep[] => {
    const when = number(step, 'at');
    if (when < at || (until !== null && when >= until)) return [];
    return [{ at: when, stage: text(step, 'stage'), corrected: number(step, 'corrected') === 1 }];
  });
  return {
    at,
    total: number(row, 'total'),
    agreement: number(row, 'agreement'),
    verdict: text(row, 'verdict') === 'accepted' ? 'accepted' : 'rejected',
    verdictAt: numberOrNull(row, 'verdict_at') ?? at,
    steps: after,
  };
}

function byLead(rows: readonly Row[]): Map<number, Row[]> {
  const grouped = new Map<number, Row[]>();
  for (const row of rows) {
    const lead = number(row, 'lead');
    const known = grouped.get(lead);
    if (known === undefined) grouped.set(lead, [row]);
    else known.push(row);
  }
  return grouped;
}
