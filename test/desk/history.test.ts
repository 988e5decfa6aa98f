// Past leads as they come in: their own times, nobody told, nothing taken twice, what is newer stays, and the books balance.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyMapSchema } from '../../apps/worker/src/desk/history/history-map.ts';
import { inboxShape } from '../../apps/worker/src/openapi/inbox-shapes.ts';
import { arrivalOf, mondayMorning, type NodeDesk } from './desk-on-node.ts';
import {
  begin,
  bench,
  day,
  hands,
  importAll,
  ledgerIsBalanced,
  map,
  owner,
  rowsOf,
  stepsOf,
  table,
  told,
  unagreed,
} from './past-leads.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allLeads, leadOf, stored } from './views.ts';
import { wholeInbox } from './whole-inbox.ts';

test('rows keep their own times and verdicts; the others are told by line and column', () => {
  const made = bench();
  const result = importAll(made);
  expect(result).toMatchObject({ state: 'done', next: 10, taken: 6, known: 0, bad: 4 });
  expect(result.pieceErrors.map(({ line, column, code }) => [line, column, code])).toEqual([
    [8, 'Size', 'unreadable'],
    [9, 'Created', 'not_an_instant'],
    [9, 'Stage', 'unknown_outcome'],
    [10, 'Amount', 'not_an_amount'],
    [11, 'Created', 'in_future'],
    [11, 'Id', 'required'],
  ]);
  expect(leadOf(made, 'ada@one.example')).toMatchObject({
    attributes: { name: 'Ada', company_size: '51-500' },
    stage: 'won',
    owner: { email: 'ann@baton.example' },
    visit: { utm_source: 'google' },
    handoffs: [{ owner: 'ann@baton.example', verdict: { kind: 'accepted' }, deadline: null }],
    submissions: [{ form: 'origin:history', state: 'handed_off' }],
  });
  // Accepted and won: what lies between is not missing when it is counted.
  expect(stepsOf(made, 'ada@one.example')).toMatchObject([
    { stage: 'mql', at: '2025-03-01T10:00:00.000Z' },
    { stage: 'sal', at: '2025-03-01T12:00:00.000Z' },
    { stage: 'contacted', at: '2025-03-01T12:00:00.001Z' },
    { stage: 'sql', at: '2025-04-10T00:00:00.000Z' },
    { stage: 'opportunity', at: '2025-04-10T00:00:00.001Z' },
    { stage: 'won', at: '2025-04-10T00:00:00.002Z' },
  ]);
  expect(leadOf(made, 'ben@two.example')).toMatchObject({
    stage: 'lead',
    handoffs: [{ verdict: { kind: 'rejected', reason: 'too small', at: '2025-03-04T00:00:00.000Z' } }],
  });
  expect(leadOf(made, 'fay@six.example')).toMatchObject({
    handoffs: [],
    submissions: [{ state: 'nurture' }],
  });
  ledgerIsBalanced(made);
});

test('nobody is told, nothing is due, and nobody has what nobody here has', async () => {
  const made = bench();
  importAll(made);
  await made.runUntil(mondayMorning + 30 * day);
  expect(made.sent).toEqual([]);
  expect(made.sql.all(`SELECT * FROM deliveries`)).toEqual([]);
  expect(made.sql.all(`SELECT * FROM escalations`)).toEqual([]);
  expect(made.sql.all(`SELECT 1 FROM handoffs WHERE verdict IS NULL AND ended_at IS NULL`)).toEqual([]);
  expect(leadOf(made, 'dee@four.example')).toMatchObject({ stage: 'opportunity' });
  expect(leadOf(made, 'eve@five.example')).toMatchObject({ stage: 'lead', owner: null });
  // What nobody here works on is handed over as soon as it comes anew; what Ann works on stays hers.
  for (const email of ['eve@five.example', 'dee@four.example'])
    stored(made.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 3 })));
  expect(leadOf(made, 'eve@five.example')).toMatchObject({
    stage: 'mql',
    submissions: [{}, { state: 'handed_off' }],
  });
  expect(leadOf(made, 'dee@four.example')).toMatchObject({ submissions: [{}, { state: 'in_hand' }] });
});

