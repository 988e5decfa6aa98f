// From leads to a card, on worlds whose truth is known: what is there is found, what is not is not, and the card as an agreement
// gives every lead exactly the points that the card says.
import { compileAgreement, parseAgreement } from '@baton/agreement';
import type { Attribute, Facts } from '@baton/rules';
import { expect, test } from 'vitest';
import { calibrate, calibrating, type Calibration } from './calibrate.ts';
import { binned } from './bins.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { featuresOf } from './features.ts';
import { atOnce } from './pieces.ts';
import { cardScore } from './scorecard.ts';
import { thresholdFor } from './threshold.ts';

const catalogue: ReadonlyMap<string, Attribute> = new Map(
  [
    {
      id: 'size',
      label: 'Company size',
      type: 'choice',
      about: 'company',
      ordered: true,
      options: ['1-10', '11-50', '51-500', '501+'].map((id) => ({ id, label: id })),
    } as const,
    { id: 'industry', label: 'Industry', type: 'text', about: 'company' } as const,
    { id: 'seats', label: 'Seats', type: 'number', about: 'company' } as const,
    {
      id: 'goals',
      label: 'Goals',
      type: 'choices',
      about: 'person',
      options: [
        { id: 'cost', label: 'Cost' },
        { id: 'speed', label: 'Speed' },
      ],
    } as const,
    { id: 'phone', label: 'Phone', type: 'phone', about: 'person' } as const,
    { id: 'subscribed', label: 'Subscribed', type: 'boolean', about: 'person' } as const,
  ].map((attribute) => [attribute.id, attribute]),
);

const score = {
  fit: { max: 60 },
  engagement: {
    max: 20,
    behaviours: [{ id: 'pricing', says: 'Viewed pricing', match: { path: '/pricing' }, points: 5 }],
  },
  intent: { max: 20 },
};

const document = {
  format: 1,
  title: 'A',
  definitions: { mql: 'm', sal: 's', sql: 'q', opportunity: 'o' },
  score,
  tiers: [
    { id: 'mql', from: 50, followUp: 'PT4H' },
    { id: 'nurture', from: 0 },
  ],
  handoff: { tier: 'mql' },
  routing: { fallback: { person: 'a@x.example' } },
  hours: { timeZone: 'UTC', week: { mon: [['09:00', '17:00']] } },
};

