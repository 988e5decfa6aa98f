// Stored leads as stories that can be walked again: what each had told at each of its submissions, what came to be known
// of what it did, and what sales said. Read some thousand at a time, in the order of their rows.
import type { LeadEvent, LeadFacts, Occurrence, Stage } from '@baton/agreement';
import type { Answers } from '@baton/form';
import { attributesTold, withEarlier } from '../told.ts';
import { withMerged } from '../attributes/merged.ts';
import { consentTold } from '../consent.ts';
import type { Context } from '../context.ts';
import { withDerived } from '../derived.ts';
import { leadOfRow, type Lead } from '../leads.ts';
import type { Parts } from '../parts.ts';
import { first as firstRow, isRecord, number, record, text, textOrNull, type Row, type Sql } from '../sql.ts';

/** What is needed to read the past. */
export type Reading = Pick<Context, 'documents'> & { readonly parts: Pick<Parts, 'sql' | 'now'> };

export type LeadStory = {
  readonly lead: Lead;
  readonly events: readonly LeadEvent[];
  /** What sales said last. */
  readonly verdict: 'accepted' | 'rejected' | null;
};

/** All of a lead but its score, which is long and not asked for here. */
const leadColumns = `SELECT id, public_id, email, attributes, visit, domain, tier, stage, owner, handoff, ever_handed_off,
  dipped, rejected_at, created_at FROM leads`;

/** How leads are read where there may be too many: evenly spread, and none that comes meanwhile. */
export type Spread = {
  /** How many there are. */
  readonly all: number;
  /** The row of the last one. */
  readonly last: number;
  /** One in so many is read. */
  readonly every: number;
};

/** @param most leads that are read */
export function spreadOver(sql: Sql, most: number): Spread {
  const row = firstRow(sql, `SELECT count(*) AS many, coalesce(max(id), 0) AS last FROM leads`);
  const all = row === null ? 0 : number(row, 'many');
  return { all, last: row === null ? 0 : number(row, 'last'), every: Math.max(1, Math.ceil(all / most)) };
}

