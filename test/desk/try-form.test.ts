// A try says what a real submission then gets, whatever came before, and leaves nothing behind.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import { occurrencesOf } from '../../apps/worker/src/desk/judging.ts';
import type { Tried } from '../../apps/worker/src/desk/tried.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';

const saved = { document: undefined, revision: null };

function tried(
  bench: NodeDesk,
  arrival: Arrival,
  known: Readonly<Record<string, unknown>> | null = null,
  document?: unknown,
): Tried {
  const answer = bench.desk.forms.tryOut('demo', { ...saved, document }, { arrival, known });
  if (answer?.kind !== 'tried') throw new Error(JSON.stringify(answer));
  const result: Tried = JSON.parse(answer.text);
  return result;
}

/** Every row of every table, a text for each. */
function everything(sql: Sql): unknown {
  const tables = sql.all(`SELECT name, sql FROM sqlite_master ORDER BY name`);
  return tables.map(({ name, sql: made }) => [
    name,
    made,
    String(made).startsWith('CREATE TABLE') ? JSON.stringify(sql.all(`SELECT * FROM ${String(name)}`)) : '',
  ]);
}

/** What was decided on a submission that really came. */
function decided(bench: NodeDesk, arrival: Arrival): Readonly<Record<string, unknown>> {
  const isKnown = (email: unknown): boolean =>
    bench.sql.all(`SELECT 1 FROM leads WHERE email = ?`, String(email)).length > 0;
  const isNew = !isKnown(arrival.answers['email']);
  const lines = bench.lines.length;
  const submitted = bench.desk.intake.submit(arrival);
  if (submitted.kind === 'invalid') return { issues: submitted.issues, state: null, reply: null };
  if (submitted.kind !== 'stored') throw new Error(submitted.kind);
  const line = bench.lines.slice(lines).find(({ baton }) => baton === 'decision');
  if (line?.baton !== 'decision') throw new Error('Nothing was decided.');
  const { score, tier, state, owner, deadline, why } = line;
  const { outcome } = JSON.parse(submitted.reply);
  return { issues: [], score, tier, state, owner, deadline, why, isNew, outcome };
}

const routedToOwners = {
  ...smallWorkspace,
  people: smallWorkspace.people.map((one) => ({ ...one, capacity: 2 })),
  agreement: {
    ...smallWorkspace.agreement,
    handoff: {
      ...smallWorkspace.agreement.handoff,
      requires: { combinator: 'and', rules: [{ field: 'lead.name', operator: 'notNull', value: null }] },
    },
    routing: { ...smallWorkspace.agreement.routing, keepOwner: true },
  },
};

type Event = {
  readonly email: string;
  readonly size: string | undefined;
  readonly role: string | undefined;
  readonly team: number | string | undefined;
  readonly name: string | undefined;
  readonly path: string | null;
  readonly wait: number;
  readonly isKnown: boolean;
};

const event: fc.Arbitrary<Event> = fc.record({
  email: fc.constantFrom('a@x.example', 'b@x.example', 'c@gmail.com', 'd@x.example', 'none'),
  size: fc.constantFrom('1-10', '11-50', '51-500', undefined),
  role: fc.constantFrom('manager', 'student', 'other', undefined),
  team: fc.constantFrom(7, 'many', undefined),
  name: fc.constantFrom('N', undefined),
  path: fc.constantFrom('/pricing', '/blog/a', null),
  // An imagined visitor is another browser: nobody has pressed twice.
  wait: fc.integer({ min: 11, max: 200_000 }),
  isKnown: fc.boolean(),
});

/** What they saw at their first visit is what makes them hot at their second. */
const cameBack: Event[] = [false, true].map((isKnown) => ({
  email: 'c@gmail.com',
  size: isKnown ? '51-500' : '1-10',
  role: 'manager',
  team: 7,
  name: 'N',
  path: '/pricing',
  wait: 11,
  isKnown,
}));

