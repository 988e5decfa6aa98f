// Known visitors: what they are asked, what they do, and that no browser learns what another told.
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allDeliveries, leadOf, statesOf, stored } from './views.ts';
import { sign } from './sign.ts';

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

const pricing = (minutes: number) => ({ path: '/pricing/plans', at: mondayMorning + minutes * 60_000 });

test('a known browser is asked what it has not told; a stranger with the same address is asked everything', () => {
  const bench = ready();
  const one = stored(bench.desk.intake.submit(arrivalOf({ email: 'a@x.example', size: '11-50' }))).reply
    .visitor;
  const two = stored(bench.desk.intake.submit(arrivalOf({ email: 'a@x.example', size: '1-10', name: 'A' })))
    .reply.visitor;
  expect(two).not.toBe(one);
  expect(bench.desk.nextQuestions('demo', one)).toEqual({
    skip: ['size'],
    ask: ['email', 'name', 'role', 'team'],
  });
  expect(bench.desk.nextQuestions('demo', 'nobody')).toEqual(bench.desk.nextQuestions('demo', null));
  expect(bench.desk.nextQuestions('demo', null)?.skip).toEqual([]);
  expect(bench.desk.nextQuestions('nope', null)).toBeNull();
});

test('a behaviour tips the scale and hands the lead off in that moment, with what it sent last', async () => {
  const bench = ready();
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email: 'b@x.example', size: '11-50' })));
  expect(statesOf(bench, 'b@x.example')).toEqual(['nurture']);
  bench.now += 60_000;
  bench.desk.recordOfVisitor(String(reply.visitor), [pricing(1)]);
  await bench.settle();
  expect(leadOf(bench, 'b@x.example')).toMatchObject({
    tier: 'mql',
    stage: 'mql',
    score: { fit: 40, intent: 15 },
  });
  const event: unknown = JSON.parse(
    bench.sent.find((one) => one.target === 'https://crm.example/hook')?.body ?? '{}',
  );
  expect(event).toMatchObject({ data: { submission: { id: reply.submission, answers: { size: '11-50' } } } });
});

test('an occurrence counts once however often and by whichever browser it is reported', () => {
  const bench = ready();
  const { reply } = stored(
    bench.desk.intake.submit(
      arrivalOf({ email: 'c@x.example', size: '1-10' }, { behaviours: [pricing(-5)] }),
    ),
  );
  for (let time = 0; time < 3; time += 1)
    bench.desk.recordOfVisitor(String(reply.visitor), [pricing(-5), pricing(-5)]);
  expect(bench.desk.recordOfLead('c@x.example', [pricing(-5)])).toBe(true);
  stored(
    bench.desk.intake.submit(
      arrivalOf({ email: 'c@x.example', size: '1-10' }, { behaviours: [pricing(-5)] }),
    ),
  );
  const lead = leadOf(bench, 'c@x.example');
  expect(lead.score).toMatchObject({ intent: 15 });
  const { hands } = bench.desk.as({ kind: 'owner', workspace: 'main' });
  const timeline = JSON.stringify(hands.timeline(lead.id, { limit: 50, before: null }));
  expect(timeline.match(/\\"elsewhere\\":\w+/g)).toEqual(['\\"elsewhere\\":false']);
  bench.desk.recordOfVisitor(String(reply.visitor), [pricing(-4), pricing(-3)]);
  expect(leadOf(bench, 'c@x.example').score).toMatchObject({
    intent: 30,
    reasons: [{ id: 'pricing', points: 30 }],
  });
});

test('behaviour alone never qualifies', () => {
  const bench = ready();
  const visits = Array.from({ length: 20 }, (_, index) => [
    pricing(-index),
    { path: `/blog/${index}`, at: mondayMorning - index },
  ]).flat();
  stored(bench.desk.intake.submit(arrivalOf({ email: 'd@x.example', size: '1-10' }, { behaviours: visits })));
  expect(leadOf(bench, 'd@x.example')).toMatchObject({
    stage: 'lead',
    score: { intent: 30, engagement: 10, total: 40 },
  });
  expect(bench.desk.recordOfLead('nobody@x.example', [pricing(0)])).toBe(false);
});

test('what others report of a lead shows in no browser’s outcome', () => {
  const bench = ready();
  const first = { email: 'e@x.example', size: '51-500', role: 'manager', team: 3 };
  const { reply } = stored(bench.desk.intake.submit(arrivalOf(first)));
  expect(reply.outcome?.id).toBe('thanks');
  bench.desk.recordOfLead('e@x.example', [pricing(0)]);
  expect(leadOf(bench, 'e@x.example').tier).toBe('hot');
  bench.now += 1000;
  const again = stored(
    bench.desk.intake.submit(
      arrivalOf({ email: 'e@x.example', role: 'manager', team: 4 }, { visitor: reply.visitor }),
    ),
  );
  expect(again.reply.outcome?.id).toBe('thanks');
});

