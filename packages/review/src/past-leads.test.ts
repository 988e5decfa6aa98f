// What leads that were brought in with their past may say, and what nobody told of them.
import { expect, test } from 'vitest';
import type { GivenHandoff, GivenLead } from './facts.ts';
import { factsOf } from './facts-maker.ts';
import { scoreBands } from './funnel/bands.ts';
import { readyFunnel, stepsOf } from './funnel/steps.ts';
import { cycle } from './numbers/cycle.ts';
import { select } from './selection.ts';
import { handoffsIn } from './speed/first-touch.ts';

const day = 86_400_000;
const span = { start: 0, end: 100 * day };

const handoff: GivenHandoff = {
  row: 1,
  at: 2 * day,
  deliveredAt: null,
  deadline: null,
  touchedAt: null,
  verdict: 'accepted',
  verdictAt: 3 * day,
  endedAt: null,
  breachedAt: null,
  isPassed: false,
  isCrossing: true,
  rules: [],
  blames: [],
  total: 0,
  agreement: 0,
  owner: 'ann@baton.example',
  tier: '',
  reason: null,
  breachReason: null,
};

function lead(form: string, isDated: boolean, tier: string): GivenLead {
  const won = isDated ? 22 * day : 2 * day;
  const of = { version: null, source: null, medium: null, campaign: null, country: null };
  return {
    row: 1,
    createdAt: 2 * day,
    at: { mql: 2 * day, sal: 3 * day, contacted: null, sql: won, opportunity: won, won },
    lostAt: null,
    rejectedAt: null,
    isDated,
    marketingAt: null,
    amount: 5,
    currency: 'EUR',
    total: null,
    of: { ...of, form, account: null, company: null },
    tier: null,
    owner: null,
    handoffs: [{ ...handoff, tier }],
    touches: [],
  };
}

const past = lead('origin:history', false, '');
const own = lead('demo', true, 'hot');
const facts = factsOf([past, own], 100 * day);
const counting = { facts, selection: select(facts, {}), agreement: null, hours: null, by: 'lead' } as const;

test('a step whose instant nobody told took no time that could be counted, and was taken all the same', () => {
  const { steps } = stepsOf(readyFunnel(counting), Int32Array.of(0, 1));
  expect(steps.at(-1)).toMatchObject({ step: 'won', taken: 2, medianDays: 0 });
  expect(steps.find(({ step }) => step === 'sql')).toMatchObject({ taken: 2, medianDays: 19 });
  expect(cycle.count(counting, [0, 1])).toMatchObject({ value: 20, of: 2 });
  expect(cycle.count(counting, [0])).toMatchObject({ value: null, of: 1 });
});

test('nobody here could answer a past handoff', () => {
  expect(handoffsIn(counting, span)).toEqual([1]);
});

test('who was handed over before there was a score is in no band of it', () => {
  const { bands, tiers } = scoreBands(counting, span);
  expect(bands.map(({ from, leads }) => [from, leads])).toEqual([[0, 1]]);
  expect(tiers.map(({ tier, leads }) => [tier, leads])).toEqual([
    ['', 1],
    ['hot', 1],
  ]);
});
