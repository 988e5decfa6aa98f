// What went under a lead last is a lead of its own again, exactly as it was; so is the lead itself, where nothing has
// come since. What has come since stays with it, also what came with the other address: who was meant cannot be told.
import { recordChange } from '../audit.ts';
import { ownCompany } from '../companies/company-owner.ts';
import type { Context } from '../context.ts';
import { companyDomainOf, withDerived } from '../derived.ts';
import { followSoon } from '../follow-up.ts';
import { done, refused, unknown, type HandAnswer } from '../hands/answer.ts';
import { handoffById } from '../handoffs.ts';
import { searchWords, sourceOf } from '../inbox/listed-words.ts';
import { leadById, leadByRef, leadOfRow, type Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { scoreAnew } from '../rescore.ts';
import type { ScoreCause } from '../score-changes.ts';
import { first, number, numberOrNull, record, text, type Row, type Sql } from '../sql.ts';
import { runOn } from '../clocks/plan.ts';
import { changeStage } from '../stages.ts';
import { isUntouched, partedAttributes, partedStanding, valueOf } from './joined.ts';
import { formsOf, lastLine, wholeRow } from './merge.ts';
import { aliasesOf, lastMerge } from './merges.ts';
import { insertRow, moveBack, movedSchema, type Moved } from './moved-rows.ts';
import { tellReopened } from './tell-merged.ts';

export function unmergeLead(context: Context, publicId: string, by: string): HandAnswer {
  const { parts, outbox } = context;
  const { sql } = parts;
  const main = leadByRef(sql, publicId);
  if (main === null) return unknown('lead');
  const last = lastMerge(sql, main.id);
  if (last === null) return refused('No other lead has been merged into this one.');
  const now = parts.now();
  const posted = sql.transaction(() => unmerge(context, main, last, by, now));
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  const at = number(last, 'at');
  return done({
    lead: main.publicId,
    email: main.email,
    restored: { id: text(last, 'public_id'), email: text(last, 'email') },
    stays: {
      submissions: countSince(sql, 'submissions', main.id, at, 'final = 1'),
      notes: countSince(sql, 'notes', main.id, at, 'question IS NULL'),
      handoffs: countSince(sql, 'handoffs', main.id, at, '1'),
    },
  });
}

function countSince(sql: Sql, table: string, lead: number, at: number, where: string): number {
  const question = `SELECT count(*) AS count FROM ${table} WHERE lead = ? AND at > ? AND ${where}`;
  const row = first(sql, question, lead, at);
  return row === null ? 0 : number(row, 'count');
}

function unmerge(context: Context, main: Lead, last: Row, by: string, now: number): readonly Posted[] {
  const { sql } = context.parts;
  const moved = movedSchema.parse(JSON.parse(text(last, 'moved')));
  const [before, joined] = [record(last, 'before'), record(last, 'joined')];
  const former = number(last, 'former');
  const is = wholeRow(sql, main.id);
  const standing = partedStanding(before, joined, is);
  const emails = [text(last, 'email'), ...aliasesOf(sql, former).map(({ email }) => email)];

  insertRow(sql, 'leads', record(last, 'merged'));
  const keeps = standing === null ? numberOrNull(is, 'handoff') : null;
  const staying = moveBack(sql, moved, { to: former, from: main.id, emails, keeps });
  sql.run(`DELETE FROM merges WHERE id = ?`, number(last, 'id'));
  const { companyOwner } = moved;
  const restored = leadById(sql, former);
  if (restored !== null && companyOwner !== null) ownCompany(context, restored, companyOwner, now);
  followSoon(context.parts, former, now);
  if (staying.size > 0) settle(context, former, staying, by, now);

  // What came in the very instant of the merge may have left the row as it was.
  const isExact = isUntouched(joined, is) && !hasCome(sql, main.id, number(last, 'at'));
  if (isExact) {
    writeRow(sql, main.id, before);
    if (moved.line !== null && moved.line === lastLine(sql, main.id))
      sql.run(`DELETE FROM score_changes WHERE lead = ? AND number = ?`, main.id, moved.line);
  } else part(context, main.id, before, joined, is, now);
  if (standing !== null && moved.step !== null)
    sql.run(
      `DELETE FROM stage_changes WHERE lead = ? AND at = ? AND stage = ?`,
      main.id,
      moved.step.at,
      moved.step.stage,
    );
  const posted = reopen(context, moved, by, now);
  bringUp(context, main.id, isExact ? { kind: 'agreement' } : { kind: 'unmerged' }, !isExact, now);
  bringUp(context, former, { kind: 'agreement' }, false, now);
  recordChange(context.parts, by, {
    action: 'lead.unmerged',
    subject: main.publicId,
    before: { lead: main.email, with: text(last, 'public_id'), email: text(last, 'email') },
    after: { leads: [main.email, text(last, 'email')] },
  });
  return posted;
}

/** A handoff that was answered while the two were one stays where it was answered: the other begins anew without it. */
function settle(context: Context, id: number, staying: ReadonlySet<number>, by: string, now: number): void {
  const { sql } = context.parts;
  const lead = leadById(sql, id);
  if (lead === null) throw new Error('A lead that was taken out is gone.');
  const left = first(sql, `SELECT max(id) AS last, count(*) AS count FROM handoffs WHERE lead = ?`, id);
  const isLast = [...staying].some((one) => one > (left === null ? 0 : (numberOrNull(left, 'last') ?? 0)));
  if (!isLast) return;
  const version = context.documents.inForce()?.version ?? null;
  changeStage(context, lead, 'lead', by, version, now);
  sql.run(
    `UPDATE leads SET stage = 'lead', handoff = NULL, ever_handed_off = ?, contacted_at = NULL, amount = NULL,
       currency = NULL, outcome_reason = NULL WHERE id = ?`,
    left !== null && number(left, 'count') > 0 ? 1 : 0,
    id,
  );
}

/** Whether anything has come since that stays. */
function hasCome(sql: Sql, lead: number, at: number): boolean {
  const row = first(
    sql,
    `SELECT 1 FROM occurrences WHERE lead = ?1 AND known_at >= ?2
     UNION ALL SELECT 1 FROM submissions WHERE lead = ?1 AND final = 1 AND at >= ?2 LIMIT 1`,
    lead,
    at,
  );
  return row !== null;
}

function writeRow(sql: Sql, id: number, row: Row): void {
  const columns = Object.keys(row);
  sql.run(
    `UPDATE leads SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ...columns.map((column) => valueOf(row, column)),
    id,
  );
}

/** The lead without what the other had brought, and with what has come since. */
function part(context: Context, id: number, before: Row, joined: Row, is: Row, now: number): void {
  const { sql } = context.parts;
  const attributes = partedAttributes(
    record(before, 'attributes'),
    record(joined, 'attributes'),
    record(is, 'attributes'),
  );
  const standing = partedStanding(before, joined, is) ?? {};
  const visit = is['visit'] === joined['visit'] ? before['visit'] : is['visit'];
  const derived = withDerived(context, text(before, 'email'), attributes);
  const row = { ...is, ...standing, visit, created_at: before['created_at'] };
  const lead: Lead = { ...leadOfRow(row), attributes: derived, domain: companyDomainOf(derived) };
  writeRow(sql, id, {
    ...row,
    attributes: JSON.stringify(derived),
    domain: lead.domain,
    words: [searchWords(lead), ...aliasesOf(sql, id).map(({ email }) => email)].join('\n'),
    source: sourceOf(lead),
    forms: formsOf(sql, id),
    updated_at: now,
  });
  sql.run(
    `UPDATE leads SET ledger = (SELECT state FROM submissions WHERE lead = leads.id AND final = 1
       ORDER BY at DESC, id DESC LIMIT 1) WHERE id = ?`,
    id,
  );
}

/** The handoff that gave way is open again where its lead stands by it; its clock runs on. */
function reopen(context: Context, { ended }: Moved, by: string, now: number): readonly Posted[] {
  const before = ended === null ? null : handoffById(context, ended);
  if (before === null) return [];
  const { parts, documents } = context;
  const lead = leadById(parts.sql, before.lead);
  if (lead === null || lead.handoff !== before.id) return [];
  parts.sql.run(`UPDATE handoffs SET ended_at = NULL, gave_way_to = NULL WHERE id = ?`, before.id);
  runOn(parts, documents, before.id);
  const former = before.gaveWayTo === null ? null : handoffById(context, before.gaveWayTo);
  const open = handoffById(context, before.id);
  return open === null ? [] : tellReopened(context, lead, open, former, by, now);
}

/** What has changed around a lead meanwhile, its company's list or the agreement, holds for it too. */
function bringUp(context: Context, id: number, cause: ScoreCause, always: boolean, now: number): void {
  const { sql } = context.parts;
  const row = wholeRow(sql, id);
  const lead = leadOfRow(row);
  const attributes = withDerived(context, lead.email, lead.attributes);
  const isSame = JSON.stringify(sorted(attributes)) === JSON.stringify(sorted(lead.attributes));
  if (!isSame) sql.run(`UPDATE leads SET attributes = ? WHERE id = ?`, JSON.stringify(attributes), id);
  const inForce = context.documents.inForce();
  const judged = numberOrNull(row, 'agreement');
  if (inForce === null || judged === null) return;
  if (always || !isSame || judged !== inForce.version)
    scoreAnew(context, inForce, { ...lead, attributes }, cause, now);
}

function sorted(values: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