test('past leads stand in the inbox by when they came, page by page, whatever came before them', () => {
  const made = bench();
  const now = { email: 'now@today.example', name: 'Nora', size: '51-500', role: 'manager', team: 3 };
  stored(made.desk.intake.submit(arrivalOf(now)));
  importAll(made);
  const listed = (sort: 'newest' | 'oldest' | 'deadline'): readonly string[] => {
    const names: string[] = [];
    for (let before: string | null = null; ;) {
      const query = { ...wholeInbox, sort, before, limit: 2 };
      const answer = made.desk.as(owner).inbox.list(query);
      const { page } = inboxShape().parse(answer.kind === 'done' ? JSON.parse(answer.text) : null);
      names.push(...(page?.rows ?? []).map(({ name }) => name));
      before = page?.rows.at(-1)?.place ?? null;
      if (page?.more !== true) return names;
    }
  };
  const newest = listed('newest');
  expect(newest).toEqual(['Nora', 'Fay', 'Eve', 'Dee', 'Cy', 'Ben', 'Ada']);
  expect(listed('oldest')).toEqual(newest.toReversed());
  // Who waits for an answer comes first, then the rest in the same order.
  expect(listed('deadline')).toEqual(newest);
});

test('leads of history are scored by the agreement in force, and by the one that comes into force later', async () => {
  const made = bench();
  importAll(made);
  expect(leadOf(made, 'ada@one.example').score).toBeNull();
  await made.runUntil(mondayMorning + 1000);
  expect(leadOf(made, 'ada@one.example')).toMatchObject({ score: { total: 40 }, agreement: { version: 1 } });

  const later = bench(unagreed);
  importAll(later);
  await later.runUntil(mondayMorning + 1000);
  expect(leadOf(later, 'ada@one.example')).toMatchObject({ score: null, agreement: null });
  later.desk.importWorkspace(smallWorkspace);
  await later.runUntil(mondayMorning + 2000);
  expect(leadOf(later, 'ada@one.example')).toMatchObject({ score: { total: 40 } });
  expect(later.sent).toEqual([]);
  expect(leadOf(later, 'fay@six.example')).toMatchObject({ submissions: [{ state: 'nurture' }] });
});

test('what is newer stays: history only fills gaps, and does not move whom somebody works on', () => {
  const made = bench();
  stored(
    made.desk.intake.submit(arrivalOf({ email: 'ada@one.example', size: '11-50', role: 'manager', team: 3 })),
  );
  const before = leadOf(made, 'ada@one.example');
  expect(before).toMatchObject({ stage: 'mql', handoffs: [{ verdict: null }] });
  importAll(made);
  const after = leadOf(made, 'ada@one.example');
  expect(after).toMatchObject({
    id: before.id,
    stage: 'mql',
    owner: before.owner,
    createdAt: '2025-03-01T09:00:00.000Z',
    attributes: { name: 'Ada', company_size: '11-50', role: 'manager' },
  });
  expect(after.handoffs).toHaveLength(2);
  expect(after.submissions.map(({ state }) => state)).toEqual(['handed_off', 'handed_off']);
  ledgerIsBalanced(made);
});

test.each(['2025-03-05', '2028-01-01'])(
  'a past row of %s under another address of a lead leaves the lead its own address and company',
  (created) => {
    const made = bench();
    const [main, other] = ['ada@engines.example', 'ada@other.example'];
    for (const email of [main, other]) {
      stored(made.desk.intake.submit(arrivalOf({ email, size: '1-10', role: 'other' })));
      made.now += 60_000;
    }
    made.desk.as(owner).hands.merge(leadOf(made, main).id, leadOf(made, other).id);
    made.now = Date.parse('2028-02-01T09:00:00Z');
    const past = { attributes: { email: 'Mail', name: 'Name' }, times: { created: 'Created' } };
    expect(importAll(made, `Mail;Name;Created\n${other};Ada;${created}`, past)).toMatchObject({ taken: 1 });
    expect(leadOf(made, main)).toMatchObject({
      company: { domain: 'engines.example' },
      attributes: { email: main, company_domain: 'engines.example', name: 'Ada' },
    });
  },
);

