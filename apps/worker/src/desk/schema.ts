// The Desk's tables, as an ordered list of changes; docs/storage.md says what each holds and for how long.
// A change that has landed is never edited: a new one is appended.
import { applyChanges } from './apply-changes.ts';
import type { Sql } from './sql.ts';

const changes: readonly string[][] = [
  [
    `CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE attributes (id TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE people (email TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE teams (id TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE destinations (
       id TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL, secret TEXT NOT NULL,
       disabled_at INTEGER) WITHOUT ROWID`,
    `CREATE TABLE forms (id TEXT PRIMARY KEY, position INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE form_versions (
       form TEXT NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL, context TEXT NOT NULL,
       hash TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (form, version)) WITHOUT ROWID`,
    `CREATE TABLE agreements (
       version INTEGER PRIMARY KEY, hash TEXT NOT NULL, document TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('proposed', 'in_force', 'replaced', 'withdrawn')),
       proposed_at INTEGER NOT NULL, in_force_at INTEGER)`,
    `CREATE TABLE companies (
       domain TEXT PRIMARY KEY, owner TEXT, attributes TEXT NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE leads (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, email TEXT NOT NULL UNIQUE,
       attributes TEXT NOT NULL, visit TEXT NOT NULL, domain TEXT,
       score TEXT, total INTEGER, tier TEXT, agreement INTEGER,
       stage TEXT NOT NULL, owner TEXT, handoff INTEGER, ever_handed_off INTEGER NOT NULL,
       dipped INTEGER NOT NULL, rejected_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)`,
    `CREATE INDEX leads_by_agreement ON leads (agreement)`,
    `CREATE INDEX leads_by_domain ON leads (domain) WHERE domain IS NOT NULL`,
    `CREATE TABLE told (
       lead INTEGER NOT NULL, attribute TEXT NOT NULL, submission INTEGER NOT NULL, value TEXT NOT NULL,
       at INTEGER NOT NULL, PRIMARY KEY (lead, attribute, submission)) WITHOUT ROWID`,
    `CREATE TABLE visitors (
       token TEXT PRIMARY KEY, lead INTEGER NOT NULL, attributes TEXT NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE occurrences (
       lead INTEGER NOT NULL, what TEXT NOT NULL, at INTEGER NOT NULL, visitor TEXT NOT NULL,
       PRIMARY KEY (lead, what, at)) WITHOUT ROWID`,
    `CREATE TABLE submissions (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, secret TEXT NOT NULL UNIQUE,
       form TEXT NOT NULL, version INTEGER NOT NULL, final INTEGER NOT NULL, lead INTEGER, visitor TEXT,
       answers TEXT NOT NULL, visit TEXT NOT NULL, state TEXT, agreement INTEGER, why TEXT, reply TEXT NOT NULL,
       at INTEGER NOT NULL, updated_at INTEGER NOT NULL)`,
    `CREATE INDEX submissions_by_lead ON submissions (lead, at)`,
    `CREATE INDEX submissions_unjudged ON submissions (state) WHERE state IN ('unagreed', 'failed')`,
    `CREATE TABLE handoffs (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, lead INTEGER NOT NULL, submission INTEGER,
       owner TEXT NOT NULL, why TEXT NOT NULL, tier TEXT NOT NULL, score TEXT NOT NULL, agreement INTEGER NOT NULL,
       at INTEGER NOT NULL, deadline INTEGER, delivered_at INTEGER, deadline_in_force INTEGER,
       verdict TEXT, verdict_by TEXT, verdict_at INTEGER, reason TEXT, note TEXT)`,
    `CREATE INDEX handoffs_by_lead ON handoffs (lead, at)`,
    `CREATE INDEX handoffs_by_owner ON handoffs (owner, at)`,
    `CREATE TABLE stage_changes (
       lead INTEGER NOT NULL, at INTEGER NOT NULL, stage TEXT NOT NULL, author TEXT NOT NULL, agreement INTEGER,
       PRIMARY KEY (lead, at, stage)) WITHOUT ROWID`,
    `CREATE TABLE deliveries (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, channel TEXT NOT NULL,
       destination TEXT, target TEXT NOT NULL, body TEXT NOT NULL, lead INTEGER, handoff INTEGER, submission INTEGER,
       state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead', 'disabled')),
       attempts INTEGER NOT NULL, created_at INTEGER NOT NULL, first_at INTEGER, settled_at INTEGER)`,
    `CREATE INDEX deliveries_by_lead ON deliveries (lead)`,
    `CREATE INDEX deliveries_by_handoff ON deliveries (handoff)`,
    `CREATE INDEX deliveries_unsettled ON deliveries (state, id) WHERE state <> 'delivered'`,
    `CREATE TABLE attempts (
       delivery INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, milliseconds INTEGER NOT NULL,
       status INTEGER, error TEXT, PRIMARY KEY (delivery, number)) WITHOUT ROWID`,
    `CREATE TABLE turns (
       team TEXT NOT NULL, person TEXT NOT NULL, weight REAL NOT NULL, last_at INTEGER,
       PRIMARY KEY (team, person)) WITHOUT ROWID`,
    `CREATE TABLE due (
       kind TEXT NOT NULL, subject INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (kind, subject)) WITHOUT ROWID`,
    `CREATE INDEX due_by_time ON due (at)`,
    `CREATE TABLE counts (
       form TEXT NOT NULL, version INTEGER NOT NULL, day TEXT NOT NULL, event TEXT NOT NULL, step TEXT NOT NULL,
       count INTEGER NOT NULL, PRIMARY KEY (form, version, day, event, step)) WITHOUT ROWID`,
    `CREATE TABLE signatures (
       agreement INTEGER NOT NULL, party TEXT NOT NULL, person TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL,
       PRIMARY KEY (agreement, party)) WITHOUT ROWID`,
    `CREATE TABLE audit (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL)`,
  ],
  [
    `ALTER TABLE due ADD COLUMN lane TEXT NOT NULL DEFAULT ''`,
    `UPDATE due SET lane = coalesce((SELECT CASE channel WHEN 'email' THEN 'email' ELSE target END
       FROM deliveries WHERE id = due.subject), '') WHERE kind = 'delivery'`,
    `DROP INDEX due_by_time`,
    `CREATE INDEX due_by_lane ON due (lane, at)`,
  ],
  [
    `ALTER TABLE agreements ADD COLUMN context TEXT NOT NULL DEFAULT '{"attributes":[]}'`,
    `UPDATE agreements SET context = json_object('attributes',
       json((SELECT json_group_array(json(document)) FROM attributes)))`,
  ],
  [
    // The submissions themselves, with the version they answered, are the history of what was told.
    `DROP TABLE told`,
    // No question was ever answered by these.
    `DROP INDEX deliveries_by_handoff`,
    `DROP INDEX deliveries_unsettled`,
    `CREATE INDEX deliveries_given_up ON deliveries (state, id) WHERE state IN ('dead', 'disabled')`,
    `DROP INDEX handoffs_by_owner`,
    `CREATE INDEX handoffs_by_time ON handoffs (at, owner)`,
  ],
  [
    `CREATE TABLE limits (id INTEGER PRIMARY KEY, key TEXT NOT NULL, at INTEGER NOT NULL)`,
    `CREATE INDEX limits_by_key ON limits (key, at)`,
    `CREATE TABLE used_proofs (challenge TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID`,
  ],
  [
    `ALTER TABLE submissions ADD COLUMN consent TEXT`,
    `ALTER TABLE submissions ADD COLUMN unfinished_email TEXT`,
    `CREATE INDEX submissions_unfinished ON submissions (updated_at) WHERE final = 0`,
  ],
  [
    `CREATE TABLE drafts (
       form TEXT PRIMARY KEY, revision INTEGER NOT NULL, base INTEGER, document TEXT NOT NULL,
       at INTEGER NOT NULL, author TEXT NOT NULL) WITHOUT ROWID`,
    `ALTER TABLE form_versions ADD COLUMN author TEXT`,
    `ALTER TABLE form_versions ADD COLUMN note TEXT`,
  ],
  [
    `ALTER TABLE audit ADD COLUMN public_id TEXT`,
    `ALTER TABLE audit ADD COLUMN subject TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE audit ADD COLUMN before TEXT`,
    `ALTER TABLE audit ADD COLUMN after TEXT`,
    // What was there before sorts before all that comes.
    `UPDATE audit SET public_id = 'aud_0' || printf('%012d', id), after = detail`,
    `CREATE UNIQUE INDEX audit_by_public_id ON audit (public_id)`,
  ],
  [
    // Holds all that a form's numbers are made of.
    `CREATE INDEX submissions_by_form ON submissions (form, at / 86400000, version, state) WHERE final = 1`,
  ],
  [
    `ALTER TABLE drafts ADD COLUMN publish_at INTEGER`,
    `ALTER TABLE drafts ADD COLUMN publish_by TEXT`,
    `ALTER TABLE drafts ADD COLUMN publish_note TEXT`,
    `ALTER TABLE drafts ADD COLUMN publish_accepted INTEGER`,
  ],
  [`CREATE INDEX audit_of_saves ON audit (subject, author, at) WHERE action = 'draft.saved'`],
  [
    `CREATE TABLE draft_counts (form TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID`,
    `INSERT INTO draft_counts SELECT form, revision FROM drafts`,
  ],
  [
    `ALTER TABLE destinations ADD COLUMN paused_at INTEGER`,
    `ALTER TABLE destinations ADD COLUMN previous_secret TEXT`,
    `ALTER TABLE destinations ADD COLUMN previous_until INTEGER`,
    `CREATE INDEX deliveries_by_destination ON deliveries (destination, id) WHERE destination IS NOT NULL`,
  ],
  [
    // What the reason of a rejection blamed when it was given, and under which version.
    `ALTER TABLE handoffs ADD COLUMN blames TEXT`,
    `ALTER TABLE handoffs ADD COLUMN verdict_agreement INTEGER`,
    `ALTER TABLE stage_changes ADD COLUMN amount REAL`,
    `ALTER TABLE stage_changes ADD COLUMN currency TEXT`,
    `ALTER TABLE stage_changes ADD COLUMN reason TEXT`,
    `ALTER TABLE stage_changes ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE leads ADD COLUMN contacted_at INTEGER`,
    `ALTER TABLE leads ADD COLUMN amount REAL`,
    `ALTER TABLE leads ADD COLUMN currency TEXT`,
    `ALTER TABLE leads ADD COLUMN outcome_reason TEXT`,
    `CREATE TABLE notes (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, lead INTEGER NOT NULL, question INTEGER,
       author TEXT NOT NULL, text TEXT NOT NULL, side TEXT, field TEXT, at INTEGER NOT NULL, due_at INTEGER,
       answered_at INTEGER, answered_by TEXT)`,
    `CREATE INDEX notes_by_lead ON notes (lead, at)`,
    `CREATE INDEX notes_answers ON notes (question) WHERE question IS NOT NULL`,
    `CREATE INDEX questions ON notes (id) WHERE side IS NOT NULL`,
    `CREATE INDEX questions_open ON notes (side, id) WHERE side IS NOT NULL AND answered_at IS NULL`,
  ],
  [
    // A CHECK cannot be changed, so the table is made anew.
    `CREATE TABLE agreements_anew (
       version INTEGER PRIMARY KEY, hash TEXT NOT NULL, document TEXT NOT NULL, context TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('proposed', 'in_force', 'replaced', 'withdrawn', 'expired')),
       base INTEGER, proposed_by TEXT NOT NULL, party TEXT, proposed_at INTEGER NOT NULL, note TEXT, answers INTEGER,
       expires_at INTEGER, in_force_at INTEGER, ended_at INTEGER, ended_by TEXT, ended_why TEXT,
       reviewed_at INTEGER, reviewed_by TEXT)`,
    `INSERT INTO agreements_anew (version, hash, document, context, state, base, proposed_by, proposed_at, in_force_at)
       SELECT version, hash, document, context, state,
         CASE state WHEN 'proposed' THEN (SELECT version FROM agreements WHERE state = 'in_force') END,
         'owner', proposed_at, in_force_at FROM agreements`,
    `DROP TABLE agreements`,
    `ALTER TABLE agreements_anew RENAME TO agreements`,
    // What was proposed over an agreement that another has replaced since then has to be proposed anew.
    `UPDATE agreements SET state = 'withdrawn', ended_why = 'outdated', ended_by = 'baton', base = NULL,
         ended_at = (SELECT in_force_at FROM agreements WHERE state = 'in_force')
       WHERE state = 'proposed' AND proposed_at < (SELECT in_force_at FROM agreements WHERE state = 'in_force')`,
    // Signatures that the owner has vouched for stand where all others do.
    `INSERT INTO signatures (agreement, party, person, hash, at)
       SELECT a.version, s.value ->> 'party', lower(trim(s.value ->> 'by')), a.hash, a.in_force_at
       FROM agreements a, json_each(a.document, '$.signatures') s
       WHERE a.in_force_at IS NOT NULL AND coalesce(s.value ->> 'hash', a.hash) = a.hash
       ON CONFLICT DO NOTHING`,
    `CREATE TABLE agreement_drafts (
       id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, base INTEGER, document TEXT,
       at INTEGER NOT NULL, author TEXT NOT NULL)`,
    `CREATE TABLE agreement_comments (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, agreement INTEGER NOT NULL, at INTEGER NOT NULL,
       author TEXT NOT NULL, text TEXT NOT NULL)`,
    `CREATE INDEX agreement_comments_by_agreement ON agreement_comments (agreement, id)`,
    `CREATE INDEX audit_of_agreement_saves ON audit (author, at) WHERE action = 'agreement.draft_saved'`,
  ],
  [
    `ALTER TABLE handoffs ADD COLUMN touched_at INTEGER`,
    `ALTER TABLE handoffs ADD COLUMN ended_at INTEGER`,
    `ALTER TABLE handoffs ADD COLUMN cause TEXT NOT NULL DEFAULT 'routed'`,
    `ALTER TABLE handoffs ADD COLUMN author TEXT NOT NULL DEFAULT 'baton'`,
    `ALTER TABLE handoffs ADD COLUMN passed_from INTEGER`,
    `ALTER TABLE handoffs ADD COLUMN pooled INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE handoffs ADD COLUMN breached_at INTEGER`,
    `ALTER TABLE handoffs ADD COLUMN breach_reason TEXT`,
    `ALTER TABLE handoffs ADD COLUMN breach_note TEXT`,
    `ALTER TABLE handoffs ADD COLUMN breach_said_by TEXT`,
    `ALTER TABLE handoffs ADD COLUMN breach_said_at INTEGER`,
    `UPDATE handoffs SET touched_at = verdict_at`,
    `CREATE INDEX handoffs_passed_on ON handoffs (passed_from) WHERE passed_from IS NOT NULL`,
    `CREATE INDEX handoffs_open ON handoffs (owner) WHERE verdict IS NULL AND ended_at IS NULL`,
    `CREATE TABLE escalations (
       handoff INTEGER NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL,
       percent REAL NOT NULL, tell TEXT, done_at INTEGER, PRIMARY KEY (handoff, position)) WITHOUT ROWID`,
    // The clocks that ran before there was anything to do when they run out.
    `INSERT INTO due (kind, subject, at, lane) SELECT 'clock', id, delivered_at, '' FROM handoffs
     WHERE verdict IS NULL AND deadline_in_force IS NOT NULL`,
    `CREATE TABLE alerts (
       kind TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (kind, subject)) WITHOUT ROWID`,
  ],
  [
    `ALTER TABLE leads ADD COLUMN scored_at INTEGER`,
    `ALTER TABLE occurrences ADD COLUMN known_at INTEGER`,
    `CREATE TABLE score_changes (
       lead INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, fit INTEGER NOT NULL,
       engagement INTEGER NOT NULL, intent INTEGER NOT NULL, total INTEGER NOT NULL, tier TEXT NOT NULL,
       agreement INTEGER NOT NULL, cause TEXT NOT NULL, PRIMARY KEY (lead, number)) WITHOUT ROWID`,
    // What each lead stands at is where its history begins.
    `INSERT INTO score_changes (lead, number, at, fit, engagement, intent, total, tier, agreement, cause)
       SELECT id, 1, updated_at, score ->> 'fit', score ->> 'engagement', score ->> 'intent', total, tier, agreement,
         '{"kind":"rescore"}' FROM leads WHERE score IS NOT NULL AND tier IS NOT NULL AND agreement IS NOT NULL`,
  ],
  [
    // What the inbox is listed by: all of it in one index, in the order in which leads came.
    `ALTER TABLE leads ADD COLUMN words TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE leads ADD COLUMN source TEXT`,
    `ALTER TABLE leads ADD COLUMN forms TEXT NOT NULL DEFAULT ' '`,
    `ALTER TABLE leads ADD COLUMN ledger TEXT`,
    `UPDATE leads SET
       words = lower(concat_ws(char(10), attributes ->> '$.name', attributes ->> '$.full_name',
         attributes ->> '$.first_name', attributes ->> '$.last_name', attributes ->> '$.company', email)),
       source = coalesce(nullif(visit ->> '$.utm_source', ''), nullif(visit ->> '$.referrer_host', '')),
       forms = coalesce((SELECT ' ' || group_concat(form, ' ') || ' ' FROM
         (SELECT DISTINCT form FROM submissions s WHERE s.lead = leads.id AND final = 1)), ' '),
       ledger = (SELECT state FROM submissions s WHERE s.lead = leads.id AND final = 1 ORDER BY at DESC LIMIT 1)`,
    `CREATE INDEX leads_listed ON leads (id, stage, owner, tier, total, handoff, source, ledger, forms, words)`,
    // The few of them that somebody works on, once more: most questions are about these.
    `CREATE INDEX leads_in_hand ON leads (id, stage, owner, tier, total, handoff, source, ledger, forms, words)
       WHERE handoff IS NOT NULL OR stage IN ('sal', 'sql', 'opportunity')`,
    `CREATE INDEX handoffs_due ON handoffs
       (coalesce(deadline_in_force, deadline, 9000000000000000), lead, id, deadline_in_force) WHERE verdict IS NULL`,
    `CREATE TABLE inbox_views (author TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID`,
  ],
  [
    // A target account is a company on a list.
    `ALTER TABLE companies ADD COLUMN list TEXT`,
    `ALTER TABLE companies ADD COLUMN account_tier TEXT`,
    `ALTER TABLE companies ADD COLUMN name TEXT`,
    `ALTER TABLE companies ADD COLUMN account_owner TEXT`,
    // What is added up of its people, and whose sums are to be made anew.
    `ALTER TABLE companies ADD COLUMN contacts INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE companies ADD COLUMN fit INTEGER`,
    `ALTER TABLE companies ADD COLUMN engagement INTEGER`,
    `ALTER TABLE companies ADD COLUMN intent INTEGER`,
    `ALTER TABLE companies ADD COLUMN furthest INTEGER`,
    `ALTER TABLE companies ADD COLUMN best INTEGER`,
    `ALTER TABLE companies ADD COLUMN last_at INTEGER`,
    `CREATE TABLE stale_companies (domain TEXT PRIMARY KEY) WITHOUT ROWID`,
    `CREATE TRIGGER company_of_new_lead AFTER INSERT ON leads WHEN new.domain IS NOT NULL BEGIN
       INSERT INTO stale_companies SELECT new.domain
         WHERE NOT EXISTS (SELECT 1 FROM stale_companies WHERE domain = new.domain);
     END`,
    `CREATE TRIGGER company_of_changed_lead AFTER UPDATE OF domain, score, stage, updated_at ON leads BEGIN
       INSERT INTO stale_companies SELECT new.domain WHERE new.domain IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM stale_companies WHERE domain = new.domain);
       INSERT INTO stale_companies SELECT old.domain WHERE old.domain IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM stale_companies WHERE domain = old.domain);
     END`,
    `CREATE TRIGGER company_of_erased_lead AFTER DELETE ON leads WHEN old.domain IS NOT NULL BEGIN
       INSERT INTO stale_companies SELECT old.domain
         WHERE NOT EXISTS (SELECT 1 FROM stale_companies WHERE domain = old.domain);
     END`,
    `INSERT INTO stale_companies SELECT DISTINCT domain FROM leads WHERE domain IS NOT NULL`,
    `CREATE TABLE refreshes (
       kind TEXT NOT NULL CHECK (kind IN ('company', 'attribute')), subject TEXT NOT NULL, after INTEGER NOT NULL,
       PRIMARY KEY (kind, subject)) WITHOUT ROWID`,
  ],
  [
    // What a submission that was put aside needs to be taken up later; who looked at it, and what they said.
    `ALTER TABLE submissions ADD COLUMN held TEXT`,
    `ALTER TABLE submissions ADD COLUMN looked_at INTEGER`,
    `ALTER TABLE submissions ADD COLUMN looked_by TEXT`,
    `ALTER TABLE submissions ADD COLUMN looked TEXT`,
    `CREATE INDEX submissions_quarantined ON submissions (id) WHERE state = 'quarantined'`,
    `CREATE TABLE trusted (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, value TEXT NOT NULL,
       reason TEXT NOT NULL, submission TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL,
       UNIQUE (kind, value, reason))`,
    // Counted apart from the submissions themselves, so that the two can be compared.
    `CREATE TABLE accepted (day INTEGER PRIMARY KEY, count INTEGER NOT NULL, erased INTEGER NOT NULL)`,
    `INSERT INTO accepted (day, count, erased)
       SELECT at / 86400000, count(*), 0 FROM submissions WHERE final = 1 GROUP BY at / 86400000`,
    `INSERT INTO due (kind, subject, at) SELECT 'ledger', 0, max(at) + 86400000 FROM submissions WHERE final = 1
       HAVING count(*) > 0`,
  ],
  [
    `CREATE TABLE sources (
       id TEXT PRIMARY KEY, document TEXT NOT NULL, secret TEXT NOT NULL, previous_secret TEXT,
       previous_until INTEGER, created_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE source_calls (
       source TEXT NOT NULL, call TEXT NOT NULL, at INTEGER NOT NULL, result TEXT NOT NULL,
       PRIMARY KEY (source, call)) WITHOUT ROWID`,
    `CREATE INDEX source_calls_by_time ON source_calls (source, at)`,
  ],
  [
    // Two leads that are one person: the one that has gone under the other, and all it takes to undo that.
    `CREATE TABLE merges (
       id INTEGER PRIMARY KEY, lead INTEGER NOT NULL, former INTEGER NOT NULL UNIQUE, public_id TEXT NOT NULL UNIQUE,
       email TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, author TEXT NOT NULL, merged TEXT NOT NULL,
       before TEXT NOT NULL, joined TEXT NOT NULL, moved TEXT NOT NULL)`,
    `CREATE INDEX merges_by_lead ON merges (lead, id)`,
    // The address that a browser told, where it is not its lead's own.
    `ALTER TABLE visitors ADD COLUMN address TEXT`,
    // The handoff that stands for this one, where two leads became one.
    `ALTER TABLE handoffs ADD COLUMN gave_way_to INTEGER`,
    // Who has the same telephone number may be the same person.
    `CREATE INDEX leads_by_phone ON leads (attributes ->> '$.phone') WHERE attributes ->> '$.phone' IS NOT NULL`,
  ],
  [
    `CREATE TABLE calibrations (outcome TEXT PRIMARY KEY, at INTEGER NOT NULL, result TEXT NOT NULL) WITHOUT ROWID`,
  ],
  [
    // A step whose own instant nobody told stands at the next one that is known.
    `ALTER TABLE stage_changes ADD COLUMN dated INTEGER NOT NULL DEFAULT 1`,
    `CREATE TABLE history_imports (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, digest TEXT NOT NULL,
       size INTEGER NOT NULL, header TEXT NOT NULL, map TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL,
       next INTEGER NOT NULL, taken INTEGER NOT NULL, known INTEGER NOT NULL, bad INTEGER NOT NULL,
       errors TEXT NOT NULL, ended_at INTEGER, taken_back_at INTEGER)`,
    `CREATE TABLE history_rows (
       submission INTEGER PRIMARY KEY, import INTEGER NOT NULL, handoff INTEGER, steps TEXT NOT NULL)`,
    `CREATE INDEX history_rows_by_import ON history_rows (import)`,
    // Everything that happened, in the order of time. Submissions that were not history came in that order.
    `CREATE INDEX submissions_of_history ON submissions (at, id) WHERE form = 'origin:history'`,
    `CREATE INDEX handoffs_in_time ON handoffs (at, id)`,
    `CREATE INDEX verdicts_in_time ON handoffs (verdict_at, id) WHERE verdict_at IS NOT NULL`,
    `CREATE INDEX breaches_in_time ON handoffs (breached_at, id) WHERE breached_at IS NOT NULL`,
    `CREATE INDEX stage_changes_in_time ON stage_changes (at, lead, stage)`,
  ],
  [
    // What marketing spent: in hundredths of the currency.
    `CREATE TABLE spend (
       month TEXT NOT NULL, source TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL,
       PRIMARY KEY (month, source, currency)) WITHOUT ROWID`,
  ],
  [
    // What a lead in hand has done and its owner has not been told yet.
    `CREATE TABLE follow_ups (
       id INTEGER PRIMARY KEY, lead INTEGER NOT NULL, at INTEGER NOT NULL, submission INTEGER, says TEXT)`,
    `CREATE INDEX follow_ups_by_lead ON follow_ups (lead, id)`,
  ],
  [
    `CREATE TABLE review_alerts (
       id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE, form TEXT NOT NULL, what TEXT NOT NULL,
       opened_at INTEGER NOT NULL, told_at INTEGER, closed_at INTEGER, closed_why TEXT, evidence TEXT NOT NULL)`,
    `CREATE UNIQUE INDEX review_alerts_open ON review_alerts (form, what) WHERE closed_at IS NULL`,
    // Any form, or anything of a form: '*'.
    `CREATE TABLE alert_mutes (
       form TEXT NOT NULL, what TEXT NOT NULL, until INTEGER, author TEXT NOT NULL, at INTEGER NOT NULL,
       PRIMARY KEY (form, what)) WITHOUT ROWID`,
    // The weeks that have been reported.
    `CREATE TABLE week_reports (week TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID`,
    // What was sent before there was anything to watch for.
    `INSERT INTO due (kind, subject, at) SELECT 'watch', 0, max(at) FROM submissions WHERE final = 1
       HAVING count(*) > 0`,
  ],
  [
    // Of the attributes that an agreement was proposed over; null: it was before they had one.
    `ALTER TABLE agreements ADD COLUMN context_hash TEXT`,
  ],
  [
    // Leads stand by when they came; those that were brought in with their past came before they were stored.
    `DROP INDEX leads_listed`,
    `DROP INDEX leads_in_hand`,
    `CREATE INDEX leads_listed ON leads
       (created_at, id, stage, owner, tier, total, handoff, source, ledger, forms, words)`,
    `CREATE INDEX leads_in_hand ON leads
       (created_at, id, stage, owner, tier, total, handoff, source, ledger, forms, words)
       WHERE handoff IS NOT NULL OR stage IN ('sal', 'sql', 'opportunity')`,
  ],
  [
    // One index for what happened in time and for who got how much since when: each costs every handoff a page.
    `DROP INDEX handoffs_by_time`,
    `DROP INDEX handoffs_in_time`,
    `CREATE INDEX handoffs_in_time ON handoffs (at, id, owner)`,
  ],
  [
    // Who comes in as an admin is known with all others who come in, once the Gate has told them.
    `DELETE FROM facts WHERE key = 'admins'`,
  ],
  [
    // What an arrival writes, before it is filed: the numbers of statements, each with its values.
    `CREATE TABLE intake (id INTEGER PRIMARY KEY, writes TEXT NOT NULL, failure TEXT)`,
    `CREATE TABLE intake_statements (id INTEGER PRIMARY KEY, statement TEXT NOT NULL UNIQUE)`,
  ],
  [
    // Of a delivery's tries, those before it was put on its way anew.
    `ALTER TABLE deliveries ADD COLUMN tried_before INTEGER NOT NULL DEFAULT 0`,
    // What was written of tries that ended after their delivery was erased.
    `DELETE FROM attempts WHERE delivery NOT IN (SELECT id FROM deliveries)`,
    `DELETE FROM due WHERE kind = 'delivery' AND subject NOT IN (SELECT id FROM deliveries)`,
  ],
  [
    // Whose it is, while no lead has it: what was put aside or never finished need not tell it itself.
    `ALTER TABLE submissions ADD COLUMN address TEXT`,
  ],
  [
    // What a browser did is its own also where somebody else had reported the same of its lead: what it is shown would
    // tell on them.
    `CREATE TABLE reported (
       lead INTEGER NOT NULL, what TEXT NOT NULL, at INTEGER NOT NULL, visitor TEXT NOT NULL, known_at INTEGER,
       PRIMARY KEY (lead, what, at, visitor)) WITHOUT ROWID`,
    `INSERT INTO reported SELECT lead, what, at, visitor, known_at FROM occurrences`,
    `DROP TABLE occurrences`,
    `ALTER TABLE reported RENAME TO occurrences`,
  ],
];

/** Brings storage up to date. Throws on storage from a newer Baton. */
export function migrate(sql: Sql): void {
  applyChanges(sql, changes);
}