function agreementWith(changed: object) {
  const parsed = parseAgreement({ ...document, ...changed }, { catalogue, people: null, teams: null });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Lead = { readonly facts: Facts; readonly won: boolean };

/** Leads of a world in which size, seats, a goal and pricing decide, and industry, phone and subscription do not. */
function leadsOf(count: number, seed: number, signal = 1): Lead[] {
  const chance = chanceFrom(seed);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  return Array.from({ length: count }, () => {
    const size = oneOf(['1-10', '11-50', '51-500', '501+', null]);
    const seats = chance() < 0.1 ? null : Math.floor(chance() * 500);
    const goals = [...(chance() < 0.4 ? ['cost'] : []), ...(chance() < 0.4 ? ['speed'] : [])];
    const pricing = Math.floor(chance() * 4);
    const lead = {
      size,
      seats,
      goals,
      industry: oneOf(['Retail', 'Health', 'Ships', 'retail']),
      ...(chance() < 0.5 && { phone: '+49 30 1' }),
      subscribed: chance() < 0.5,
    };
    const sum =
      -1.5 +
      signal *
        ((size === '501+' ? 1.6 : size === '51-500' ? 0.8 : 0) +
          ((seats ?? 0) >= 250 ? 1 : 0) +
          (goals.includes('speed') ? 0.9 : 0) +
          pricing * 0.4);
    const won = chance() < 1 / (1 + Math.exp(-sum));
    return {
      facts: { lead, visit: { utm_source: oneOf(['google', 'partner']) }, behaviour: { pricing } },
      won,
    };
  });
}

function evidenceOf(leads: readonly Lead[]): Evidence {
  const evidence = createEvidence(featuresOf(catalogue, agreementWith({}).score, 'points'));
  leads.forEach(({ facts, won }, place) => evidence.add(facts, won, place));
  return evidence.done();
}

function calibrated(leads: readonly Lead[], share = 1): Calibration {
  return calibrate(evidenceOf(leads), { share, mostRules: 25 });
}

function cardOf(calibration: Calibration): Extract<Calibration, { kind: 'scorecard' }> {
  if (calibration.kind !== 'scorecard') throw new Error(`No card: ${JSON.stringify(calibration)}`);
  return calibration;
}

test('what decides is found, and said with its points', () => {
  const { card, later, unconstrained } = cardOf(calibrated(leadsOf(4000, 1), 0.7));
  expect(card.rules.length).toBeLessThanOrEqual(25);
  expect(card.rules.every(({ points }) => Number.isInteger(points) && points > 0)).toBe(true);
  expect(card.rules[0]?.says).toMatch(/Company size is 501\+/);
  const [pricing] = card.behaviours;
  expect(pricing).toMatchObject({ id: 'pricing', says: 'Viewed pricing' });
  expect(pricing?.points).toBeGreaterThan(3);
  expect(pricing?.atMost).toBeGreaterThanOrEqual(2 * (pricing?.points ?? 0));
  expect(card.rules.find(({ says }) => says === 'Goals: Speed')?.points).toBeGreaterThan(8);
  const seats = card.rules.find(({ says }) => says.startsWith('Seats is') && says.includes('or more'));
  expect(Number(/\d+/.exec(seats?.says ?? '')?.[0])).toBeGreaterThan(200);
  for (const { points, interval } of card.rules) {
    expect(interval[0]).toBeLessThanOrEqual(points);
    expect(interval[1]).toBeGreaterThanOrEqual(points);
  }
  expect(later?.auc).toBeGreaterThan((unconstrained?.auc ?? 1) - 0.01);
  const { fit, engagement, intent } = card.max;
  expect(fit + engagement + intent).toBeGreaterThan(90);
});

test('as an agreement, the rules of the card give each lead the points that the card says', () => {
  const leads = leadsOf(1200, 2);
  const evidence = evidenceOf(leads);
  const { card } = cardOf(calibrate(evidence, { share: 1, mostRules: 25 }));
  const dimensions = ['fit', 'engagement', 'intent'] as const;
  const made = agreementWith({
    score: Object.fromEntries(
      dimensions.map((dimension) => [
        dimension,
        {
          max: card.max[dimension] + 10,
          rules: card.rules
            .filter((rule) => rule.dimension === dimension)
            .map(({ id, says, points, when }) => ({ id, says, points, when })),
          behaviours:
            dimension === 'engagement'
              ? card.behaviours.map(({ id, says, points, atMost }) => ({
                  id,
                  says,
                  points,
                  atMost,
                  match: { path: '/pricing' },
                }))
              : [],
        },
      ]),
    ),
  });
  const judge = compileAgreement(made, catalogue);
  const rows = Uint32Array.from(leads.keys());
  const features = atOnce(binned(evidence, rows, 10));
  leads.forEach(({ facts: { lead = {}, visit = {}, behaviour = {} } }, row) => {
    const occurrences = Array.from({ length: Number(behaviour['pricing']) }, (_, index) => ({
      path: '/pricing',
      at: index,
    }));
    const { reasons } = judge.judge({ attributes: lead, visit, occurrences }, 0).score;
    expect(reasons.some(({ id }) => id === 'cap')).toBe(false);
    expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(cardScore(features, card.points, row));
  });
});

test('where there is nothing to find, nothing is proposed', () => {
  for (let seed = 1; seed <= 3; seed += 1) {
    const leads = leadsOf(400, seed, 0);
    expect(calibrated(leads).kind, `seed ${seed}`).toBe('no_evidence');
  }
});

test('too few outcomes are told, with how many there are', () => {
  expect(calibrated(leadsOf(60, 3))).toMatchObject({ kind: 'too_few', least: { each: 20, all: 100 } });
  expect(calibrated([])).toMatchObject({ kind: 'too_few', won: 0, lost: 0 });
  const allWon = leadsOf(300, 4).map((lead) => ({ ...lead, won: true }));
  expect(calibrated(allWon)).toMatchObject({ kind: 'too_few', won: 300, lost: 0 });
});

test('a rate that has moved is told', () => {
  const [before, after] = [leadsOf(1500, 5), leadsOf(1500, 6)];
  const moved = after.map((lead, index) => ({ ...lead, won: lead.won || index % 4 === 0 }));
  expect(cardOf(calibrated([...before, ...moved], 0.5)).drift).toMatchObject({ hasMoved: true });
  expect(cardOf(calibrated([...before, ...after], 0.5)).drift).toMatchObject({ hasMoved: false });
});

test('a threshold for a share of won leads keeps it on later leads, and its interval holds it', () => {
  let held = 0;
  for (let seed = 10; seed < 16; seed += 1) {
    const leads = leadsOf(2000, seed);
    const { thresholds, later } = cardOf(calibrated(leads, 0.7));
    const found = thresholdFor(thresholds, 0.7);
    if (found === null || later === null) throw new Error('No threshold.');
    const above = [...later.counts].filter(([points]) => points >= found.from).map(([, counted]) => counted);
    const won = above.reduce((sum, counted) => sum + counted.won, 0);
    const share = won / above.reduce((sum, counted) => sum + counted.won + counted.lost, 0);
    if (found.interval[0] <= share && share <= found.interval[1]) held += 1;
  }
  expect(held).toBeGreaterThanOrEqual(5);
  expect(thresholdFor([], 0.7)).toBeNull();
});

test('work comes in pieces, and the pieces come to the same', () => {
  const evidence = evidenceOf(leadsOf(3000, 12));
  const work = calibrating(evidence, { share: 1, mostRules: 25 });
  let pieces = 0;
  for (;;) {
    const next = work.next();
    if (next.done === true) {
      expect(next.value).toEqual(calibrate(evidence, { share: 1, mostRules: 25 }));
      break;
    }
    pieces += 1;
    expect(next.value).toBeLessThan(10_000_000);
  }
  expect(pieces).toBeGreaterThan(100);
});

test('the same leads give the same card, and of very many a sample is kept', () => {
  const leads = leadsOf(500, 9);
  expect(calibrated(leads)).toEqual(calibrated(leads));
  const evidence = createEvidence(featuresOf(new Map(), agreementWith({}).score, 'points'));
  for (let count = 0; count < 300_000; count += 1) {
    evidence.add({ visit: { utm_source: `s${count % 7}` } }, count % 2 === 0, count);
  }
  const made = evidence.done();
  expect(made.seen).toBe(300_000);
  expect(made.size).toBeGreaterThan(140_000);
  expect(made.size).toBeLessThan(160_000);
  const middle = made.places.reduce((sum, place) => sum + place, 0) / made.size;
  expect(Math.abs(middle - 150_000)).toBeLessThan(2000);
});
