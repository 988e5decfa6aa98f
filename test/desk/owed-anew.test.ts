// What was owed and comes on its way again: by its schedule from the beginning, and where its destination is by now.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allDeliveries, stored } from './views.ts';

const good = { size: '51-500', role: 'manager', team: 12 };

test('a dead letter that is sent on its way again is tried as at first', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  bench.answer = ({ target }) =>
    target.includes('crm') ? { ok: false, code: 'http_500', status: 500 } : { ok: true, status: 200 };
  stored(bench.desk.intake.submit(arrivalOf({ email: 'ada@engines.example', ...good })));
  await bench.runUntil(bench.now + 6 * 86_400_000);
  const dead = allDeliveries(bench).find(({ state }) => state === 'dead');
  if (dead === undefined) throw new Error('Nothing died.');
  bench.desk.replay(dead.id);
  await bench.settle();
  const after = allDeliveries(bench).find(({ id }) => id === dead.id);
  expect(after?.state).toBe('waiting');
  const wait = Date.parse(after?.nextAt ?? '') - bench.now;
  expect(wait).toBeLessThanOrEqual(5000);
});

test('what a destination is owed goes to its new address once that was put right', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  bench.answer = ({ target }) =>
    target === 'https://crm.example/hook'
      ? { ok: false, code: 'http_404', status: 404 }
      : { ok: true, status: 200 };
  stored(bench.desk.intake.submit(arrivalOf({ email: 'ada@engines.example', ...good })));
  await bench.settle();
  const fixed = { id: 'crm', kind: 'webhook', url: 'https://crm.example/right', on: ['lead.handed_off'] };
  expect(bench.desk.importWorkspace({ format: 1, destinations: [fixed] })).toMatchObject({ ok: true });
  await bench.runUntil(bench.now + 6 * 86_400_000);
  const dead = allDeliveries(bench).find(({ state }) => state === 'dead');
  if (dead !== undefined) {
    bench.desk.replay(dead.id);
    await bench.settle();
  }
  expect(bench.sent.some(({ target }) => target === 'https://crm.example/right')).toBe(true);
});

test('a destination whose address was put right is not disabled by what was owed to the old one', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  bench.answer = ({ target }) =>
    target === 'https://crm.example/hook'
      ? { ok: false, code: 'gone', status: 410, gone: true }
      : { ok: true, status: 200 };
  stored(bench.desk.intake.submit(arrivalOf({ email: 'ada@engines.example', ...good })));
  await bench.settle();
  const fixed = { id: 'crm', kind: 'webhook', url: 'https://crm.example/right', on: ['lead.handed_off'] };
  bench.desk.importWorkspace({ format: 1, destinations: [fixed] });
  // What was given up is sent again, now that the cause is gone.
  const given = allDeliveries(bench).find(({ state }) => state === 'disabled');
  bench.desk.replay(given?.id ?? '');
  await bench.settle();
  bench.now += 20_000;
  stored(bench.desk.intake.submit(arrivalOf({ email: 'bob@motors.example', ...good })));
  await bench.settle();
  expect(bench.sent.filter(({ target }) => target === 'https://crm.example/right')).not.toEqual([]);
});

test('what is held back for a paused destination goes to its new address once it is resumed', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  expect(bench.desk.destinations.pause('crm', true, 'owner')).toBe(true);
  stored(bench.desk.intake.submit(arrivalOf({ email: 'ada@engines.example', ...good })));
  await bench.settle();
  const fixed = { id: 'crm', kind: 'webhook', url: 'https://crm.example/right', on: ['lead.handed_off'] };
  bench.desk.importWorkspace({ format: 1, destinations: [fixed] });
  await bench.runUntil(bench.now + 60_000);
  const called = () => bench.sent.map(({ target }) => target).filter((target) => target.includes('crm'));
  expect(called()).toEqual([]);
  bench.desk.destinations.pause('crm', false, 'owner');
  await bench.runUntil(bench.now + 60_000);
  expect(called()).toContain('https://crm.example/right');
  expect(called()).not.toContain('https://crm.example/hook');
});