test('a past row stands for what was told before it, though something else was told since', () => {
  const made = bench();
  const past = {
    attributes: { email: 'Mail', name: 'Name', company_size: 'Size' },
    times: { created: 'Created' },
  };
  importAll(made, 'Mail;Name;Size;Created\nben@two.example;B;1-10;2025-03-01', past);
  importAll(made, 'Mail;Name;Created\nben@two.example;Ben;2025-05-01', {
    ...past,
    attributes: { email: 'Mail', name: 'Name' },
  });
  importAll(made, 'Mail;Name;Size;Created\nben@two.example;C;51-500;2025-04-01', past);
  expect(leadOf(made, 'ben@two.example').attributes).toMatchObject({ name: 'Ben', company_size: '51-500' });
});

test('a table that tells no verdicts says nothing of how much is accepted', () => {
  const made = bench();
  const csv = 'Mail,Won,Day\na@one.example,1,2025-01-02\nb@two.example,0,2025-01-02\n';
  const given = {
    attributes: { email: 'Mail' },
    outcome: { column: 'Won', values: { 1: 'won', 0: 'lost' } },
    times: { created: 'Day' },
  };
  expect(importAll(made, csv, given)).toMatchObject({ taken: 2 });
  expect(leadOf(made, 'a@one.example')).toMatchObject({
    stage: 'won',
    handoffs: [],
    submissions: [{ state: 'nurture' }],
  });
  expect(stepsOf(made, 'b@two.example')).toMatchObject([{ stage: 'lost' }]);
  expect(made.sql.all(`SELECT dated FROM stage_changes`)).toEqual([{ dated: 0 }, { dated: 0 }]);
});

test('a table without a day takes the one that is told, and none without it', () => {
  const made = bench();
  const csv = 'Mail\na@one.example\n';
  expect(importAll(made, csv, { attributes: { email: 'Mail' } })).toMatchObject({
    bad: 1,
    pieceErrors: [{ line: 2, code: 'no_time' }],
  });
  expect(importAll(made, csv, { attributes: { email: 'Mail' }, day: '2025-06-01' })).toMatchObject({
    taken: 1,
  });
  expect(leadOf(made, 'a@one.example')).toMatchObject({ createdAt: '2025-06-01T00:00:00.000Z' });
});

test('a map that names what is not there is refused, and nothing is begun', () => {
  const made = bench();
  const { header } = rowsOf(table);
  const given = historyMapSchema.parse({
    attributes: { name: 'Nmae', shoe: 'Size', company_size: { column: 'Size', values: { x: 'huge' } } },
    times: { closed: 'End' },
    key: 'Number',
    day: '2030-01-01',
  });
  expect(hands(made).start({ name: 'x', digest: 'd', rows: 1, header, map: given })).toMatchObject({
    kind: 'invalid',
    issues: [
      { code: 'unknown_column', path: ['map', 'attributes', 'name'] },
      { code: 'unknown_attribute', path: ['map', 'attributes', 'shoe'] },
      { code: 'required', path: ['map', 'attributes', 'email'] },
      { code: 'unknown_value', path: ['map', 'attributes', 'company_size', 'values', 'x'] },
      { code: 'unknown_column', path: ['map', 'times', 'closed'] },
      { code: 'unknown_column', path: ['map', 'key'] },
      { code: 'in_future', path: ['map', 'day'] },
    ],
  });
  expect(hands(made).imports()).toMatchObject({ kind: 'done', text: '{"imports":[]}' });
});

