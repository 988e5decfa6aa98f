// What may be stored after any requests whatever on the small workspace's form: only what form and workspace declare.
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { type Baton, type Json, objectIn, objectsIn, textIn } from './baton.ts';
import { deskFile } from './desk-file.ts';

const declared = {
  answers: ['email', 'name', 'role', 'size', 'team'],
  attributes: ['company_domain', 'company_size', 'email', 'email_kind', 'name', 'role', 'team_size'],
  visit: 'url referrer referrer_host page_path language device returning facts at touches'.split(' '),
  facts: ['utm_source', 'referrer_host', 'page_path', 'language', 'device', 'returning'],
};

const options = { size: ['1-10', '11-50', '51-500'], role: ['manager', 'student', 'other'] };

/** Looks at everything that the API shows. */
export async function expectOnlyDeclared(baton: Baton): Promise<void> {
  for (const stored of await baton.all('submissions')) {
    const answers = objectIn(stored, 'answers');
    const visit = objectIn(stored, 'visit');
    expect(undeclared(answers, declared.answers)).toEqual([]);
    expect(undeclared(withoutCampaign(visit), declared.visit)).toEqual([]);
    expect(undeclared(objectIn(visit, 'facts'), declared.facts)).toEqual([]);
    for (const touch of objectsIn(visit, 'touches')) {
      expect(undeclared(withoutCampaign(touch), declared.visit)).toEqual([]);
    }
    for (const [field, known] of Object.entries(options)) {
      if (answers[field] !== undefined) expect(known).toContain(answers[field]);
    }
    if (answers['team'] !== undefined) expect(answers['team']).toSatisfy(Number.isFinite);
    if (stored['final'] === true) expect(textIn(answers, 'email')).toMatch(/^[^\s@]+@[^\s@]+$/);
  }
  for (const lead of await baton.all('leads')) {
    expect(undeclared(objectIn(lead, 'attributes'), declared.attributes)).toEqual([]);
    expect(lead['stage']).toBeOneOf(['lead', 'mql', 'sal']);
    expect(objectIn(lead, 'score')['total']).toBeLessThanOrEqual(125);
  }
}

/** Ends this Baton and looks at the tables that the API does not show. */
export async function expectOnlyDeclaredRows(baton: Baton): Promise<void> {
  await baton.instance.stop();
  const database = new DatabaseSync(await deskFile(baton.data));
  const rows = (statement: string): Json[] => database.prepare(statement).all();
  const distinct = (statement: string): unknown[] => rows(statement).map((row) => row['value']);
  try {
    for (const [table, count] of Object.entries({
      attributes: 5,
      people: 4,
      teams: 1,
      forms: 2,
      agreements: 1,
    })) {
      expect(rows(`SELECT * FROM ${table}`), table).toHaveLength(count);
    }
    expect(rows(`SELECT DISTINCT form, version FROM counts`)).toEqual([{ form: 'demo', version: 1 }]);
    expect(
      rows(
        `SELECT event, step FROM counts WHERE NOT (event IN ('view', 'start') AND step = '' OR event = 'step' AND step = 's1')`,
      ),
    ).toEqual([]);
    const reasons = distinct(`SELECT DISTINCT reason AS value FROM handoffs WHERE reason IS NOT NULL`);
    expect(reasons.filter((reason) => reason !== 'too_small')).toEqual([]);
    expect(distinct(`SELECT max(length(note)) AS value FROM handoffs`)[0] ?? 0).toBeLessThanOrEqual(2_000);
    for (const token of distinct(`SELECT token AS value FROM visitors`))
      expect(token).toMatch(/^[0-9a-z]{32}$/);
    expect(
      rows(
        `SELECT what, at FROM occurrences WHERE typeof(at) <> 'integer' OR length(what) > 2002 OR visitor NOT IN (SELECT token FROM visitors)`,
      ),
    ).toEqual([]);
    expect(distinct(`SELECT key AS value FROM facts ORDER BY key`)).toEqual([
      'healthy_at',
      'name',
      'proof_key',
      'trust_key',
      'verdict_key',
    ]);
  } finally {
    database.close();
  }
}

function undeclared(object: Json, known: readonly string[]): string[] {
  return Object.keys(object).filter((key) => !known.includes(key));
}

/** A bent `utm_source` may still be some part of a campaign, and those are taken by their form. */
function withoutCampaign(visit: Json): Json {
  return Object.fromEntries(Object.entries(visit).filter(([key]) => !/^utm_[a-z_]+$/.test(key)));
}
