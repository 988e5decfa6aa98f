// What the review counts, read from storage some hundred leads at a time, each lead whole in itself. Erased people are
// not there any more, so they count nowhere.
import {
  createFacts,
  wayOf,
  type Facts,
  type GivenHandoff,
  type GivenLead,
  type StepChange,
} from '@baton/review';
import { originOf } from '../origin-form.ts';
import type { Parts } from '../parts.ts';
import { isRecord, number, numberOrNull, text, textOrNull, type Row, type Sql } from '../sql.ts';
import { touchesOf } from './touches.ts';

/** Leads that one step reads: about two milliseconds. */
const stride = 200;

export class FactsReading {
  readonly #parts: Pick<Parts, 'sql' | 'now'>;
  readonly #maker = createFacts();
  #after = 0;

  constructor(parts: Pick<Parts, 'sql' | 'now'>) {
    this.#parts = parts;
  }

  /** Reads the next leads; false when there are none left. */
  step(): boolean {
    const { sql } = this.#parts;
    const leads = sql.all(
      `SELECT l.id, l.owner, l.domain, l.created_at, l.total, l.tier, l.amount, l.currency, c.list AS account
       FROM leads l LEFT JOIN companies c ON c.domain = l.domain WHERE l.id > ? ORDER BY l.id LIMIT ?`,
      this.#after,
      stride,
    );
    const last = leads.at(-1);
    if (last === undefined) return false;
    const around = rowsBetween(sql, this.#after, number(last, 'id'));
    for (const lead of leads) this.#maker.add(givenLead(lead, around));
    this.#after = number(last, 'id');
    return leads.length === stride;
  }

  facts(): Facts {
    return this.#maker.done(this.#parts.now());
  }
}

type Around = Readonly<
  Record<'submissions' | 'handoffs' | 'changes' | 'behaviours', ReadonlyMap<number, readonly Row[]>>
>;

/** All that is kept of the leads after one row, up to another. */
function rowsBetween(sql: Sql, after: number, last: number): Around {
  const rows = (statement: string): Map<number, Row[]> => {
    const grouped = new Map<number, Row[]>();
    for (const row of sql.all(statement, after, last)) {
      const lead = number(row, 'lead');
      const known = grouped.get(lead);
      if (known === undefined) grouped.set(lead, [row]);
      else known.push(row);
    }
    return grouped;
  };
  return {
    submissions: rows(
      `SELECT lead, form, version, visit, at FROM submissions
       WHERE lead > ? AND lead <= ? AND final = 1 ORDER BY lead, at, id`,
    ),
    handoffs: rows(
      `SELECT id, lead, at, delivered_at, deadline_in_force, touched_at, verdict, verdict_at, ended_at, breached_at,
         passed_from, score, agreement, owner, tier, reason, breach_reason, blames
       FROM handoffs WHERE lead > ? AND lead <= ? ORDER BY lead, at, id`,
    ),
    changes: rows(`SELECT lead, at, stage, corrected, dated FROM stage_changes WHERE lead > ? AND lead <= ?`),
    behaviours: rows(
      `SELECT lead, min(at) AS at FROM occurrences WHERE lead > ? AND lead <= ? GROUP BY lead`,
    ),
  };
}

function givenLead(lead: Row, around: Around): GivenLead {
  const id = number(lead, 'id');
  const submissions = around.submissions.get(id) ?? [];
  const rows = around.handoffs.get(id) ?? [];
  const crossings = crossingsOf(rows);
  const handoffs = rows.map((row) => givenHandoff(row, crossings));
  const changes = around.changes.get(id) ?? [];
  const way = wayOf(changes.flatMap(stepChange), handoffs);
  const [first] = submissions;
  const visit = first === undefined ? {} : visitOf(first);
  const touches = submissions.flatMap((one) => touchesOf(text(one, 'form'), visitOf(one), number(one, 'at')));
  const onWebsite = submissions.find((one) => originOf(text(one, 'form')) === null);
  const [behaved] = around.behaviours.get(id) ?? [];
  const form = first === undefined ? null : text(first, 'form');
  const came = form === null ? null : touchesOf(form, { ...visit, touches: [] }, 0)[0];
  return {
    row: id,
    // Where two leads became one, the other may have come before.
    createdAt: Math.min(number(lead, 'created_at'), ...(first === undefined ? [] : [number(first, 'at')])),
    ...way,
    isDated: changes.every((change) => number(change, 'dated') === 1),
    marketingAt: earliest([onWebsite, behaved]),
    amount: numberOrNull(lead, 'amount'),
    currency: textOrNull(lead, 'currency'),
    total: numberOrNull(lead, 'total'),
    of: {
      form,
      version: first === undefined ? null : `${form}@${number(first, 'version')}`,
      source: came?.source ?? null,
      medium: came?.medium ?? null,
      campaign: came?.campaign ?? null,
      country: textOf(visit['country']),
      account: textOrNull(lead, 'account'),
      company: textOrNull(lead, 'domain'),
    },
    tier: textOrNull(lead, 'tier'),
    owner: textOrNull(lead, 'owner'),
    handoffs,
    touches: distinct(touches),
  };
}

/** The journal comes again with every submission. */
function distinct(touches: GivenLead['touches']): GivenLead['touches'] {
  const seen = new Map(touches.map((touch) => [touch.at, touch]));
  return [...seen.values()].toSorted((one, other) => one.at - other.at);
}

function earliest(rows: readonly (Row | undefined)[]): number | null {
  const instants = rows.flatMap((row) => (row === undefined ? [] : [number(row, 'at')]));
  return instants.length === 0 ? null : Math.min(...instants);
}

/**
 * The handoffs by which a lead crossed the threshold, among all of it: those that came from nobody else and did not, as
 * they were or passed on, end without anybody else having the lead by them. Such gave way when two leads became one.
 */
function crossingsOf(rows: readonly Row[]): ReadonlySet<number> {
  const next = new Map(rows.map((row) => [numberOrNull(row, 'passed_from'), row]));
  const stands = (row: Row): boolean => {
    const after = next.get(number(row, 'id'));
    return after === undefined ? row['ended_at'] === null : stands(after);
  };
  const first = rows.filter((row) => row['passed_from'] === null);
  return new Set(first.filter(stands).map((row) => number(row, 'id')));
}

function givenHandoff(row: Row, crossings: ReadonlySet<number>): GivenHandoff {
  const verdict = textOrNull(row, 'verdict');
  return {
    row: number(row, 'id'),
    at: number(row, 'at'),
    deliveredAt: numberOrNull(row, 'delivered_at'),
    deadline: numberOrNull(row, 'deadline_in_force'),
    touchedAt: numberOrNull(row, 'touched_at'),
    verdict: verdict === 'accepted' || verdict === 'rejected' ? verdict : null,
    verdictAt: numberOrNull(row, 'verdict_at'),
    endedAt: numberOrNull(row, 'ended_at'),
    breachedAt: numberOrNull(row, 'breached_at'),
    isPassed: row['passed_from'] !== null,
    isCrossing: crossings.has(number(row, 'id')),
    ...scored(JSON.parse(text(row, 'score'))),
    agreement: number(row, 'agreement'),
    owner: text(row, 'owner'),
    tier: text(row, 'tier'),
    reason: textOrNull(row, 'reason'),
    breachReason: textOrNull(row, 'breach_reason'),
    blames: blamed(textOrNull(row, 'blames')),
  };
}

/** A handoff's frozen score, and which rules gave it points; what bounds took or gave is no rule's. */
function scored(score: unknown): Pick<GivenHandoff, 'total' | 'rules'> {
  if (!isRecord(score)) return { total: 0, rules: [] };
  const { total, reasons } = score;
  const rules = (Array.isArray(reasons) ? reasons : []).filter(isRecord).flatMap(({ id, says, points }) => {
    const gave = typeof points === 'number' && points > 0;
    return gave && typeof id === 'string' && typeof says === 'string' && id !== 'cap' ? [{ id, says }] : [];
  });
  return { total: typeof total === 'number' ? total : 0, rules };
}

function blamed(list: string | null): readonly string[] {
  const blames: unknown = list === null ? [] : JSON.parse(list);
  return Array.isArray(blames) ? blames.filter((one) => typeof one === 'string') : [];
}

function stepChange(row: Row): StepChange[] {
  const stage = text(row, 'stage');
  switch (stage) {
    case 'sal':
    case 'contacted':
    case 'sql':
    case 'opportunity':
    case 'won':
    case 'lost':
      return [{ at: number(row, 'at'), step: stage, corrected: number(row, 'corrected') === 1 }];
    default:
      return [];
  }
}

/** What the browser's journal says, over what the request said by itself. */
function visitOf(submission: Row): Readonly<Record<string, unknown>> {
  const visit: unknown = JSON.parse(text(submission, 'visit'));
  if (!isRecord(visit)) return {};
  const { facts, ...journal } = visit;
  return isRecord(facts) ? { ...facts, ...journal } : journal;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