test('a look beforehand says the same of every row, and writes nothing', () => {
  const made = bench();
  const { header, rows } = rowsOf(table);
  const checked = hands(made).check(historyMapSchema.parse(map), header, rows);
  expect(checked).toMatchObject({ ok: true, good: 6 });
  expect(allLeads(made)).toEqual([]);
  expect(checked.ok && checked.errors).toEqual(importAll(made).pieceErrors);
});

/** Everything but ids, which are minted. */
function written(made: NodeDesk): unknown {
  return [
    made.sql.all(
      `SELECT email, attributes, stage, owner, created_at, rejected_at, forms, ledger FROM leads ORDER BY email`,
    ),
    made.sql.all(`SELECT secret, answers, state, at FROM submissions ORDER BY secret`),
    made.sql.all(`SELECT owner, at, verdict, verdict_at, reason FROM handoffs ORDER BY at, owner`),
    made.sql.all(
      `SELECT l.email, s.at, s.stage, s.dated FROM stage_changes s JOIN leads l ON l.id = s.lead ORDER BY 1, 2`,
    ),
    made.sql.all(`SELECT * FROM accepted ORDER BY day`),
  ];
}

test('however a connection breaks, pieces that come again change nothing, and all comes in once', () => {
  const whole = bench();
  importAll(whole);
  const { rows } = rowsOf(table);
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          size: fc.integer({ min: 1, max: 4 }),
          again: fc.integer({ min: 0, max: 6 }),
          crash: fc.boolean(),
        }),
        {
          minLength: 10,
          maxLength: 10,
        },
      ),
      (plan) => {
        let made = bench();
        const id = begin(made);
        let next = 0;
        for (const { size, again, crash } of plan) {
          if (crash) made = made.restart();
          // The reply was lost: the browser goes on from where it last heard of.
          const from = Math.max(0, next - again);
          next = told(hands(made).take(id, from, rows.slice(from, next + size))).next;
        }
        expect(begin(made) === id || next === rows.length).toBe(true);
        expect(written(made)).toEqual(written(whole));
      },
    ),
    { numRuns: 15 },
  );
});

test('a piece that leaves rows out is refused, with where to go on', () => {
  const made = bench();
  const id = begin(made);
  expect(hands(made).take(id, 3, rowsOf(table).rows.slice(3))).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'not_next', params: { next: 0 } }],
  });
});

test('the table again, corrected, brings only what was missing; what was begun goes on', () => {
  const made = bench();
  const id = begin(made);
  expect(begin(made)).toBe(id);
  importAll(made);
  const corrected = table.replace(
    'hal@eight.example;Hal;;Sleeping;2025-13-05',
    'hal@eight.example;Hal;;New;2025-12-05',
  );
  expect(importAll(made, corrected)).toMatchObject({ taken: 1, known: 6, bad: 3 });
});

test('an import that is taken back leaves what was there, and the ledger still adds up', () => {
  const made = bench();
  stored(
    made.desk.intake.submit(arrivalOf({ email: 'ben@two.example', size: '1-10', role: 'other', team: 3 })),
  );
  const [before] = [made.sql.all(`SELECT email, stage, forms FROM leads`)];
  const { id } = importAll(made);
  const back = hands(made).takeBack(id);
  expect(back).toMatchObject({ kind: 'done', text: JSON.stringify({ id, left: 0 }) });
  expect(made.sql.all(`SELECT email, stage, forms FROM leads`)).toEqual(before);
  for (const name of ['handoffs', 'stage_changes', 'history_rows'])
    expect(made.sql.all(`SELECT * FROM ${name}`), name).toEqual([]);
  ledgerIsBalanced(made);
  expect(hands(made).take(id, 0, rowsOf(table).rows)).toMatchObject({ kind: 'refused' });
  expect(importAll(made)).toMatchObject({ taken: 6, known: 0 });
});
