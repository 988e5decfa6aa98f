import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GivenLead, GivenTouch } from '../facts.ts';
import { factsOf } from '../facts-maker.ts';
import { select } from '../selection.ts';
import { apportion } from './apportion.ts';
import { attribute, channelKinds, milestones, type Money } from './attribution.ts';
import { attributionModels, weightsOf } from './attribution-model.ts';
import { influenceOf } from './influence.ts';
import { spendIn } from './spend.ts';

const day = 86_400_000;

function lead(touches: readonly GivenTouch[], more: Partial<GivenLead> = {}): GivenLead {
  const nowhere = { form: 'f', version: 'f@1', source: null, medium: null, campaign: null };
  return {
    row: 1,
    createdAt: 10 * day,
    at: { mql: null, sal: null, contacted: null, sql: null, opportunity: null, won: null },
    lostAt: null,
    rejectedAt: null,
    isDated: true,
    marketingAt: null,
    amount: null,
    currency: null,
    total: null,
    of: { ...nowhere, country: null, account: null, company: null },
    tier: null,
    owner: null,
    handoffs: [],
    touches,
    ...more,
  };
}

const touch = (at: number, source: string, medium: string | null = null): GivenTouch => ({
  at: at * day,
  source,
  medium,
  campaign: null,
});

const always = { start: -Infinity, end: Infinity };

test('parts are whole and add up to what is shared out, each within one of its due', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
      (units, weights) => {
        const parts = apportion(units, weights);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(units);
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [place, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          const due = units * (all > 0 ? (weights[place] ?? 0) / all : 1 / weights.length);
          expect(Math.abs(part - due)).toBeLessThan(1 + 1e-6);
        }
      },
    ),
  );
});

describe('a way of three touches', () => {
  const facts = factsOf([lead([touch(1, 'google'), touch(3, 'linkedin'), touch(10, 'news')])], 0);

  test.each([
    ['first', { google: 1000 }],
    ['last', { news: 1000 }],
    ['linear', { google: 334, linkedin: 333, news: 333 }],
    ['position', { google: 400, linkedin: 200, news: 400 }],
    // 2^(-9/7), 2^(-1), 1 of their sum 1.9102.
    ['decay', { google: 215, linkedin: 262, news: 523 }],
  ] as const)('is shared out by %s', (model, shares) => {
    const { channels } = attribute(facts, select(facts, {}), { model, channel: 'source', ...always });
    expect(Object.fromEntries([...channels].map(([name, sums]) => [name, sums.leads]))).toEqual(shares);
  });
});

test('two touches share alike by position, one has all, and long ago still counts', () => {
  expect(weightsOf('position', [0, 1])).toEqual([1, 1]);
  expect(weightsOf('position', [0])).toEqual([1]);
  const [early = 0, late = 0] = weightsOf('decay', [0, 7 * day]);
  expect(early / late).toBeCloseTo(0.5);
});

test('what came after it happened has no part in it', () => {
  const at = { mql: 5 * day, sal: null, contacted: null, sql: null, opportunity: null, won: null };
  const facts = factsOf([lead([touch(1, 'google'), touch(8, 'news')], { at })], 0);
  const { channels } = attribute(facts, select(facts, {}), { model: 'last', channel: 'source', ...always });
  expect(channels.get('google')).toMatchObject({ leads: 0, qualified: 1000 });
  expect(channels.get('news')).toMatchObject({ leads: 1000, qualified: 0 });
});

const leadArbitrary = fc
  .record({
    touches: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20 }),
        source: fc.option(fc.constantFrom('google', 'news', 'linkedin')),
        medium: fc.option(fc.constantFrom('cpc', 'offline')),
        campaign: fc.option(fc.constantFrom('a', 'b')),
      }),
      { maxLength: 6 },
    ),
    steps: fc.array(fc.option(fc.integer({ min: 0, max: 30 })), { minLength: 3, maxLength: 3 }),
    createdAt: fc.integer({ min: 0, max: 20 }),
    amount: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    currency: fc.option(fc.constantFrom('EUR', 'USD')),
  })
  .map(({ touches, steps, createdAt, ...more }) => {
    const [mql = null, opportunity = null, won = null] = steps;
    return lead(
      touches.toSorted((one, other) => one.at - other.at),
      { ...more, createdAt, at: { mql, sal: null, contacted: null, sql: null, opportunity, won } },
    );
  });