test.each([
  ['an agreement', smallWorkspace],
  ['owners, limits and a demand', routedToOwners],
  ['no agreement in force', unsigned()],
])('with %s, the try is what comes of it, and nothing is left of it', (_, workspace) => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), (events) => {
      const bench = nodeDesk();
      expect(bench.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
      const visitors = new Map<string, string>();
      for (const { path, wait, isKnown, ...given } of events) {
        bench.now += wait * 1000;
        const answers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const token = isKnown ? (visitors.get(given.email) ?? null) : null;
        const behaviours = path === null || token !== null ? [] : [{ path, at: bench.now - 1000 }];
        const arrival = arrivalOf(answers, { visitor: token, behaviours });
        const row = bench.sql.all(`SELECT lead, attributes FROM visitors WHERE token = ?`, token)[0];
        const known: Record<string, unknown> | null =
          row === undefined ? null : JSON.parse(String(row['attributes']));
        // Whoever is imagined to come back has told this, and has done that.
        const done = row === undefined ? behaviours : occurrencesOf(bench.sql, Number(row['lead']), token);
        const imagined = { ...arrival, visitor: null, behaviours: done };

        const before = everything(bench.sql);
        const told = { sent: bench.sent.length, lines: bench.lines.length, wakeAt: bench.wakeAt };
        const first = tried(bench, imagined, known);
        const again = tried(bench, imagined, known);
        expect(everything(bench.sql)).toEqual(before);
        expect({ sent: bench.sent.length, lines: bench.lines.length, wakeAt: bench.wakeAt }).toEqual(told);
        expect(again).toEqual({ ...first, reply: again.reply });

        const { outcome, ...real } = decided(bench, arrival);
        expect(first).toMatchObject(real);
        expect(Object(first.reply)['outcome']).toEqual(outcome);
        const { score, because, qualified } = first;
        if (score !== null) {
          expect(score.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
          expect(because.length === 0).toBe(qualified);
        }
        const kept = bench.sql.all(
          `SELECT s.visitor, l.email FROM submissions s JOIN leads l ON l.id = s.lead WHERE s.secret = ?`,
          arrival.secret,
        )[0];
        if (kept !== undefined) visitors.set(given.email, String(kept['visitor']));
      }
    }),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 8), examples: [[cameBack]] },
  );
});

test('unfinished answers are worth what they say so far, before anybody has given an address', () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  const early = (answers: Record<string, unknown>, known: Record<string, unknown> | null = null) =>
    tried(bench, arrivalOf(answers, { final: false }), known);
  expect(early({})).toMatchObject({ issues: [], score: { total: 0 }, tier: 'nurture', qualified: false });
  expect(early({ size: '11-50', role: 'manager' })).toMatchObject({
    score: { total: 60 },
    tier: 'mql',
    qualified: true,
    state: 'handed_off',
  });
  expect(early({ email: 'wrong', size: '11-50' })).toMatchObject({
    issues: [{ code: 'not_email', path: ['answers', 'email'] }],
    score: { total: 40 },
    because: [{ kind: 'tier', tier: 'nurture', needed: 'mql', missing: 10 }],
  });
  expect(early({ role: 'manager' }, { company_size: '11-50', nonsense: 1 })).toMatchObject({
    score: { total: 60 },
    next: { skip: ['size'] },
  });
});

test('a form that asks for proof of work is tried as by a person; what the trap caught is put aside', () => {
  const bench = nodeDesk();
  const [form] = smallWorkspace.forms;
  const guarded = { ...form, protection: { proofOfWork: true, minSeconds: 5, maxPerHour: 1 } };
  bench.desk.importWorkspace({ ...smallWorkspace, forms: [guarded] });
  const arrival = arrivalOf({ email: 'a@x.example', size: '11-50' });
  expect(tried(bench, arrival)).toMatchObject({ state: 'nurture' });
  expect(tried(bench, { ...arrival, trapped: true })).toMatchObject({ state: 'quarantined', score: null });
});

test('a document that nobody has saved is tried by what it says, with conditions and outcomes of its own', () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  const [form] = smallWorkspace.forms;
  const show = { kind: 'message', title: 'Hello', text: '' };
  const document = { ...form, outcomes: [{ id: 'hello', show }] };
  const arrival = arrivalOf({ email: 'a@x.example', size: '51-500', role: 'manager', team: 3 });
  expect(Object(tried(bench, arrival, null, document).reply)['outcome']).toMatchObject({ id: 'hello' });
  const unborn = { ...document, id: 'unborn' };
  const answer = bench.desk.forms.tryOut('unborn', { ...saved, document: unborn }, { arrival, known: null });
  expect(answer).toMatchObject({ kind: 'tried' });
  expect(bench.desk.published('unborn')).toBeNull();
  expect(bench.desk.forms.tryOut('unborn', saved, { arrival, known: null })).toBeNull();
});
