import { compileCondition, type Operator } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesArbitrary, leadArbitrary, now } from './agreement-arbitraries.ts';
import { catalogue, exampleAgreement, exampleJudge, leadWith, when } from './example-agreement.ts';
import { compileAgreement } from './judge.ts';
import { vocabulariesFor } from './vocabularies.ts';

const strong = { company_size: '51-200', seniority: 'vp' };

test('a lead is qualified when nothing stands in the way', () => {
  expect(exampleJudge().judge(leadWith(strong), now)).toMatchObject({
    tier: 'mql',
    qualified: true,
    because: [],
    disqualifiedBy: [],
  });
});

test('a lead below the threshold is told how far', () => {
  const judgement = exampleJudge().judge(leadWith({ company_size: '51-200' }), now);
  expect(judgement).toMatchObject({ tier: 'nurture', qualified: false });
  expect(judgement.because).toEqual([{ kind: 'tier', tier: 'nurture', needed: 'mql', missing: 20 }]);
});

test('a lead that is disqualified keeps its score and is not qualified', () => {
  const judgement = exampleJudge().judge(leadWith({ ...strong, job_title: 'PhD STUDENT' }), now);
  expect(judgement).toMatchObject({ tier: 'mql', qualified: false, score: { total: 50 } });
  expect(judgement.disqualifiedBy).toEqual([{ id: 'student', says: 'Student' }]);
  expect(judgement.because).toEqual([{ kind: 'disqualified', by: judgement.disqualifiedBy }]);
});

test('what a handoff requires may read the score', () => {
  const requires = when({ field: 'score.intent', operator: '>', value: 0 });
  const judge = exampleJudge({ handoff: { tier: 'mql', requires } });
  expect(judge.judge(leadWith(strong), now).because).toEqual([{ kind: 'requires' }]);
  expect(judge.judge(leadWith({ ...strong, wants_demo: true }), now).qualified).toBe(true);
});

test('behaviour alone never qualifies, however much of it there is', () => {
  const judge = exampleJudge({
    tiers: [
      { id: 'mql', from: 20, followUp: 'PT4H' },
      { id: 'low', from: 0 },
    ],
  });
  const occurrences = [1, 2, 3].map((age) => ({ path: '/pricing', at: now - age }));
  const judgement = judge.judge(leadWith({}, { occurrences }), now);
  expect(judgement).toMatchObject({ tier: 'mql', qualified: false, because: [{ kind: 'behaviour_alone' }] });
  expect(judge.judge(leadWith({ wants_demo: true }, { occurrences }), now).qualified).toBe(true);
});

test('a rule in engagement, or one that takes points, is no ground to qualify', () => {
  const tiers = [{ id: 'mql', from: 0, followUp: 'PT4H' }];
  const rule = { id: 'x', says: 'X' };
  const grounds = (score: object) =>
    exampleJudge({ tiers, score, rejections: [] }).judge(leadWith({}), now).because.length === 0;
  expect(grounds({ engagement: { max: 9, rules: [{ ...rule, points: 5 }] } })).toBe(false);
  expect(grounds({ fit: { max: 9, rules: [{ ...rule, points: -5 }] } })).toBe(false);
  expect(grounds({ fit: { max: 9, rules: [{ ...rule, points: 0 }] } })).toBe(false);
  expect(grounds({ fit: { max: 9, rules: [{ ...rule, points: 1 }] } })).toBe(true);
  expect(grounds({ intent: { max: 0, rules: [{ ...rule, points: 1 }] } })).toBe(true);
});

test('rules read how often a behaviour occurred, which is 0 and not nothing before the first time', () => {
  const score = (operator: Operator, value: number) => ({
    fit: {
      max: 9,
      rules: [
        {
          id: 'x',
          says: 'X',
          points: 5,
          when: when({ field: 'behaviour.seen', operator, value }),
        },
      ],
    },
    engagement: { max: 0, behaviours: [{ id: 'seen', says: 'Seen', match: { path: '/p*' }, points: 1 }] },
  });
  const fit = (changes: object, times: number) => {
    const occurrences = Array.from({ length: times }, (_, index) => ({ path: '/p', at: now - index }));
    return exampleJudge({ score: changes, rejections: [] }).judge(leadWith({}, { occurrences }), now).score
      .fit;
  };
  expect(fit(score('=', 0), 0)).toBe(5);
  expect(fit(score('>=', 2), 1)).toBe(0);
  expect(fit(score('>=', 2), 2)).toBe(5);
});