test('whatever the model and the channel, the channels add up to the total, to the last cent', () => {
  fc.assert(
    fc.property(
      fc.array(leadArbitrary, { maxLength: 12 }),
      fc.constantFrom(...attributionModels),
      fc.constantFrom(...channelKinds),
      fc.integer({ min: 0, max: 15 }),
      (leads, model, channel, start) => {
        const facts = factsOf(leads, 0);
        const asked = { model, channel, start, end: start + 10 };
        const { channels, total } = attribute(facts, select(facts, {}), asked);
        const sums = [...channels.values()];
        for (const milestone of milestones) {
          expect(sums.reduce((sum, one) => sum + one[milestone], 0)).toBe(total[milestone]);
        }
        for (const kind of ['pipeline', 'revenue'] as const) {
          const added: Record<string, number> = {};
          for (const one of sums)
            for (const [currency, units] of Object.entries(one[kind]))
              added[currency] = (added[currency] ?? 0) + units;
          const isSame = (money: Money) =>
            Object.fromEntries(Object.entries(money).filter(([, units]) => units !== 0));
          expect(isSame(added)).toEqual(isSame(total[kind]));
        }
        const inPeriod = (at: number | null) => at !== null && at >= start && at < start + 10;
        expect(total.leads).toBe(1000 * leads.filter(({ createdAt }) => inPeriod(createdAt)).length);
        expect(total.customers).toBe(1000 * leads.filter(({ at }) => inPeriod(at.won)).length);
        const influence = Object.values(influenceOf(facts, select(facts, {}), asked));
        expect(influence.reduce((sum, { customers }) => sum + 1000 * customers, 0)).toBe(total.customers);
      },
    ),
  );
});

test('marketing sourced whom a form of its website brought, and influenced who came by before', () => {
  const at = { mql: null, sal: null, contacted: null, sql: null, opportunity: null, won: 9 * day };
  const worth = { at, amount: 10, currency: 'EUR' };
  const { of } = lead([]);
  const elsewhere = { ...worth, of: { ...of, form: 'origin:event' } };
  const facts = factsOf(
    [
      lead([], { ...worth, marketingAt: 5 * day }),
      lead([], { ...elsewhere, marketingAt: 5 * day }),
      lead([], { ...elsewhere, marketingAt: 20 * day }),
    ],
    0,
  );
  expect(influenceOf(facts, select(facts, {}), always)).toMatchObject({
    sourced: { customers: 1, revenue: { EUR: 1000 } },
    influenced: { customers: 1, revenue: { EUR: 1000 } },
    neither: { customers: 1, revenue: { EUR: 1000 } },
  });
});

test('part of a month costs its share of days, and periods side by side cost the whole', () => {
  const spend = [
    { month: '2026-11', source: 'google', currency: 'EUR', amount: 30_001 },
    { month: '2026-12', source: 'google', currency: 'EUR', amount: 31_000 },
    { month: '2026-12', source: 'news', currency: 'USD', amount: 500 },
  ];
  const [early, late] = [
    spendIn(spend, { from: '2026-11-01', to: '2026-11-10' }),
    spendIn(spend, { from: '2026-11-11', to: '2026-12-31' }),
  ];
  expect(early.get('google')).toEqual({ EUR: 10_000 });
  expect(late.get('google')).toEqual({ EUR: 20_001 + 31_000 });
  expect(late.get('news')).toEqual({ USD: 500 });
  expect(spendIn(spend, { from: '2027-01-01', to: '2027-02-01' }).size).toBe(0);
});
