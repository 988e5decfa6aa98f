import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesArbitrary, leadArbitrary, now, type Changes } from './agreement-arbitraries.ts';
import { exampleJudge, leadWith } from './example-agreement.ts';
import type { LeadFacts } from './lead.ts';
import type { Score } from './score.ts';

function scoreOf(changes: object, lead: LeadFacts, at = now): Score {
  return exampleJudge({ ...changes }).judge(lead, at).score;
}

const pointsOf = (score: Score) => score.reasons.map(({ id, dimension, points }) => [dimension, id, points]);

test('a score is what its reasons say', () => {
  const lead = leadWith(
    { company_size: '51-200', seniority: 'vp', email_kind: 'free', wants_demo: true },
    { occurrences: [{ path: '/pricing', at: now - 30 * 86_400_000 }] },
  );
  expect(scoreOf({}, lead)).toEqual({
    fit: 35,
    engagement: 0,
    intent: 33,
    total: 68,
    reasons: [
      { id: 'size', says: 'More than 50 people', dimension: 'fit', points: 30 },
      { id: 'vp', says: 'VP or above', dimension: 'fit', points: 20 },
      { id: 'free', says: 'Writes from a free address', dimension: 'fit', points: -15 },
      { id: 'demo', says: 'Asked for a demo', dimension: 'intent', points: 25 },
      { id: 'pricing', says: 'Viewed pricing', dimension: 'intent', points: 8 },
    ],
  });
});

test('what a dimension loses to its maximum is a reason', () => {
  const rules = [
    { id: 'a', says: 'A', points: 40 },
    { id: 'b', says: 'B', points: 40 },
  ];
  const score = scoreOf({ score: { fit: { max: 60, rules } }, rejections: [] }, leadWith({}));
  expect(score.total).toBe(60);
  expect(score.reasons[2]).toEqual({
    id: 'cap',
    says: 'At most 60 points for fit',
    dimension: 'fit',
    points: -20,
  });
});

test('what lifts a dimension to zero is a reason', () => {
  const rules = [{ id: 'a', says: 'A', points: -7 }];
  const score = scoreOf({ score: { intent: { max: 60, rules } }, rejections: [] }, leadWith({}));
  expect(score.total).toBe(0);
  expect(pointsOf(score)).toEqual([
    ['intent', 'a', -7],
    ['intent', 'cap', 7],
  ]);
});

test('what contributes nothing is no reason', () => {
  const score = scoreOf(
    {
      score: {
        fit: { max: 9, rules: [{ id: 'zero', says: 'Z', points: 0 }] },
        engagement: {
          max: 9,
          halfLifeDays: 1,
          behaviours: [{ id: 'old', says: 'O', match: { path: '/x' }, points: 1 }],
        },
      },
      rejections: [],
    },
    leadWith({}, { occurrences: [{ path: '/x', at: now - 2 * 86_400_000 }] }),
  );
  expect(score).toEqual({ fit: 0, engagement: 0, intent: 0, total: 0, reasons: [] });
});

test('the reasons add up to the total, each dimension to its own, and none is zero', () => {
  fc.assert(
    fc.property(changesArbitrary, leadArbitrary, (changes, lead) => {
      const judge = exampleJudge(changes);
      const { reasons, ...score } = judge.judge(lead, now).score;
      const sums = { fit: 0, engagement: 0, intent: 0, total: 0 };
      for (const { dimension, points } of reasons) {
        expect(points).not.toBe(0);
        sums[dimension] += points;
        sums.total += points;
      }
      expect(score).toEqual(sums);
      expect(judge.total(lead, now)).toBe(score.total);
    }),
  );
});

test('every dimension stays within its bounds', () => {
  fc.assert(
    fc.property(changesArbitrary, leadArbitrary, (changes, lead) => {
      const score = scoreOf(changes, lead);
      for (const dimension of ['fit', 'engagement', 'intent'] as const) {
        expect(score[dimension]).toBeGreaterThanOrEqual(0);
        expect(score[dimension]).toBeLessThanOrEqual(changes.score[dimension].max);
      }
    }),
  );
});

test('the order in which an agreement lists its rules and a lead its occurrences changes nothing', () => {
  fc.assert(
    fc.property(changesArbitrary, leadArbitrary, (changes, lead) => {
      const turned = { ...lead, occurrences: lead.occurrences.toReversed() };
      const [one, other] = [scoreOf(changes, lead), scoreOf(reversed(changes), turned)];
      const sorted = (score: Score) => pointsOf(score).map(String).sort();
      expect({ ...other, reasons: sorted(other) }).toEqual({ ...one, reasons: sorted(one) });
    }),
  );
});

test('a rule that gives points never lowers a total', () => {
  fc.assert(
    fc.property(changesArbitrary, leadArbitrary, fc.integer({ min: 0, max: 50 }), (changes, lead, points) => {
      const { fit } = changes.score;
      const more = { ...fit, rules: [...fit.rules, { id: 'more', says: 'M', points, when: null }] };
      const raised = { ...changes, score: { ...changes.score, fit: more } };
      expect(scoreOf(raised, lead).total).toBeGreaterThanOrEqual(scoreOf(changes, lead).total);
    }),
  );
});

test('a lead that does nothing never gains by waiting, where behaviours only give points', () => {
  const earlier = fc.integer({ min: 0, max: 100 * 86_400_000 });
  fc.assert(
    fc.property(changesArbitrary, leadArbitrary, earlier, (changes, lead, wait) => {
      const kind = onlyGiving(changes);
      const later = {
        ...lead,
        occurrences: lead.occurrences.map(({ at, ...what }) => ({ ...what, at: Math.min(at, now) })),
      };
      expect(scoreOf(kind, later, now + wait).total).toBeLessThanOrEqual(scoreOf(kind, later).total);
    }),
  );
});

function reversed(changes: Changes): Changes {
  const { fit, engagement, intent } = changes.score;
  const turn = <D extends Changes['score']['fit']>(dimension: D): D => ({
    ...dimension,
    rules: dimension.rules.toReversed(),
  });
  return {
    ...changes,
    score: {
      fit: turn(fit),
      engagement: { ...turn(engagement), behaviours: engagement.behaviours.toReversed() },
      intent: turn(intent),
    },
  };
}

function onlyGiving(changes: Changes): Changes {
  const { fit, engagement, intent } = changes.score;
  const give = <D extends Changes['score']['fit']>(dimension: D): D => ({
    ...dimension,
    behaviours: dimension.behaviours.map((behaviour) => ({
      ...behaviour,
      points: Math.abs(behaviour.points),
    })),
  });
  return { ...changes, score: { fit: give(fit), engagement: give(engagement), intent: give(intent) } };
}
