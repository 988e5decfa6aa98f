// What a person may ask of whoever keeps their data: all of it shown, and all of it gone.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import { personalTables } from '../../apps/worker/src/desk/hands/personal-rows.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allLeads, leadOf, stored } from './views.ts';

const email = 'ada@engines.example';
const name = 'Ada Unmistakable';

function read(answer: HandAnswer): Record<string, unknown> {
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return z.record(z.string(), z.unknown()).parse(JSON.parse(answer.text));
}

async function full() {
  const bench = nodeDesk();
  const escalate = [{ at: '80%', tell: 'owner' }];
  bench.desk.importWorkspace({ ...smallWorkspace, agreement: { ...smallWorkspace.agreement, escalate } });
  const owner = bench.desk.as({ kind: 'owner', workspace: 'main' });
  const good = { email, name, size: '51-500', role: 'manager', team: 12 };
  const behaviours = [{ path: '/pricing', at: bench.now - 1000 }];
  stored(bench.desk.intake.submit(arrivalOf(good, { behaviours })));
  stored(bench.desk.intake.submit(arrivalOf(good, { trapped: true })));
  stored(bench.desk.intake.submit(arrivalOf({ email, name }, { final: false })));
  // Delivered, so that its clock runs.
  await bench.settle();
  const lead = leadOf(bench, email);
  owner.hands.writeNote(lead.id, { text: `About ${name}`, to: 'sales', field: null });
  owner.hands.verdict(lead.handoffs[0]?.id ?? '', { kind: 'accepted' });
  owner.hands.addLead({ origin: 'sales', detail: null, attributes: { email }, events: [], key: null });
  stored(bench.desk.intake.submit(arrivalOf({ ...good, email: 'bob@engines.example', name: 'Bob' })));
  await bench.settle();
  return { bench, lead: lead.id, owner };
}

test('every table that names a lead is shown and erased with it', async () => {
  const { bench } = await full();
  const tables = bench.sql.all(
    `SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND c.name IN ('lead', 'delivery', 'handoff')`,
  );
  const known = new Set(personalTables.map(({ table }) => table));
  expect(tables.map((row) => String(row['name'])).filter((table) => !known.has(table))).toEqual([]);
});

test('an export holds all that was told and done, and no secret', async () => {
  const { bench, lead, owner } = await full();
  const shown = read(owner.hands.exportLead(lead));
  expect(shown['tables']).toMatchObject({
    leads: [{ email, attributes: { name } }],
    notes: [{ text: `About ${name}` }],
    occurrences: [{ what: 'p:/pricing' }],
    handoffs: [{ verdict: 'accepted' }],
  });
  const tables = z.record(z.string(), z.array(z.unknown())).parse(shown['tables']);
  // Judged, put aside, never finished, added by sales.
  expect(tables['submissions']).toHaveLength(4);
  expect(tables['deliveries']?.length).toBeGreaterThan(2);
  const text = JSON.stringify(shown);
  for (const row of bench.sql.all(`SELECT token FROM visitors UNION SELECT secret FROM submissions`))
    expect(text).not.toContain(String(row['token']));
  expect(owner.hands.exportLead('lead_none').kind).toBe('unknown');
});

test('an export tells of a chat that it was told to, and not the address that opens it', () => {
  const bench = nodeDesk();
  const url = 'https://hooks.slack.com/services/T0/B0/opens';
  const chat = { id: 'chat', kind: 'slack', url, on: ['lead.received'] };
  expect(bench.desk.importWorkspace({ ...smallWorkspace, destinations: [chat] })).toMatchObject({ ok: true });
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10', role: 'other' })));
  const exported = JSON.stringify(
    read(bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.exportLead(leadOf(bench, email).id)),
  );
  expect(exported).toContain('https://hooks.slack.com/…');
  expect(exported).not.toContain('opens');
});