test('rules read the latest visit', () => {
  const rules = [
    { id: 'x', says: 'X', points: 5, when: when({ field: 'visit.country', operator: '=', value: 'DE' }) },
  ];
  const judge = exampleJudge({ score: { fit: { max: 9, rules } }, rejections: [] });
  expect(judge.judge(leadWith({}, { visit: { country: 'de' } }), now).score.fit).toBe(5);
  expect(judge.judge(leadWith({ country: 'DE' }), now).score.fit).toBe(0);
});

test('a tier begins with its own first point', () => {
  const judge = exampleJudge();
  expect([0, 49, 50, 74, 75, 1000].map((total) => judge.tierOf(total).id)).toEqual([
    'nurture',
    'nurture',
    'mql',
    'mql',
    'hot',
    'hot',
  ]);
  expect(judge.isAtOrAbove('hot', 'mql')).toBe(true);
  expect(judge.isAtOrAbove('mql', 'mql')).toBe(true);
  expect(judge.isAtOrAbove('nurture', 'mql')).toBe(false);
  expect(judge.isAtOrAbove('gone', 'nurture')).toBe(false);
});

test('tiers may be listed in any order', () => {
  const tiers = [...exampleAgreement().tiers].reverse();
  expect(exampleJudge({ tiers }).tierOf(60).id).toBe('mql');
});

test('the deadline is the follow-up of the tier in business hours', () => {
  const judge = exampleJudge();
  const friday = Date.parse('2026-11-27T16:30:00+01:00');
  expect(judge.deadline(friday, 'hot')).toBe(Date.parse('2026-11-27T16:45:00+01:00'));
  expect(judge.deadline(friday, 'mql')).toBe(Date.parse('2026-11-30T12:00:00+01:00'));
  expect(judge.deadline(friday, 'nurture')).toBeNull();
  expect(judge.deadline(friday, 'gone')).toBeNull();
  expect(judge.after(friday, 'P1D')).toBe(Date.parse('2026-11-30T16:30:00+01:00'));
  expect(judge.after(friday, 'soon')).toBeNull();
});

test('escalations fall on shares of the open time', () => {
  const judge = exampleJudge();
  const friday = Date.parse('2026-11-27T16:30:00+01:00');
  expect(judge.escalations(friday, Date.parse('2026-11-30T12:00:00+01:00'))).toEqual([
    { percent: 80, at: Date.parse('2026-11-30T11:12:00+01:00'), tell: 'owner', reassign: false },
    {
      percent: 100,
      at: Date.parse('2026-11-30T12:00:00+01:00'),
      tell: { person: 'vp@example.com' },
      reassign: false,
    },
    { percent: 150, at: Date.parse('2026-11-30T14:00:00+01:00'), tell: null, reassign: true },
  ]);
});

test('a share of the open time is never due early', () => {
  const judge = exampleJudge({ escalate: [{ at: '33.33%', tell: { team: 'emea' } }] });
  const from = Date.parse('2026-11-27T10:00:00+01:00');
  expect(judge.escalations(from, from + 100)).toMatchObject([{ at: from + 34, tell: { team: 'emea' } }]);
});

test('qualified is what the four words of the agreement say', () => {
  fc.assert(
    fc.property(changesArbitrary, leadArbitrary, (changes, lead) => {
      const agreement = exampleAgreement(changes);
      const judge = compileAgreement(agreement, catalogue);
      const { score, tier, qualified, because, disqualifiedBy } = judge.judge(lead, now);
      const { evidence, decision } = vocabulariesFor(catalogue, ['read', 'priced', 'came', 'left']);
      const facts = judge.facts(lead, score);
      const grounds = [...agreement.score.fit.rules, ...agreement.score.intent.rules];
      expect(disqualifiedBy.map(({ id }) => id)).toEqual(
        agreement.disqualify.flatMap((rule) => (compileCondition(rule.when, evidence)(facts) ? rule.id : [])),
      );
      expect(qualified).toBe(
        judge.isAtOrAbove(tier, agreement.handoff.tier) &&
          compileCondition(agreement.handoff.requires, decision)(facts) &&
          disqualifiedBy.length === 0 &&
          grounds.some((rule) => rule.points > 0 && compileCondition(rule.when, evidence)(facts)),
      );
      expect(because.length === 0).toBe(qualified);
    }),
    { numRuns: 300 },
  );
});