/** The leads after a row, at most so many of the `every`th ones. */
export function readStories(reading: Reading, after: number, limit: number, every = 1): LeadStory[] {
  const { sql } = reading.parts;
  const leads = sql
    .all(`${leadColumns} WHERE id > ? AND id % ? = 0 ORDER BY id LIMIT ?`, after, every, limit)
    .map(leadOfRow);
  const [first, last] = [leads[0], leads.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = rowsBetween(sql, first.id, last.id, every);
  return leads.map((lead) => storyOf(reading, lead, between));
}

type Between = Readonly<
  Record<'told' | 'whole' | 'done' | 'said' | 'lost', ReadonlyMap<number, readonly Row[]>>
>;

/** What was put aside and taken up later tells nothing before that. */
const knownAt = `CASE WHEN looked = 'released' THEN looked_at ELSE at END`;

/** All that is kept of the leads between two rows, by lead. */
function rowsBetween(sql: Sql, first: number, last: number, every: number): Between {
  const rows = (columns: string, where: string, order: string): Map<number, Row[]> =>
    byLead(
      sql.all(
        `SELECT lead, ${columns} WHERE lead BETWEEN ? AND ? AND lead % ? = 0 ${where} ORDER BY lead, ${order}`,
        first,
        last,
        every,
      ),
    );
  const told = rows(`${knownAt} AS at FROM submissions`, 'AND final = 1', 'at, id');
  const several = [...told].flatMap(([lead, { length }]) => (length > 1 ? lead : []));
  return {
    told,
    // What was said in a single submission is what the lead's own row says.
    whole: byLead(
      sql.all(
        `SELECT s.lead, s.at AS came, ${knownAt} AS at, s.form, s.version, s.answers, s.visit, s.consent
         FROM json_each(?) l JOIN submissions s ON s.lead = l.value WHERE s.final = 1 ORDER BY s.lead, at, s.id`,
        JSON.stringify(several),
      ),
    ),
    done: rows(
      'what, at, min(coalesce(known_at, at)) AS known_at FROM occurrences',
      'GROUP BY lead, what, at',
      'what, at',
    ),
    said: rows(
      'verdict AS kind, verdict_at AS at FROM handoffs',
      'AND verdict IS NOT NULL AND verdict_at IS NOT NULL',
      'verdict_at',
    ),
    lost: rows('at FROM stage_changes', `AND stage = 'lost'`, 'at'),
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

const places: Readonly<Record<LeadEvent['kind'], number>> = {
  occurred: 0,
  told: 1,
  accepted: 2,
  rejected: 2,
  lost: 3,
};

function storyOf(reading: Reading, lead: Lead, { told, whole, done, said, lost }: Between): LeadStory {
  const known = byKnowing(done.get(lead.id) ?? []);
  const tellings = tellingsOf(reading, lead, whole.get(lead.id) ?? told.get(lead.id) ?? []).map(
    (telling): LeadEvent => {
      // What came with a submission is one event with it.
      const occurrences = known.get(telling.at) ?? [];
      known.delete(telling.at);
      return { kind: 'told', ...telling, occurrences };
    },
  );
  const verdicts = (said.get(lead.id) ?? []).map((row) => ({
    kind: text(row, 'kind') === 'accepted' ? ('accepted' as const) : ('rejected' as const),
    at: number(row, 'at'),
  }));
  const events: LeadEvent[] = [
    ...[...known].map(([at, occurrences]): LeadEvent => ({ kind: 'occurred', at, occurrences })),
    ...tellings,
    ...verdicts,
    ...(lost.get(lead.id) ?? []).map((row): LeadEvent => ({ kind: 'lost', at: number(row, 'at') })),
  ];
  if (events.length > 1) events.sort((one, two) => one.at - two.at || places[one.kind] - places[two.kind]);
  return { lead, events, verdict: verdicts.at(-1)?.kind ?? null };
}

/** What was done, by when it came to be known. */
function byKnowing(rows: readonly Row[]): Map<number, Occurrence[]> {
  const known = new Map<number, Occurrence[]>();
  for (const row of rows) {
    const what = text(row, 'what');
    const at = number(row, 'at');
    const name = what.slice(2);
    const occurrence: Occurrence = what.startsWith('e:') ? { event: name, at } : { path: name, at };
    const together = known.get(number(row, 'known_at'));
    if (together === undefined) known.set(number(row, 'known_at'), [occurrence]);
    else together.push(occurrence);
  }
  return known;
}

type Telling = {
  readonly at: number;
  readonly attributes: LeadFacts['attributes'];
  readonly visit: LeadFacts['visit'];
};

/** What the lead was at each of its submissions. After the last one it is what is stored of it. */
function tellingsOf(reading: Reading, lead: Lead, submissions: readonly Row[]): Telling[] {
  const { attributes, visit } = lead;
  const [only] = submissions;
  // Who came by hand or from a list was told of when they came.
  if (only === undefined) return [{ at: lead.createdAt, attributes, visit }];
  if (submissions.length === 1) return [{ at: number(only, 'at'), attributes, visit }];
  const told = submissions.map((row) => toldIn(reading, row));
  const everTold = new Set(told.flatMap((one) => Object.keys(one.attributes)));
  const never = Object.fromEntries(Object.entries(attributes).filter(([id]) => !everTold.has(id)));
  let soFar: LeadFacts['attributes'] = never;
  const toldAt = new Map<string, number>();
  let latest: ToldThen | null = null;
  return told.map((one, index): Telling => {
    // What is taken up later says nothing over what was told since it came, attribute by attribute, as where it is taken.
    soFar = withEarlier(soFar, one.attributes, toldAt, one.came);
    for (const id of Object.keys(one.attributes))
      toldAt.set(id, Math.max(one.came, toldAt.get(id) ?? one.came));
    if (latest === null || latest.came <= one.came) latest = one;
    if (index === told.length - 1) return { at: one.at, attributes, visit };
    const known = withDerived(reading, lead.email, soFar);
    return { at: one.at, attributes: known, visit: latest.visit };
  });
}

type ToldThen = Telling & {
  /** When it was sent, which is before it was known where it was put aside. */
  readonly came: number;
};

/** What one submission told, by its answers and its consent, and of which visit. */
function toldIn({ documents }: Reading, whole: Row): ToldThen {
  const published = documents.published(text(whole, 'form'), number(whole, 'version'));
  const answers: Answers = JSON.parse(text(whole, 'answers'));
  const { facts } = record(whole, 'visit');
  const told =
    published === null
      ? {}
      : { ...attributesTold(published, answers), ...consentTold(published, textOrNull(whole, 'consent')) };
  return {
    at: number(whole, 'at'),
    came: number(whole, 'came'),
    attributes: withMerged(documents.all().attributes, told),
    visit: isRecord(facts) ? facts : {},
  };
}

/** What became of a lead, as far as it is known. */
export function outcomeOf(
  stage: Stage,
  verdict: LeadStory['verdict'],
): 'won' | 'lost' | 'accepted' | 'rejected' | null {
  return stage === 'won' || stage === 'lost' ? stage : verdict;
}
