// What a lead in hand does reaches its owner: everything once, in its order, ten minutes at a time, whatever happens to
// the Desk meanwhile.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mails, type Mail } from './clocks/told.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const email = 'ada@engines.example';
const minute = 60_000;

/** A lead that somebody has, and has been told of. */
async function inHand(): Promise<NodeDesk> {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  send(bench, 1);
  await bench.settle();
  expect(leadOf(bench, email).handoffs).toHaveLength(1);
  return bench;
}

function send(bench: NodeDesk, team: number): void {
  stored(bench.desk.intake.submit(arrivalOf({ email, name: 'Ada', size: '51-500', role: 'manager', team })));
}

function followUps(bench: NodeDesk): Mail[] {
  return mails(bench).filter(({ text }) => text.includes('You get this because the lead is yours.'));
}

test('what happens within ten minutes is one mail in the thread, in its order and with its times', async () => {
  const bench = await inHand();
  bench.now += minute;
  send(bench, 2);
  bench.now += 2 * minute;
  bench.desk.recordOfLead(email, [
    { path: '/pricing', at: bench.now - 2 },
    { path: '/pricing/teams', at: bench.now - 1 },
    { path: '/about', at: bench.now },
  ]);
  bench.now += 3 * minute;
  send(bench, 3);
  await bench.settle();
  expect(followUps(bench)).toEqual([]);
  await bench.runUntil(bench.now + 6 * minute);
  const [mail, ...others] = followUps(bench);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: leadOf(bench, email).owner?.email,
    subject: 'Ada, engines.example: sent “Request a demo” 2 times, and been active',
    inReplyTo: mails(bench)[0]?.id,
  });
  const told = [...(mail?.text ?? '').matchAll(/^(\d\d:\d\d): (.*)$|Team size: \d|Viewed pricing.*/gim)].map(
    ([line]) => line.toLowerCase(),
  );
  expect(told).toEqual([
    '10:01: answers to “request a demo”',
    'team size: 2',
    '10:03: what they did',
    'viewed pricing (2 times)',
    '10:06: answers to “request a demo”',
    'team size: 3',
  ]);
  bench.now += minute;
  send(bench, 4);
  await bench.runUntil(bench.now + 11 * minute);
  expect(followUps(bench).at(-1)?.text).toContain('Team size: 4');
  expect(followUps(bench)).toHaveLength(2);
});

test('what means nothing by the agreement is told to nobody, and nobody is told twice', async () => {
  const bench = await inHand();
  bench.now += minute;
  const seen = [{ path: '/pricing', at: bench.now }];
  bench.desk.recordOfLead(email, seen);
  bench.desk.recordOfLead(email, [...seen, { path: '/imprint', at: bench.now }]);
  await bench.runUntil(bench.now + 11 * minute);
  expect(followUps(bench)).toHaveLength(1);
  expect(followUps(bench)[0]?.subject).toBe('Ada, engines.example: been active: Viewed pricing');
  bench.desk.recordOfLead(email, [{ path: '/imprint', at: bench.now }]);
  await bench.runUntil(bench.now + 20 * minute);
  expect(followUps(bench)).toHaveLength(1);
});

test('whoever has the lead by then is told; of an erased one nobody is', async () => {
  const bench = await inHand();
  const { id, owner } = leadOf(bench, email);
  bench.now += minute;
  send(bench, 2);
  const other = owner?.email === 'ann@baton.example' ? 'bob@baton.example' : 'ann@baton.example';
  bench.desk.clocks.assign(id, 'owner', { to: other, note: null });
  await bench.runUntil(bench.now + 11 * minute);
  expect(followUps(bench).map(({ to }) => to)).toEqual([other]);
  send(bench, 3);
  bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.erase(id);
  await bench.runUntil(bench.now + 20 * minute);
  expect(followUps(bench)).toHaveLength(1);
  expect(bench.sql.all(`SELECT 1 FROM follow_ups UNION SELECT 1 FROM due WHERE kind = 'follow'`)).toEqual([]);
});

test('over restarts and late alarms every submission is told once, in the order in which they came', async () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 8 }),
    does: fc.constantFrom('send', 'send', 'restart', 'wait'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      let bench = await inHand();
      const sent: Mail[] = [];
      let team = 1;
      for (const { wait, does } of steps) {
        await bench.runUntil(bench.now + wait * minute + 11_000);
        if (does === 'send') {
          team += 1;
          send(bench, team);
        } else if (does === 'restart') {
          await bench.settle();
          sent.push(...followUps(bench));
          bench = bench.restart();
          bench.desk.rest();
        }
      }
      await bench.runUntil(bench.now + 30 * minute);
      sent.push(...followUps(bench));
      const told = sent.flatMap(({ text }) =>
        [...text.matchAll(/Team size: (\d+)/g)].map(([, size]) => Number(size)),
      );
      expect(told).toEqual(Array.from({ length: team - 1 }, (_, index) => index + 2));
    }),
    { numRuns: 12 },
  );
});
