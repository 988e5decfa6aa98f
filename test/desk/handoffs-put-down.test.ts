// Handoffs that are put down and not filed yet: each goes to whoever it would have gone to, and is told before it is filed.
import { expect, test } from 'vitest';
import type { SendResult } from '../../apps/worker/src/channels/channel.ts';
import type { Posted } from '../../apps/worker/src/desk/outbox.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import { clockwork } from './clockwork.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf } from './views.ts';

const good = { size: '51-500', role: 'manager', team: 12 } as const;
const owner = { kind: 'owner', workspace: 'main' } as const;
const crm = smallWorkspace.destinations.slice(0, 1);

function ready(more: object = {}, mail = false, door?: (sql: Sql) => Sql): NodeDesk {
  const bench = nodeDesk({ mail, ...(door === undefined ? {} : { door }) });
  const workspace = { ...smallWorkspace, destinations: crm, ...more };
  expect(bench.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
  // The first one reads the documents.
  expect(bench.desk.intake.submit(arrivalOf({ email: 'first@x.example', size: '1-10' })).kind).toBe('stored');
  return bench;
}

/** Puts down a handoff of somebody new, and gives what is to be delivered; nothing is filed by it. */
function handOff({ desk }: NodeDesk, email: string): readonly Posted[] {
  const before = desk.intake.unfiled;
  const taken = desk.intake.putDown(arrivalOf({ email, ...good }));
  expect(desk.intake.unfiled).toBe(before + 1);
  return taken?.posted ?? [];
}

const owners = ({ sql }: NodeDesk): unknown[] =>
  sql.all(`SELECT owner FROM handoffs ORDER BY id`).map((row) => String(row['owner']).split('@')[0]);

test('a team takes its turns though nothing is filed in between', () => {
  const bench = ready();
  for (let one = 0; one < 10; one += 1) handOff(bench, `p${one}@x${one}.example`);
  expect(bench.desk.intake.unfiled).toBe(10);
  const turns = Array.from({ length: 5 }, () => ['ann', 'bob']).flat();
  expect(owners(bench)).toEqual(turns);
});

test('nobody is given more than their day holds, and all may have as much again the next day', () => {
  const people = smallWorkspace.people.map((person) =>
    person.email.startsWith('ann') ? { ...person, capacity: 1 } : person,
  );
  const bench = ready({ people });
  for (let one = 0; one < 4; one += 1) handOff(bench, `p${one}@x${one}.example`);
  expect(bench.desk.intake.unfiled).toBe(4);
  bench.now += 24 * 3_600_000;
  for (let one = 4; one < 8; one += 1)
    bench.desk.intake.submit(arrivalOf({ email: `p${one}@x${one}.example`, ...good }));
  const given = owners(bench);
  expect([given.slice(0, 4), given.slice(4)].map((day) => day.filter((one) => one === 'ann').length)).toEqual(
    [1, 1],
  );
});

test('somebody who writes to the tables in between is not missed', () => {
  const bench = ready();
  handOff(bench, 'p0@x0.example');
  // Ann was given one; this one is Bob’s too by hand.
  const id = leadOf(bench, 'p0@x0.example').id;
  expect(bench.desk.as(owner).clocks.assign(id, { to: 'bob@baton.example', note: null })).toMatchObject({
    kind: 'done',
  });
  handOff(bench, 'p1@x1.example');
  handOff(bench, 'p2@x2.example');
  expect(owners(bench)).toEqual(['ann', 'bob', 'bob', 'ann']);
});

test('a handoff is told before it is filed, once, and what came of it is filed with it', async () => {
  const bench = ready();
  const posted = handOff(bench, 'ada@x.example');
  let unfiled = 0;
  bench.answer = () => {
    unfiled = bench.desk.intake.unfiled;
    return { ok: true, status: 200 };
  };
  bench.desk.intake.deliver(posted);
  await bench.settle();
  expect(unfiled).toBe(1);
  expect(bench.sent.map(({ id }) => id)).toEqual(posted.map(({ publicId }) => publicId));
  expect(bench.sql.all(`SELECT state, attempts FROM deliveries`)).toEqual([
    expect.objectContaining({ state: 'delivered', attempts: 1 }),
  ]);
  expect(bench.sql.all(`SELECT delivered_at FROM handoffs`)).toEqual([
    expect.objectContaining({ delivered_at: bench.now }),
  ]);
  await bench.runUntil(bench.now + 3_600_000);
  expect(bench.sent).toHaveLength(1);
});

test('a crash between the answer and the first try loses no delivery', async () => {
  const bench = ready();
  const [posted] = handOff(bench, 'ada@x.example');
  const again = bench.restart();
  expect(again.sent).toEqual([]);
  await again.runUntil(again.now + 60_000);
  expect(again.sent.map(({ id }) => id)).toEqual([posted?.publicId]);
});

test('of somebody who is erased before the first try nobody is told', async () => {
  const bench = ready();
  const posted = handOff(bench, 'ada@x.example');
  bench.desk.as(owner).hands.erase(leadOf(bench, 'ada@x.example').id);
  bench.desk.intake.deliver(posted);
  await bench.runUntil(bench.now + 3_600_000);
  expect([bench.sent, bench.sql.all(`SELECT * FROM due WHERE kind = 'delivery'`)]).toEqual([[], []]);
});

test('a try goes to where the destination is by now, and under its secret', async () => {
  const bench = ready();
  const posted = handOff(bench, 'ada@x.example');
  const moved = crm.map((destination) => ({ ...destination, url: 'https://new.example/hook' }));
  expect(bench.desk.importWorkspace({ ...smallWorkspace, destinations: moved })).toMatchObject({ ok: true });
  bench.desk.intake.deliver(posted);
  await bench.settle();
  expect(bench.sent.map(({ target }) => target)).toEqual(['https://new.example/hook']);
});

test('while a destination is paused nothing more of what waits for its lane is tried', async () => {
  const bench = ready();
  const calls: ((result: SendResult) => void)[] = [];
  bench.answer = () =>
    new Promise((resolve) => {
      calls.push(resolve);
    });
  const posted = Array.from({ length: 6 }, (_, one) => handOff(bench, `p${one}@x${one}.example`)).flat();
  bench.desk.intake.deliver(posted);
  await Promise.resolve();
  expect(calls).toHaveLength(1);
  expect(bench.desk.destinations.pause('crm', true, 'owner')).toBe(true);
  calls[0]?.({ ok: true, status: 200 });
  await bench.settle();
  expect(bench.sent).toHaveLength(1);
  bench.answer = () => ({ ok: true, status: 200 });
  expect(bench.desk.destinations.pause('crm', false, 'owner')).toBe(true);
  await bench.runUntil(bench.now + 60_000);
  expect(new Set(bench.sent.map(({ id }) => id))).toEqual(new Set(posted.map(({ publicId }) => publicId)));
  expect(bench.sent).toHaveLength(6);
});

test('nothing leaves for a destination that was paused between the answer and the first try', async () => {
  const bench = ready();
  const posted = handOff(bench, 'ada@x.example');
  expect(bench.desk.destinations.pause('crm', true, 'owner')).toBe(true);
  bench.desk.intake.deliver(posted);
  await bench.runUntil(bench.now + 3_600_000);
  expect(bench.sent).toEqual([]);
  expect(bench.desk.destinations.pause('crm', false, 'owner')).toBe(true);
  await bench.runUntil(bench.now + 60_000);
  expect(bench.sent.map(({ id }) => id)).toEqual(posted.map(({ publicId }) => publicId));
});

test('a new address while a try is under way: nothing is called twice, no more than four at once', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  let atOnce = 0;
  let most = 0;
  bench.answer = async ({ target }) => {
    if (target !== 'https://new.example/hook')
      return clock.after(10_000, { ok: false, code: 'timeout', status: null });
    atOnce += 1;
    most = Math.max(most, atOnce);
    const answer = await clock.after(3_000, { ok: true, status: 200 });
    atOnce -= 1;
    return answer;
  };
  const posted = Array.from({ length: 30 }, (_, one) => handOff(bench, `p${one}@x${one}.example`)).flat();
  bench.desk.intake.deliver(posted);
  await clock.runUntil(bench.now + 5_000);
  expect(bench.sent).toHaveLength(1);
  const moved = crm.map((destination) => ({ ...destination, url: 'https://new.example/hook' }));
  expect(bench.desk.importWorkspace({ format: 1, destinations: moved })).toMatchObject({ ok: true });
  await clock.runUntil(bench.now + 3_600_000);
  expect(most).toBe(4);
  const called = bench.sent.slice(1).map(({ id }) => id);
  expect(called.toSorted()).toEqual(posted.map(({ publicId }) => publicId).toSorted());
});

