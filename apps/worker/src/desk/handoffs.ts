// Handoffs as they are stored: one passing of one lead to one owner, with its two clocks and what came of it.
import { passingCauses, type PassingCause } from './clocks/passing-causes.ts';
import type { Context } from './context.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row } from './sql.ts';

export type StoredVerdict = {
  readonly kind: 'accepted' | 'rejected';
  readonly by: string;
  readonly at: number;
  readonly reason: string | null;
  readonly note: string | null;
};

type StoredBreach = {
  readonly at: number;
  readonly reason: string | null;
  readonly note: string | null;
  readonly by: string | null;
};

export type HandoffRow = {
  readonly id: number;
  readonly publicId: string;
  readonly lead: number;
  readonly owner: string;
  readonly tier: string;
  readonly why: string;
  readonly score: Readonly<Record<string, unknown>>;
  readonly agreement: number;
  readonly at: number;
  /** The deadline in force. */
  readonly deadline: number | null;
  /** The one that was told when it was handed over. */
  readonly toldDeadline: number | null;
  readonly deliveredAt: number | null;
  readonly touchedAt: number | null;
  /** When it was passed on to somebody else. */
  readonly endedAt: number | null;
  readonly cause: PassingCause | 'routed';
  /** Who passed it here; `baton` where it was routed. */
  readonly author: string;
  /** The handoff that was passed on. */
  readonly passedFrom: number | null;
  /** The one that stands for it, where two leads became one. */
  readonly gaveWayTo: number | null;
  /** Nobody of those it was meant for could take it: whoever wants it may claim it. */
  readonly pooled: boolean;
  readonly breach: StoredBreach | null;
  readonly verdict: StoredVerdict | null;
};

export function handoffRow(row: Row): HandoffRow {
  const kind = textOrNull(row, 'verdict');
  return {
    id: number(row, 'id'),
    publicId: text(row, 'public_id'),
    lead: number(row, 'lead'),
    owner: text(row, 'owner'),
    tier: text(row, 'tier'),
    why: text(row, 'why'),
    score: record(row, 'score'),
    agreement: number(row, 'agreement'),
    at: number(row, 'at'),
    deadline: numberOrNull(row, 'deadline_in_force') ?? numberOrNull(row, 'deadline'),
    toldDeadline: numberOrNull(row, 'deadline'),
    deliveredAt: numberOrNull(row, 'delivered_at'),
    touchedAt: numberOrNull(row, 'touched_at'),
    endedAt: numberOrNull(row, 'ended_at'),
    cause: passingCauses.find((cause) => cause === row['cause']) ?? 'routed',
    author: text(row, 'author'),
    passedFrom: numberOrNull(row, 'passed_from'),
    gaveWayTo: numberOrNull(row, 'gave_way_to'),
    pooled: number(row, 'pooled') === 1,
    breach: breachOf(row),
    verdict:
      kind === null
        ? null
        : {
            kind: kind === 'accepted' ? 'accepted' : 'rejected',
            by: text(row, 'verdict_by'),
            at: number(row, 'verdict_at'),
            reason: textOrNull(row, 'reason'),
            note: textOrNull(row, 'note'),
          },
  };
}

function breachOf(row: Row): StoredBreach | null {
  const at = numberOrNull(row, 'breached_at');
  if (at === null) return null;
  return {
    at,
    reason: textOrNull(row, 'breach_reason'),
    note: textOrNull(row, 'breach_note'),
    by: textOrNull(row, 'breach_said_by'),
  };
}

export function handoffById(context: Context, id: number): HandoffRow | null {
  const row = first(context.parts.sql, `SELECT * FROM handoffs WHERE id = ?`, id);
  return row === null ? null : handoffRow(row);
}

export function handoffByPublicId(context: Context, publicId: string): HandoffRow | null {
  const row = first(context.parts.sql, `SELECT * FROM handoffs WHERE public_id = ?`, publicId);
  return row === null ? null : handoffRow(row);
}
