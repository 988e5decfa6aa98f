// Nothing owed is lost: tries, waits, crashes, the dead and their return.
import { expect, test } from 'vitest';
import type { Message } from '../../apps/worker/src/channels/channel.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { deliveryTo, leadOf } from './views.ts';

const hour = 3_600_000;
const qualified = { email: 'ada@engines.example', size: '51-500', role: 'manager', team: 12 };

function handedOff(answer: NodeDesk['answer']): NodeDesk {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  bench.answer = answer;
  expect(bench.desk.intake.submit(arrivalOf(qualified)).kind).toBe('stored');
  return bench;
}

function crm(message: Message): boolean {
  return message.target === 'https://crm.example/hook';
}

test('a destination that is down for 72 hours gets the same id and bytes when it is back', async () => {
  const back = mondayMorning + 72 * hour;
  const bench = handedOff((message) =>
    crm(message) && message.now < back
      ? { ok: false, code: 'http_500', status: 500 }
      : { ok: true, status: 200 },
  );
  await bench.runUntil(mondayMorning + 90 * hour);
  const tries = bench.sent.filter(crm);
  expect(tries.length).toBeGreaterThanOrEqual(9);
  expect(new Set(tries.map((message) => `${message.id} ${message.body}`)).size).toBe(1);
  expect(deliveryTo(bench, 'https://crm.example/hook')).toMatchObject({ state: 'delivered' });
  const others = bench.sent.filter((message) => !crm(message));
  const alerts = others.filter(({ body }) => body.includes('does not get through'));
  // The admins hear of it once a day.
  expect(alerts.map(({ target }) => target)).toEqual([
    'vp@baton.example',
    'vp@baton.example',
    'vp@baton.example',
  ]);
  expect(others).toHaveLength(2 + alerts.length);
});

test('a destination that never comes back leaves a dead letter after 72 hours, which can be sent again', async () => {
  let down = true;
  const bench = handedOff((message) =>
    crm(message) && down ? { ok: false, code: 'timeout', status: null } : { ok: true, status: 200 },
  );
  await bench.runUntil(mondayMorning + 100 * hour);
  const dead = deliveryTo(bench, 'https://crm.example/hook');
  expect(dead).toMatchObject({ state: 'dead', nextAt: null });
  const span = Date.parse(dead.attempts.at(-1)?.at ?? '') - Date.parse(dead.attempts[0]?.at ?? '');
  expect(span).toBeGreaterThanOrEqual(72 * hour);
  // But for the hourly look at forms.
  expect(bench.sql.all(`SELECT kind FROM due WHERE kind <> 'watch'`)).toEqual([]);
  down = false;
  expect(bench.desk.replay(dead.id)).toBe(true);
  await bench.settle();
  expect(deliveryTo(bench, 'https://crm.example/hook')).toMatchObject({ state: 'delivered' });
  expect(bench.desk.replay(dead.id)).toBe(false);
});

test('Retry-After is waited for', async () => {
  const bench = handedOff((message) =>
    crm(message) && message.now < mondayMorning + hour
      ? { ok: false, code: 'http_429', status: 429, retryAfter: hour }
      : { ok: true, status: 200 },
  );
  await bench.runUntil(mondayMorning + hour - 1);
  expect(bench.sent.filter(crm)).toHaveLength(1);
  await bench.runUntil(mondayMorning + hour + 5000);
  expect(bench.sent.filter(crm)).toHaveLength(2);
});

test('410 disables the destination until it is imported anew, changed', async () => {
  const bench = handedOff((message) =>
    crm(message) ? { ok: false, code: 'gone', status: 410, gone: true } : { ok: true, status: 200 },
  );
  await bench.settle();
  expect(deliveryTo(bench, 'https://crm.example/hook')).toMatchObject({ state: 'disabled' });
  bench.desk.intake.submit(arrivalOf({ ...qualified, email: 'eve@engines.example' }));
  await bench.settle();
  expect(bench.sent.filter(crm)).toHaveLength(1);
  const [destination] = smallWorkspace.destinations;
  bench.answer = () => ({ ok: true, status: 200 });
  bench.desk.importWorkspace({ format: 1, destinations: [destination] });
  bench.desk.intake.submit(arrivalOf({ ...qualified, email: 'ina@engines.example' }));
  await bench.settle();
  expect(bench.sent.filter(crm)).toHaveLength(1);
  bench.desk.importWorkspace({
    format: 1,
    destinations: [{ ...destination, url: 'https://crm.example/new' }],
  });
  bench.desk.intake.submit(arrivalOf({ ...qualified, email: 'joe@engines.example' }));
  await bench.settle();
  expect(deliveryTo(bench, 'https://crm.example/new')).toMatchObject({ state: 'delivered' });
});

test('a crash during the first try leads to the same delivery after the restart', async () => {
  const bench = handedOff((message) =>
    crm(message) ? new Promise(() => undefined) : { ok: true, status: 200 },
  );
  await expect.poll(() => deliveryTo(bench, 'https://log.example/hook').state).toBe('delivered');
  await expect.poll(() => deliveryTo(bench, 'ann@baton.example').state).toBe('delivered');
  const before = bench.sent.find(crm);
  const after = bench.restart();
  await after.runUntil(after.now + 30_000);
  const again = after.sent.filter(crm);
  expect(again.map((message) => [message.id, message.body])).toEqual([[before?.id, before?.body]]);
  expect(deliveryTo(after, 'https://crm.example/hook')).toMatchObject({ state: 'delivered' });
});

test('the human clock starts with the first delivery that reaches the owner', async () => {
  const owners = new Set(['ann@baton.example', 'bob@baton.example']);
  const reached = mondayMorning + 2 * hour;
  const bench = handedOff((message) =>
    owners.has(message.target) && message.now < reached
      ? { ok: false, code: 'smtp_421', status: 421 }
      : { ok: true, status: 200 },
  );
  await bench.settle();
  expect(leadOf(bench, qualified.email).deadline).toBe('2027-01-04T13:00:00.000Z');
  await bench.runUntil(mondayMorning + 24 * hour);
  expect(Date.parse(leadOf(bench, qualified.email).deadline ?? '')).toBeGreaterThan(
    Date.parse('2027-01-04T15:00:00Z') - 1,
  );
});