test('once erased nothing of a person is anywhere, others are untouched, and the ledger still adds up', async () => {
  const { bench, lead, owner } = await full();
  const escalations = bench.sql.all(
    `SELECT * FROM escalations WHERE handoff IN
    (SELECT h.id FROM handoffs h JOIN leads l ON l.id = h.lead WHERE l.email = ?)`,
    email,
  );
  const changes = bench.sql.all(
    `SELECT * FROM score_changes WHERE lead = (SELECT id FROM leads WHERE email = ?)`,
    email,
  );
  expect([escalations.length > 0, changes.length > 0]).toEqual([true, true]);
  const before = read(owner.hands.ledger({ from: null, to: null }))['total'];
  expect(before).toMatchObject({ accepted: 4, erased: 0, balanced: true });
  expect(read(owner.hands.erase(lead))).toMatchObject({
    lead,
    erased: {
      leads: 1,
      submissions: 4,
      notes: 1,
      handoffs: 1,
      escalations: escalations.length,
      score_changes: changes.length,
      occurrences: 1,
      companies: 0,
    },
  });
  const tables = bench.sql.all(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  for (const { name: table } of tables) {
    const text = JSON.stringify(bench.sql.all(`SELECT * FROM "${String(table)}"`));
    expect(text, String(table)).not.toContain(email);
    expect(text, String(table)).not.toContain(name);
  }
  expect(read(owner.hands.ledger({ from: null, to: null }))['total']).toMatchObject({
    accepted: 4,
    erased: 3,
    balanced: true,
  });
  expect(allLeads(bench)).toMatchObject([{ email: 'bob@engines.example' }]);
  expect(owner.hands.erase(lead).kind).toBe('unknown');
  const erasure = expect.objectContaining({ action: 'lead.erased', subject: lead });
  expect(bench.desk.changes({ limit: 50 })).toContainEqual(erasure);
});

test('what is on its way to a person’s owner when they are erased ends quietly', async () => {
  const { bench, lead, owner } = await full();
  bench.answer = () => ({ ok: false, code: 'timeout', status: null });
  owner.hands.writeNote(lead, { text: 'Wait', to: 'sales', field: null });
  await bench.settle();
  owner.hands.erase(lead);
  bench.answer = () => ({ ok: true, status: 200 });
  const sent = bench.sent.length;
  await bench.runUntil(bench.now + 3_600_000);
  expect(bench.sent).toHaveLength(sent);
  expect(bench.sql.all(`SELECT 1 FROM due WHERE kind = 'delivery'`)).toEqual([]);
});

const small = { size: '1-10', role: 'other' };
const handsOf = (bench: NodeDesk, workspace = 'main') => bench.desk.as({ kind: 'owner', workspace }).hands;

/** Leads of whom one's address ends as another's begins, and something of the longer that the audit tells. */
function namesakes(): NodeDesk {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  for (const told of ['ann@engines.example', 'joann@engines.example', 'jo@post.example']) {
    stored(bench.desk.intake.submit(arrivalOf({ email: told, ...small })));
    bench.now += 20_000;
  }
  handsOf(bench).merge(leadOf(bench, 'joann@engines.example').id, leadOf(bench, 'jo@post.example').id);
  return bench;
}

test('an export shows nothing of whoever has an address that only ends like theirs', () => {
  const bench = namesakes();
  const answer = handsOf(bench).exportLead(leadOf(bench, 'ann@engines.example').id);
  expect(JSON.stringify(answer)).not.toContain('joann@engines.example');
});

test('an erasure leaves what is on record of whoever has an address that only ends like theirs', () => {
  const bench = namesakes();
  handsOf(bench).erase(leadOf(bench, 'ann@engines.example').id);
  const [row] = bench.sql.all(`SELECT before, after FROM audit WHERE action = 'lead.merged'`);
  expect(row?.['after']).not.toBeNull();
});

test('an erasure leaves what is on record of the workspace’s own people', () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  // Somebody typed the end of a colleague's address.
  stored(bench.desk.intake.submit(arrivalOf({ email: 'p@baton.example', ...small })));
  const told = () =>
    bench.sql.all(
      `SELECT count(*) AS many FROM audit WHERE after IS NOT NULL AND action <> 'lead.erased'`,
    )[0]?.['many'];
  const before = told();
  handsOf(bench).erase(leadOf(bench, 'p@baton.example').id);
  expect(told()).toBe(before);
});

test.each([
  ['ann@engines.example', true],
  ['Ask Ann (Ann@Engines.example).\nToday', true],
  ['first\nann@engines.example, then others', true],
  ['joann@engines.example, ann@engines.example', true],
  ['jo.ann@engines.example', false],
  ['ann@engines.example.org', false],
  ['ann@engines.examples', false],
])('what the audit says in “%s” is about Ann: %s', (said, isAbout) => {
  const bench = namesakes();
  bench.sql.run(`UPDATE audit SET after = ? WHERE action = 'lead.merged'`, JSON.stringify({ says: [said] }));
  const { tables } = read(handsOf(bench).exportLead(leadOf(bench, 'ann@engines.example').id));
  expect(JSON.stringify(tables).includes(JSON.stringify(said).slice(1, -1))).toBe(isAbout);
});

test.each(['main', 'north-2'])(
  'an export lets nobody answer for sales, in workspace %s',
  async (workspace) => {
    const bench = nodeDesk();
    if (workspace !== 'main') bench.desk.beWorkspace(workspace);
    bench.desk.importWorkspace(smallWorkspace);
    stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 12 })));
    // Nobody answers, so the mail that asks why it was late goes out as well.
    await bench.runUntil(bench.now + 4 * 86_400_000);
    const links = /\/v\/(?:[\w-]+~)?[\w-]+\.[\w-]+/g;
    const sent = bench.sql.all(`SELECT body FROM deliveries`).map((row) => String(row['body']));
    expect(sent.filter((body) => body.match(links) !== null).length).toBeGreaterThan(1);
    const answer = JSON.stringify(handsOf(bench, workspace).exportLead(leadOf(bench, email).id));
    expect(answer).toContain('/v/…');
    expect(answer.match(links)).toBeNull();
  },
);
