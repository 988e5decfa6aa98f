// Two leads are one person: one goes under the other, with all that hangs on it, and its address is another address of
// that one from then on. Nobody is handed off by it; that waits for the lead's next event. No browser learns of it: what
// each is told follows from what it has told itself.
import { recordChange } from '../audit.ts';
import { ownerByLeads } from '../companies/company-owner.ts';
import type { Context } from '../context.ts';
import { companyDomainOf, withDerived } from '../derived.ts';
import { followSoon } from '../follow-up.ts';
import { done, invalid, refused, unknown, type HandAnswer } from '../hands/answer.ts';
import { handoffById, type HandoffRow } from '../handoffs.ts';
import { iso } from '../instants.ts';
import { searchWords, sourceOf } from '../inbox/listed-words.ts';
import { leadByEmail, leadById, leadByRef, leadOfRow, type Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { scoreAnew } from '../rescore.ts';
import { first, number, numberOrNull, text, textOrNull, type Row, type Sql } from '../sql.ts';
import { changeStage } from '../stages.ts';
import { toldAtOf } from '../told.ts';
import { stopClock } from '../clocks/plan.ts';
import { isFurther, joinedAttributes, joinedStanding, type Side, type Standing } from './joined.ts';
import { aliasesOf } from './merges.ts';
import { moveRows, type Moved } from './moved-rows.ts';
import { tellEnded } from './tell-merged.ts';

/** @param other an id or an address */
export function mergeLeads(context: Context, publicId: string, by: string, other: string): HandAnswer {
  const { parts, outbox } = context;
  const { sql } = parts;
  const main = leadByRef(sql, publicId);
  if (main === null) return unknown('lead');
  const gone = leadByRef(sql, other) ?? leadByEmail(sql, other.trim().toLowerCase());
  if (gone === null) return invalid('unknown_lead', 'with');
  if (gone.id === main.id) return refused('The two are one lead already.');
  const now = parts.now();
  const { posted, ended } = sql.transaction(() => merge(context, main, gone, by, now));
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  const after = leadById(sql, main.id);
  if (after === null) throw new Error('A lead that another was merged into is gone.');
  return done({
    lead: after.publicId,
    email: after.email,
    merged: { id: gone.publicId, email: gone.email },
    stage: after.stage,
    owner: after.owner,
    ended: ended === null ? null : { handoff: ended.publicId, owner: ended.owner },
    at: iso(now),
  });
}

type Merged = { readonly posted: readonly Posted[]; readonly ended: HandoffRow | null };

function merge(context: Context, main: Lead, gone: Lead, by: string, now: number): Merged {
  const { sql } = context.parts;
  const [before, merged] = [wholeRow(sql, main.id), wholeRow(sql, gone.id)];
  const latest = (row: Row): number | null => latestHandoff(sql, number(row, 'id'));
  const isOther = isFurther(merged, before, (row) => latest(row) !== null);
  const standing = joinedStanding(before, merged, isOther);
  const [stands, gives] = isOther ? [merged, before] : [before, merged];
  const keeps = numberOrNull(stands, 'handoff') ?? latest(stands);
  const ended = endHandoff(context, numberOrNull(gives, 'handoff'), standing, keeps, now);

  const [own, theirs] = [sideOf(context, main), sideOf(context, gone)];
  const attributes = withDerived(context, main.email, joinedAttributes(own, theirs));
  const isTheirs = lastTold(theirs) > lastTold(own);
  const moved = moveRows(sql, gone.id, main.id, gone.email);
  sql.run(`DELETE FROM leads WHERE id = ?`, gone.id);
  followSoon(context.parts, main.id, now);
  const joined: Lead = {
    ...leadOfRow({ ...before, ...standing }),
    attributes,
    visit: isTheirs ? gone.visit : main.visit,
    domain: companyDomainOf(attributes),
  };
  const merges = context.rows.next('merges');
  sql.run(
    `INSERT INTO merges (id, lead, former, public_id, email, at, author, merged, before, joined, moved)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')`,
    merges,
    main.id,
    gone.id,
    gone.publicId,
    gone.email,
    now,
    by,
    JSON.stringify(merged),
    JSON.stringify(before),
  );
  storeJoined(sql, joined, standing, textOrNull(merged, 'tier'), merged, now);
  const step = noteStep(context, joined, by, now);
  const line = scoreJoined(context, joined, now);
  const companyOwner = ownerByLeads(sql, gone.domain);
  const all: Moved = { ...moved, companyOwner, ended: ended?.id ?? null, step, line };
  sql.run(
    `UPDATE merges SET joined = ?, moved = ? WHERE id = ?`,
    JSON.stringify(wholeRow(sql, main.id)),
    JSON.stringify(all),
    merges,
  );
  recordChange(context.parts, by, {
    action: 'lead.merged',
    subject: main.publicId,
    before: { leads: [main.email, gone.email] },
    after: { lead: main.email, with: gone.publicId, email: gone.email },
  });
  const posted = ended === null ? [] : tellEnded(context, joined, ended, keeps, by, now);
  return { posted, ended };
}

export function wholeRow(sql: Sql, id: number): Row {
  const row = first(sql, `SELECT * FROM leads WHERE id = ?`, id);
  if (row === null) throw new Error('A lead is gone while it is merged.');
  return row;
}

function latestHandoff(sql: Sql, lead: number): number | null {
  const row = first(
    sql,
    `SELECT id FROM handoffs WHERE lead = ? AND ended_at IS NULL ORDER BY at DESC, id DESC LIMIT 1`,
    lead,
  );
  return row === null ? null : number(row, 'id');
}

/** Of two that are open one stands; so it is beside a lead that sales has accepted already. */
function endHandoff(
  context: Context,
  open: number | null,
  standing: Standing,
  keeps: number | null,
  now: number,
): HandoffRow | null {
  if (open === null || standing.handoff === open) return null;
  const { sql } = context.parts;
  sql.run(`UPDATE handoffs SET ended_at = ?, gave_way_to = ? WHERE id = ?`, now, keeps, open);
  stopClock(sql, open);
  return handoffById(context, open);
}

/** What a lead knows, and when each of it was told last. */
function sideOf(context: Context, lead: Lead): Side {
  return { email: lead.email, attributes: lead.attributes, toldAt: toldAtOf(context, lead.id) };
}

function lastTold({ toldAt }: Side): number {
  return Math.max(-1, ...toldAt.values());
}

/** All of the lead's row but its score, which is counted next. */
function storeJoined(
  sql: Sql,
  lead: Lead,
  standing: Standing,
  tier: string | null,
  merged: Row,
  now: number,
): void {
  const words = [searchWords(lead), ...aliasesOf(sql, lead.id).map(({ email }) => email)].join('\n');
  sql.run(
    `UPDATE leads SET attributes = ?, visit = ?, domain = ?, stage = ?, owner = ?, handoff = ?, ever_handed_off = ?,
       dipped = ?, rejected_at = ?, contacted_at = ?, amount = ?, currency = ?, outcome_reason = ?, words = ?, source = ?,
       forms = ?, ledger = (SELECT state FROM submissions WHERE lead = leads.id AND final = 1 ORDER BY at DESC, id DESC LIMIT 1),
       tier = coalesce(tier, ?), score = coalesce(score, ?), total = coalesce(total, ?),
       agreement = coalesce(agreement, ?), scored_at = coalesce(scored_at, ?), updated_at = ? WHERE id = ?`,
    JSON.stringify(lead.attributes),
    JSON.stringify(lead.visit),
    lead.domain,
    standing.stage,
    standing.owner,
    standing.handoff,
    standing.ever_handed_off,
    standing.dipped,
    standing.rejected_at,
    standing.contacted_at,
    standing.amount,
    standing.currency,
    standing.outcome_reason,
    words,
    sourceOf(lead),
    formsOf(sql, lead.id),
    tier,
    textOrNull(merged, 'score'),
    numberOrNull(merged, 'total'),
    numberOrNull(merged, 'agreement'),
    numberOrNull(merged, 'scored_at'),
    now,
    lead.id,
  );
}

/** A list that is searched for ` demo `. */
export function formsOf(sql: Sql, lead: number): string {
  const rows = sql.all(
    `SELECT form FROM submissions WHERE lead = ? AND final = 1 GROUP BY form ORDER BY min(at), min(id)`,
    lead,
  );
  return ` ${rows.map((row) => `${text(row, 'form')} `).join('')}`;
}

/** The history of its stages ends where it stands. */
function noteStep(context: Context, lead: Lead, by: string, now: number): Moved['step'] {
  const last = context.parts.sql.all(
    `SELECT stage FROM stage_changes WHERE lead = ?1 AND at = (SELECT max(at) FROM stage_changes WHERE lead = ?1)`,
    lead.id,
  );
  const ends = last.map((row) => (text(row, 'stage') === 'contacted' ? 'sal' : text(row, 'stage')));
  if (ends.includes(lead.stage) || (ends.length === 0 && lead.stage === 'lead')) return null;
  const version = context.documents.inForce()?.version ?? null;
  const detail = { amount: null, currency: null, reason: null, corrected: false, again: true };
  changeStage(context, lead, lead.stage, by, version, now, detail);
  return { at: now, stage: lead.stage };
}

/** The number of the line that this has written, if it has. */
function scoreJoined(context: Context, lead: Lead, now: number): number | null {
  const { sql } = context.parts;
  const inForce = context.documents.inForce();
  const judged = first(sql, `SELECT 1 FROM leads WHERE id = ? AND agreement IS NOT NULL`, lead.id);
  if (inForce === null || judged === null) return null;
  const before = lastLine(sql, lead.id);
  scoreAnew(context, inForce, lead, { kind: 'merged' }, now);
  const after = lastLine(sql, lead.id);
  return after === before ? null : after;
}

export function lastLine(sql: Sql, lead: number): number {
  const row = first(sql, `SELECT coalesce(max(number), 0) AS last FROM score_changes WHERE lead = ?`, lead);
  return row === null ? 0 : number(row, 'last');
}
