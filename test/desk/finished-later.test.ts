// What was begun before something else and finished after it was told when it was finished.
import { expect, test } from 'vitest';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const [form] = smallWorkspace.forms;
const day = 86_400_000;
const guarded = { ...smallWorkspace, forms: [{ ...form, partials: true, protection: { minSeconds: 5 } }] };
const hands = (bench: NodeDesk) => bench.desk.as({ kind: 'owner', workspace: 'main' }).hands;
const email = 'ada@engines.example';

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(guarded)).toMatchObject({ ok: true });
  return bench;
}

/** The first step alone. */
function begin(bench: NodeDesk): Arrival {
  const begun = arrivalOf({ email }, { final: false });
  stored(bench.desk.intake.submit(begun));
  return begun;
}

const finish = (bench: NodeDesk, begun: Arrival, answers: Arrival['answers']) =>
  bench.desk.intake.submit({ ...begun, final: true, elapsed: 9000, answers });

test('what was finished after something else came is newer than that, when that is released', () => {
  const bench = ready();
  const begun = begin(bench);
  bench.now += 60_000;
  const aside = stored(
    bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'other' }, { elapsed: 1 })),
  );
  bench.now += 60_000;
  stored(finish(bench, begun, { email, size: '1-10', role: 'student' }));
  bench.now += 60_000;
  hands(bench).release(aside.reply.submission);
  // The latest that was told: small, and a student.
  expect(leadOf(bench, email).attributes).toMatchObject({ company_size: '1-10', role: 'student' });
});

test('where two leads become one, what was told last stands, also where it had been begun before', () => {
  const bench = ready();
  const begun = begin(bench);
  bench.now += 60_000;
  const home = 'ada.l@post.example';
  stored(
    bench.desk.intake.submit(arrivalOf({ email: home, size: '11-50', role: 'other' }, { elapsed: 9000 })),
  );
  bench.now += 60_000;
  stored(finish(bench, begun, { email, size: '1-10', role: 'other' }));
  bench.now += 60_000;
  hands(bench).merge(leadOf(bench, email).id, leadOf(bench, home).id);
  expect(leadOf(bench, email).attributes).toMatchObject({ company_size: '1-10' });
});

test('a lead says when it was sent, not when it was begun; its handoff is replayed in the week it was made', () => {
  const bench = ready();
  const begun = begin(bench);
  const begunAt = bench.now;
  bench.now += 9 * day;
  const good = { email, size: '51-500', role: 'manager', team: 3 };
  stored(finish(bench, begun, good));
  const lead = leadOf(bench, email);
  expect(lead.handoffs).toHaveLength(1);
  const { signatures: _, ...agreement } = smallWorkspace.agreement;
  const found = bench.desk.terms.replay(
    { document: agreement },
    { from: bench.now - day, to: bench.now + day },
  );
  if (found.kind !== 'replay') throw new Error(JSON.stringify(found));
  while (found.replay.step());
  expect(begunAt).toBeLessThan(bench.now - day);
  expect(found.replay.view()).toMatchObject({ before: { handoffs: 1 } });
});

test('a lead shows when a form was sent, not when it was begun', () => {
  const bench = ready();
  const begun = begin(bench);
  bench.now += 9 * day;
  stored(finish(bench, begun, { email, size: '1-10', role: 'other' }));
  expect(leadOf(bench, email).submissions[0]).toMatchObject({ at: new Date(bench.now).toISOString() });
});

test('what tips the scale later is told with what the lead sent last', async () => {
  const bench = ready();
  const begun = begin(bench);
  bench.now += 60_000;
  const first = { email, size: '1-10', role: 'other', name: 'First' };
  stored(bench.desk.intake.submit(arrivalOf(first, { elapsed: 9000 })));
  bench.now += 60_000;
  const last = { email, size: '51-500', role: 'other', name: 'Last' };
  const { reply } = stored(finish(bench, begun, last));
  bench.now += 60_000;
  bench.desk.recordOfVisitor(String(reply.visitor), [{ path: '/pricing', at: bench.now }]);
  await bench.settle();
  const told = bench.sent.find(({ target }) => target === 'https://crm.example/hook');
  expect(JSON.parse(told?.body ?? '{}')).toMatchObject({
    data: { lead: { name: 'Last' }, submission: { answers: { name: 'Last', size: '51-500' } } },
  });
});