/** Storage that will not take leads while it is broken. */
function breakable(): { readonly door: (sql: Sql) => Sql; isBroken: boolean } {
  const state = {
    isBroken: false,
    door: (sql: Sql): Sql => ({
      ...sql,
      run: (statement, ...values) => {
        if (state.isBroken && statement.startsWith('INSERT INTO leads')) throw new Error('No.');
        sql.run(statement, ...values);
      },
    }),
  };
  return state;
}

test('a handoff that could not be filed is tried again by the hour, and is told then', async () => {
  const storage = breakable();
  const bench = ready({}, false, storage.door);
  bench.answer = () => ({ ok: false, code: 'http_500', status: 500 });
  const posted = handOff(bench, 'ada@x.example');
  storage.isBroken = true;
  bench.desk.intake.deliver(posted);
  await bench.settle();
  // What came of the try could not be written down, and is not forgotten for that.
  expect(bench.lines.flatMap((line) => (line.baton === 'bug' ? [line.message] : []))).toEqual([
    expect.stringContaining('No.'),
    expect.stringContaining('could not be filed'),
  ]);
  storage.isBroken = false;
  bench.answer = () => ({ ok: true, status: 200 });
  await bench.runUntil(bench.now + 2 * 3_600_000);
  expect(bench.sent.map(({ id }) => id)).toEqual(posted.flatMap(({ publicId }) => [publicId, publicId]));
  expect(bench.sql.all(`SELECT state FROM deliveries`).map((row) => row['state'])).toEqual(['delivered']);
  expect(bench.unfiled).toEqual([]);
});
