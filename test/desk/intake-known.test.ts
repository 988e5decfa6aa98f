// Whether a submission is put down or written at once shows in how long its answer takes: nothing that others have told of
// its address may decide it.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const workspace = {
  ...smallWorkspace,
  destinations: smallWorkspace.destinations.filter(({ on }) => !on.includes('lead.received')),
};

/** Whoever asks for handoffs and for changes of stage is told at once. */
const told = {
  ...workspace,
  destinations: [
    ...workspace.destinations,
    { id: 'stages', kind: 'webhook', url: 'https://log.example/stages', on: ['lead.stage_changed'] },
  ],
};

const poor = { size: '1-10', role: 'other' } as const;
const good = { size: '51-500', role: 'manager', team: 12 } as const;

function ready(of: object = workspace): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(of)).toMatchObject({ ok: true });
  return bench;
}

/** Takes it, and says whether it was put down; a minute later, and with nothing waiting. */
async function isPutDown(bench: NodeDesk, answers: Readonly<Record<string, unknown>>): Promise<boolean> {
  bench.now += 60_000;
  bench.desk.intake.file();
  const arrival = arrivalOf(answers);
  const put = bench.desk.intake.putDown(arrival);
  if (put === null) bench.desk.intake.deliver(bench.desk.intake.takeIn(arrival).posted);
  bench.desk.intake.file();
  await bench.settle();
  return put !== null;
}

const owner = { kind: 'owner', workspace: 'main' } as const;
type Verdict = Parameters<ReturnType<NodeDesk['desk']['as']>['hands']['verdict']>[1];

async function judged(bench: NodeDesk, email: string, verdict: Verdict): Promise<void> {
  await isPutDown(bench, { email, ...good });
  const [row] = bench.sql.all(`SELECT public_id FROM handoffs`);
  const answer = bench.desk.as(owner).hands.verdict(String(row?.['public_id']), verdict);
  expect(answer).toMatchObject({ kind: 'done' });
}

const pasts: Readonly<Record<string, (bench: NodeDesk, email: string) => Promise<unknown>>> = {
  'nobody knows': async () => undefined,
  'sent once': (bench, email) => isPutDown(bench, { email, ...poor }),
  'sent often': async (bench, email) => {
    for (let time = 0; time < 5; time += 1) await isPutDown(bench, { email, ...poor, size: '11-50' });
  },
  'is with sales': (bench, email) => isPutDown(bench, { email, ...good }),
  'was accepted': (bench, email) => judged(bench, email, { kind: 'accepted' }),
  'was rejected': (bench, email) =>
    judged(bench, email, { kind: 'rejected', reason: 'too_small', note: null }),
  'is another address of one who is known': async (bench, email) => {
    for (const each of ['eve@x.example', email]) await isPutDown(bench, { email: each, ...poor });
    const ids = bench.sql.all(`SELECT public_id FROM leads WHERE email <> 'first@x.example' ORDER BY id`);
    const [main = '', other = ''] = ids.map((row) => String(row['public_id']));
    expect(bench.desk.as(owner).hands.merge(other, main)).toMatchObject({ kind: 'done' });
  },
};

test.each(Object.entries(pasts))(
  'what is not handed off is put down, whoever’s address it has: one who %s',
  async (_, past) => {
    const bench = ready();
    // The first one reads the documents.
    await isPutDown(bench, { email: 'first@x.example', ...poor });
    await past(bench, 'ada@x.example');
    expect(await isPutDown(bench, { email: 'ada@x.example', ...poor })).toBe(true);
    const stored = bench.sql.all(
      `SELECT 1 FROM submissions WHERE answers LIKE '%ada@x.example%' AND final = 1`,
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(bench.sql.all(`SELECT id FROM intake`)).toEqual([]);
  },
);

/** What else a handoff may ask, as agreements and workspaces have it. */
const houses: Readonly<Record<string, object>> = {
  'teams take turns': told,
  'people have a capacity': {
    ...told,
    people: told.people.map((person) => (person.party === 'sales' ? { ...person, capacity: 50 } : person)),
  },
  'colleagues come to the same person': {
    ...told,
    agreement: { ...told.agreement, routing: { ...told.agreement.routing, keepOwner: true } },
  },
  'the form is guarded': {
    ...told,
    forms: told.forms.map((form) => ({ ...form, protection: { minSeconds: 5, maxPerHour: 50 } })),
  },
  'nobody is there': {
    ...told,
    people: told.people.map((person) =>
      person.party === 'sales' ? { ...person, away: [{ from: '2026-01-01', to: '2028-01-01' }] } : person,
    ),
  },
};

test.each(
  Object.entries(houses).flatMap(([house, of]) =>
    Object.entries(pasts).map(([name, past]) => [house, name, of, past] as const),
  ),
)('what qualifies is put down as well where %s, for one who %s', async (_, __, of, past) => {
  const bench = ready(of);
  await isPutDown(bench, { email: 'first@x.example', ...poor });
  await past(bench, 'ada@x.example');
  const before = bench.sql.all(`SELECT id FROM handoffs`).length;
  expect(await isPutDown(bench, { email: 'ada@x.example', ...good })).toBe(true);
  expect(await isPutDown(bench, { email: 'new@y.example', ...good })).toBe(true);
  expect(bench.sql.all(`SELECT id FROM handoffs`).length).toBeGreaterThan(before);
});

test('whoever sends again under another address, while the first waits, is judged by both', async () => {
  const bench = ready();
  await pasts['is another address of one who is known']?.(bench, 'ada@x.example');
  bench.now += 60_000;
  expect(
    bench.desk.intake.putDown(arrivalOf({ email: 'ada@x.example', ...poor, role: 'student' })),
  ).not.toBeNull();
  const again = arrivalOf({ email: 'eve@x.example', size: '11-50' });
  expect(bench.desk.intake.putDown(again)).toBeNull();
  bench.desk.intake.deliver(bench.desk.intake.takeIn(again).posted);
  const [lead] = bench.sql.all(`SELECT attributes FROM leads WHERE email = 'ada@x.example'`);
  expect(JSON.parse(String(lead?.['attributes']))).toMatchObject({ role: 'student', company_size: '11-50' });
});