test.each<[string, (bench: NodeDesk, email: string) => void]>([
  ['another system', (bench, email) => void bench.desk.recordOfLead(email, [pricing(0)])],
  [
    'another browser',
    (bench, email) =>
      void stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10' }, { behaviours: [pricing(0)] }))),
  ],
])('no browser is shown whether %s had reported the same of its address before', (_, report) => {
  const qualified = { size: '51-500', role: 'manager', team: 3 };
  const shown = (isReported: boolean, how: 'with what it sends' | 'alone'): readonly unknown[] => {
    const bench = ready();
    const email = 'g@x.example';
    stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10' })));
    if (isReported) report(bench, email);
    const send = (visitor: string | null, behaviours: readonly ReturnType<typeof pricing>[] = []) => {
      bench.now += 60_000;
      const arrival = arrivalOf({ email, ...qualified }, { visitor, behaviours });
      return stored(bench.desk.intake.submit(arrival)).reply;
    };
    const first = send(null, how === 'alone' ? [] : [pricing(0)]);
    if (how === 'alone') bench.desk.recordOfVisitor(String(first.visitor), [pricing(0)]);
    // It counts once for the lead all the same.
    if (isReported) expect(leadOf(bench, email).score).toMatchObject({ intent: 15 });
    return [first.outcome?.id, send(first.visitor).outcome?.id];
  };
  for (const how of ['with what it sends', 'alone'] as const) {
    expect(shown(true, how)).toEqual(shown(false, how));
    expect(shown(false, how)[1]).toBe('booked');
  }
});

test('counters count views, starts and known steps, and nothing else', () => {
  const bench = ready();
  bench.desk.count('demo', 1, 'view', null);
  bench.desk.count('demo', 1, 'view', 'what a stranger wrote');
  bench.desk.count('demo', 1, 'step', 's1');
  bench.desk.count('demo', 1, 'step', null);
  bench.desk.count('demo', 1, 'step', 'nope');
  bench.desk.count('demo', 7, 'view', null);
  expect(bench.sql.all('SELECT event, step, count FROM counts ORDER BY event')).toEqual([
    { event: 'step', step: 's1', count: 1 },
    { event: 'view', step: '', count: 2 },
  ]);
});

test('a colleague comes to the owner of the company where the agreement keeps owners', async () => {
  const bench = nodeDesk();
  const agreement = {
    ...smallWorkspace.agreement,
    routing: { ...smallWorkspace.agreement.routing, keepOwner: true },
  };
  expect(bench.desk.importWorkspace({ ...smallWorkspace, agreement })).toMatchObject({ ok: true });
  const qualified = { size: '51-500', role: 'manager', team: 3 };
  for (const email of ['one@big.example', 'two@big.example', 'three@big.example']) {
    stored(bench.desk.intake.submit(arrivalOf({ email, ...qualified })));
  }
  const owners = ['one@big.example', 'two@big.example', 'three@big.example'].map(
    (email) => leadOf(bench, email).owner?.email,
  );
  expect(new Set(owners).size).toBe(1);
  await bench.settle();
});

test('a new agreement scores everybody and hands nobody off before their next event', async () => {
  const bench = ready();
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email: 'f@x.example', size: '11-50' })));
  const tiers = [
    { id: 'hot', from: 75, followUp: 'PT15M' },
    { id: 'mql', from: 30, followUp: 'PT4H' },
    { id: 'nurture', from: 0 },
  ];
  const lower = { ...smallWorkspace.agreement, tiers };
  expect(bench.desk.importWorkspace({ format: 1, agreement: lower })).toMatchObject({
    ok: true,
    agreement: { version: 2, state: 'proposed' },
  });
  expect(sign(bench, 2, 'marketing', 'vp@baton.example')).toBe('other_side');
  expect(sign(bench, 2, 'marketing', 'cmo@baton.example')).toBe('signed');
  expect(leadOf(bench, 'f@x.example').agreement?.version).toBe(1);
  expect(sign(bench, 2, 'sales', 'vp@baton.example')).toBe('in_force');
  await bench.runUntil(bench.now + 1000);
  expect(leadOf(bench, 'f@x.example')).toMatchObject({
    tier: 'mql',
    stage: 'lead',
    agreement: { version: 2 },
  });
  expect(allDeliveries(bench).filter((delivery) => delivery.type === 'lead.handed_off')).toHaveLength(0);
  bench.desk.recordOfVisitor(String(reply.visitor), [{ path: '/blog/x', at: bench.now }]);
  expect(leadOf(bench, 'f@x.example').stage).toBe('mql');
  await bench.settle();
});

test('a browser that need not tell its address again sends for its own lead', () => {
  const bench = nodeDesk();
  const [form] = smallWorkspace.forms;
  const steps = form?.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => (field.id === 'email' ? { ...field, ask: 'untilKnown' } : field)),
  }));
  expect(bench.desk.importWorkspace({ ...smallWorkspace, forms: [{ ...form, steps }] })).toMatchObject({
    ok: true,
  });
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email: 'g@x.example', size: '1-10' })));
  expect(bench.desk.nextQuestions('demo', reply.visitor)?.skip).toEqual(['email', 'size']);
  expect(bench.desk.intake.submit(arrivalOf({ name: 'G' })).kind).toBe('invalid');
  bench.now += 60_000;
  expect(
    stored(bench.desk.intake.submit(arrivalOf({ name: 'G' }, { visitor: reply.visitor }))).reply.visitor,
  ).toBe(reply.visitor);
  expect(leadOf(bench, 'g@x.example').attributes).toMatchObject({ name: 'G', company_size: '1-10' });
});
