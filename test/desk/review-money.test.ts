// What marketing spent and what came of it, as the Desk keeps and counts it.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const january = { from: '2027-01-01', to: '2027-01-31', by: 'lead', filter: {}, team: [] } as const;
const first = { model: 'first', channel: 'source' } as const;
const google = { month: '2027-01', source: 'google', currency: 'EUR', amount: 310 };

const channels = z.looseObject({
  channels: z.array(z.looseObject({ name: z.string() })),
  total: z.looseObject({}),
});

function told(answer: HandAnswer): unknown {
  if (answer.kind !== 'done') throw new Error(`Not answered: ${JSON.stringify(answer)}`);
  return JSON.parse(answer.text);
}

function moneyOf(
  { desk }: NodeDesk,
  query: Parameters<typeof desk.review.money>[0] = january,
  how: Parameters<typeof desk.review.money>[1] = first,
) {
  const reading = desk.review.reading();
  while (reading?.step() === true);
  return channels.parse(told(desk.review.money(query, how)));
}

function begun(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace).ok).toBe(true);
  return bench;
}

/** A lead that was handed over, accepted, and won at so much. */
async function won(bench: NodeDesk, email: string, source: string, amount: number): Promise<void> {
  const { desk, sql } = bench;
  const answers = { email, name: 'Ann', size: '51-500', role: 'manager', team: 3 };
  const stored = desk.intake.submit(
    arrivalOf(answers, {
      journal: { utm_source: source },
      behaviours: [{ path: '/pricing', at: bench.now }],
    }),
  );
  expect(stored.kind).toBe('stored');
  const [handoff] = sql.all(
    `SELECT h.public_id AS id, l.public_id AS lead FROM handoffs h JOIN leads l ON l.id = h.lead WHERE l.email = ?`,
    email,
  );
  const { id, lead } = z.object({ id: z.string(), lead: z.string() }).parse(handoff);
  await bench.settle();
  expect(desk.hands.verdict(id, 'owner', { kind: 'accepted' }).kind).toBe('done');
  for (const stage of ['sql', 'opportunity', 'won'] as const) {
    bench.now += 60_000;
    const move = { stage, amount, currency: 'EUR', reason: null, correct: false };
    expect(desk.hands.moveStage(lead, 'owner', move).kind).toBe('done');
  }
}

test('what was spent is kept by month, source and currency, replaced, and taken away again', () => {
  const bench = begun();
  const { desk } = bench;
  const others = [
    { ...google, currency: 'USD', amount: 12.345 },
    { ...google, month: '2026-12', amount: 99 },
  ];
  expect(told(desk.review.saveSpend([google, ...others], 'owner'))).toEqual({ changed: 3 });
  bench.now += 1;
  expect(told(desk.review.saveSpend([google, { ...google, currency: 'USD', amount: 0 }], 'owner'))).toEqual({
    changed: 1,
  });
  expect(told(desk.review.spend())).toEqual({ rows: [google, { ...google, month: '2026-12', amount: 99 }] });
  const [last] = desk.changes({ limit: 1 });
  expect(last).toMatchObject({
    action: 'spend.changed',
    author: 'owner',
    before: [{ amount: 1235 }],
    after: [{ amount: 0 }],
  });
});

test('a channel costs what was spent on it by what it brought, and earns what sales won', async () => {
  const bench = begun();
  await won(bench, 'ann@a.example', 'Google', 1000);
  await won(bench, 'bob@b.example', 'google', 500.5);
  await won(bench, 'eve@c.example', 'linkedin', 20);
  bench.desk.review.saveSpend([google, { ...google, source: 'print', amount: 7 }], 'owner');
  const money = moneyOf(bench);
  expect(money.channels.map(({ name }) => name)).toEqual(['google', 'linkedin', 'print']);
  expect(money.channels[0]).toMatchObject({
    leads: 2,
    qualified: 2,
    customers: 2,
    revenue: { EUR: 1500.5 },
    spend: { EUR: 310 },
    costPer: { leads: { EUR: 155 }, customers: { EUR: 155 } },
    revenuePerLead: { EUR: 750.25 },
  });
  expect(money.channels[2]).toMatchObject({ leads: 0, spend: { EUR: 7 }, costPer: { leads: {} } });
  expect(money.total).toMatchObject({ customers: 3, revenue: { EUR: 1520.5 }, spend: { EUR: 317 } });
  // A third of the month costs a third of it.
  expect(moneyOf(bench, { ...january, to: '2027-01-10' }).total).toMatchObject({ spend: { EUR: 102.26 } });
  expect(moneyOf(bench, january, { ...first, channel: 'medium' }).total).toMatchObject({ spend: {} });
});

test('who was met elsewhere came by no website', () => {
  const bench = begun();
  const added = bench.desk.hands.addLead('owner', {
    origin: 'event',
    detail: 'Fair 2027',
    attributes: { email: 'ann@a.example' },
    events: [],
    key: null,
  });
  expect(added.kind).toBe('done');
  expect(moneyOf(bench).channels).toMatchObject([{ name: 'event', leads: 1 }]);
  expect(moneyOf(bench, january, { ...first, channel: 'campaign' }).channels).toMatchObject([
    { name: 'fair 2027' },
  ]);
});
