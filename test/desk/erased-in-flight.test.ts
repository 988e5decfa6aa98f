// Somebody is erased while a notification about them is being tried.
import { expect, test } from 'vitest';
import type { SendResult } from '../../apps/worker/src/channels/channel.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

/** How often the alarm rings in the next hour; given up at 300. */
async function ringsInAnHour(bench: NodeDesk): Promise<number> {
  const end = bench.now + 3_600_000;
  let rung = 0;
  while (bench.wakeAt <= end && rung < 300) {
    rung += 1;
    bench.now = Math.max(bench.now, bench.wakeAt);
    bench.wakeAt = Infinity;
    bench.desk.alarm();
    await bench.settle();
  }
  return rung;
}

test('a try that fails after its person was erased leaves nothing due', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  let fail: (result: SendResult) => void = () => undefined;
  bench.answer = ({ target }) =>
    target.includes('crm')
      ? new Promise((resolve) => {
          fail = resolve;
        })
      : { ok: true, status: 200 };
  const email = 'ada@engines.example';
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 12 })));
  await Promise.resolve();
  bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.erase(leadOf(bench, email).id);
  fail({ ok: false, code: 'http_500', status: 500 });
  await bench.settle();
  const due = bench.sql.all(`SELECT * FROM due WHERE kind = 'delivery'`);
  const tries = bench.sql.all(`SELECT * FROM attempts`);
  const rung = await ringsInAnHour(bench);
  expect({ due, tries, rung: rung < 20 }).toEqual({ due: [], tries: [], rung: true });
});

test('what is sent after that and a restart is sent once', async () => {
  const bench = nodeDesk({ mail: false });
  bench.desk.importWorkspace({ ...smallWorkspace, destinations: smallWorkspace.destinations.slice(0, 1) });
  let end: (result: SendResult) => void = () => undefined;
  bench.answer = () =>
    new Promise((resolve) => {
      end = resolve;
    });
  const email = 'ada@engines.example';
  const good = { size: '51-500', role: 'manager', team: 12 };
  stored(bench.desk.intake.submit(arrivalOf({ email, ...good })));
  await Promise.resolve();
  bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.erase(leadOf(bench, email).id);
  // It gets through, after its person was erased.
  end({ ok: true, status: 200 });
  await bench.settle();
  const again = bench.restart();
  stored(again.desk.intake.submit(arrivalOf({ email: 'bob@motors.example', ...good })));
  await again.settle();
  await ringsInAnHour(again);
  expect(again.sent).toHaveLength(1);
});
