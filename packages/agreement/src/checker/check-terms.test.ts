import type { Condition } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesArbitrary, leadArbitrary, now } from '../agreement-arbitraries.ts';
import { catalogue, exampleAgreement, exampleDocument, people, teams, when } from '../example-agreement.ts';
import { compileAgreement } from '../judge.ts';
import { checkTerms, type TermsEvidence } from './check-terms.ts';
import { evidenceKey } from './evidence-key.ts';

const context = { catalogue, people, teams, today: '2026-11-26' };
const { score, handoff, routing, hours, tiers } = exampleDocument;

function found(changes: object = {}, evidence: TermsEvidence | null = null): readonly string[] {
  return checkTerms({ ...exampleDocument, ...changes }, context, evidence).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );
}

const rule = (id: string, points: number, condition: Condition) => ({
  id,
  says: id,
  points,
  when: condition,
});
const is = (field: string, value: unknown, operator: '=' | '>=' | '<' = '=') =>
  when({ field, operator, value });
const both = (...conditions: Exclude<Condition, null>[]): Condition => ({
  combinator: 'and',
  rules: conditions,
});
const withFit = (max: number, ...rules: object[]) => ({ score: { ...score, fit: { max, rules } } });
const calm = { handoff: { ...handoff, tier: 'hot' } };

test('of the example only that behaviour reaches its threshold is told', () => {
  expect(found()).toEqual(['behaviour_reaches_threshold handoff.tier']);
  expect(found(calm)).toEqual([]);
});

test('a rule that contradicts itself never holds', () => {
  const small = both(is('lead.company_size', '1-10'), is('lead.company_size', '51-200', '>='));
  expect(
    found({ ...calm, ...withFit(60, rule('a', 5, small), rule('b', 40, is('lead.budget', 1))) }),
  ).toEqual(['rule_never_holds score.fit.rules.0.when']);
});

test('points that the cap or the floor always takes are told', () => {
  const some = is('lead.wants_demo', true);
  expect(
    found({
      ...calm,
      ...withFit(30, rule('always', 50, null), rule('more', 5, some), rule('less', -5, some)),
    }),
  ).toEqual(['points_never_count score.fit.rules.1.points', 'points_never_count score.fit.rules.2.points']);
  expect(
    found({ ...calm, ...withFit(30, rule('less', -5, some), rule('more', 20, is('lead.budget', 1))) }),
  ).toEqual([]);
});

test('a tier, or the threshold, beyond all that can be reached is told', () => {
  const low = { score: { fit: { max: 30, rules: [rule('a', 20, null)] } } };
  expect(found(low)).toEqual([
    'tier_unreachable tiers.0.from',
    'threshold_unreachable handoff.tier',
    'route_never_holds routing.rules.1.when',
  ]);
  const gap = {
    ...low,
    tiers: [
      { id: 'mql', from: 20, followUp: 'PT1H' },
      { id: 'mid', from: 5 },
      { id: 'low', from: 0 },
    ],
  };
  expect(found(gap).slice(0, 2)).toEqual(['tier_unreachable tiers.2.from', 'tier_unreachable tiers.1.from']);
});

test('disqualifiers that meet nobody, everybody, or all who could qualify are told', () => {
  const disqualify = (condition: Condition) => ({
    ...calm,
    disqualify: [{ id: 'd', says: 'D', when: condition }],
  });
  const small = is('lead.company_size', '51-200', '<');
  const big = is('lead.company_size', '51-200', '>=');
  expect(found(disqualify(both(small, big)))).toEqual(['disqualifier_never_holds disqualify.0.when']);
  expect(found(disqualify(null))).toEqual(['disqualifier_always_holds disqualify.0.when']);
  const rules = withFit(60, rule('a', 60, big));
  const noIntent = { score: { ...rules.score, intent: { max: 40 } } };
  expect(found({ ...disqualify(big), ...noIntent })).toEqual(['disqualifies_everybody disqualify.0.when']);
});

test('routing rules that others leave nothing to, and options that only the fallback gets', () => {
  const route = (id: string, condition: Condition) => ({ id, when: condition, to: { team: 'emea' } });
  const size = 'lead.company_size';
  expect(
    found({
      ...calm,
      routing: {
        ...routing,
        rules: [
          route('a', is(size, '51-200', '<')),
          route('b', is(size, '1-10')),
          route('c', is(size, '1001+')),
        ],
      },
    }),
  ).toEqual([
    'route_shadowed routing.rules.1',
    'option_without_owner routing.rules',
    'option_without_owner routing.rules',
  ]);
  expect(
    found({
      ...calm,
      routing: {
        ...routing,
        rules: [
          route('yes', is('lead.wants_demo', true)),
          route('known', when({ field: 'lead.wants_demo', operator: 'notNull' })),
          route('no', is('lead.wants_demo', false)),
        ],
      },
    }),
  ).toEqual(['route_shadowed routing.rules.2']);
});

test('what conditions name and what is gone is told, also in a draft that nobody could sign', () => {
  const rules = withFit(
    60,
    rule('a', 60, is('lead.company_size', 'huge')),
    rule('b', 60, is('lead.lost', 1)),
    rule('c', 60, is('behaviour.lost', 1)),
  );
  expect(found({ ...calm, ...rules })).toEqual([
    'option_gone score.fit.rules.0.when',
    'attribute_gone score.fit.rules.1.when',
    'behaviour_gone score.fit.rules.2.when',
    'rule_never_holds score.fit.rules.0.when',
    'rule_never_holds score.fit.rules.1.when',
    'rule_never_holds score.fit.rules.2.when',
    'threshold_unreachable handoff.tier',
  ]);
  for (const nonsense of [null, 3, [], { score: 7, tiers: [{}], routing: { rules: [{}] } }]) {
    expect(Array.isArray(checkTerms(nonsense, context))).toBe(true);
  }
});

test('people who are unknown or away, and teams of nobody', () => {
  const to = (team: string) => [{ id: 'a', when: is('lead.country', 'DE'), to: { team } }];
  const changed = {
    ...context,
    today: '2026-12-02',
    teams: new Map([...teams, ['none', { id: 'none', members: [] }]]),
  };
  const codes = (document: object, around = changed) =>
    checkTerms({ ...exampleDocument, ...calm, ...document }, around).map(({ code }) => code);
  expect(codes({ routing: { ...routing, rules: to('none') } })).toEqual(['team_empty']);
  expect(codes({ routing: { ...routing, rules: to('lost') } })).toEqual(['team_unknown']);
  expect(codes({ routing: { ...routing, fallback: { person: 'who@example.com' } } })).toEqual([
    'person_unknown',
  ]);
  expect(codes({ routing: { ...routing, fallback: { person: 'cid@example.com' } } })).toEqual([
    'fallback_away',
  ]);
  const cids = new Map([['emea', { id: 'emea', members: ['cid@example.com'] }]]);
  expect(codes({ routing: { ...routing, rules: to('emea') } }, { ...changed, teams: cids })).toEqual([
    'team_away',
  ]);
});

test('times that the hours do not allow', () => {
  expect(found({ ...calm, hours: { ...hours, week: {} } })).toEqual(['never_open hours.week']);
  const [hot, mql, nurture] = tiers;
  expect(found({ ...calm, tiers: [{ ...hot, followUp: 'PT50H' }, mql, nurture] })).toEqual([
    'follow_up_over_a_week tiers.0.followUp',
    'follow_up_slower_above tiers.0.followUp',
  ]);
  const escalate = [
    { at: '80%', tell: 'owner' },
    { at: '80.0%', reassign: true },
  ];
  expect(found({ ...calm, escalate })).toEqual(['escalations_together escalate.1.at']);
});

test('with the past at hand, rules that never held and people who could not have kept up', () => {
  const held = new Map([
    [evidenceKey('fit', 'vp'), 0],
    [evidenceKey('fit', 'size'), 3],
    [evidenceKey('routing', 'big'), 0],
  ]);
  const evidence = { days: 90, leads: 200, held, handoffsADay: 5 };
  expect(found(calm, evidence)).toEqual(['never_held score.fit.rules.1', 'never_held routing.rules.1']);
  expect(found(calm, { ...evidence, leads: 3 })).toEqual([]);
  const rules = [{ id: 'bob', when: null, to: { person: 'bob@example.com' } }];
  const limited = new Map([...people].filter(([email]) => email === 'bob@example.com'));
  const one = { ...routing, rules, fallback: { person: 'bob@example.com' } };
  const told = checkTerms(
    { ...exampleDocument, ...calm, routing: one, escalate: [] },
    { ...context, people: limited },
    { ...evidence, held: new Map() },
  );
  expect(told.map(({ code, params }) => [code, params])).toEqual([
    ['capacity_below_past', { capacity: 2, handoffsADay: 5 }],
  ]);
});

test('nothing is said to be impossible that some lead does', () => {
  fc.assert(
    fc.property(
      changesArbitrary,
      fc.array(leadArbitrary, { minLength: 30, maxLength: 60 }),
      (changes, leads) => {
        const agreement = exampleAgreement(changes);
        const judge = compileAgreement(agreement, catalogue);
        const findings = checkTerms(agreement, context);
        const at = (code: string) =>
          findings.filter((one) => one.code === code).map(({ path }) => path.join('.'));
        const unreachable = at('tier_unreachable');
        const never = at('rule_never_holds');
        for (const lead of leads) {
          const judged = judge.judge(lead, now);
          const tier = agreement.tiers.findIndex(({ id }) => id === judged.tier);
          expect(unreachable).not.toContain(`tiers.${tier}.from`);
          for (const { id, dimension } of judged.score.reasons) {
            const index = agreement.score[dimension].rules.findIndex((one) => one.id === id);
            expect(never).not.toContain(`score.${dimension}.rules.${index}.when`);
          }
          for (const { id } of judged.disqualifiedBy) {
            const index = agreement.disqualify.findIndex((one) => one.id === id);
            expect(at('disqualifier_never_holds')).not.toContain(`disqualify.${index}.when`);
          }
          if (at('disqualifier_always_holds').length > 0) expect(judged.disqualifiedBy).not.toEqual([]);
          if (judged.score.total >= judge.threshold.from) expect(at('threshold_unreachable')).toEqual([]);
          if (judged.qualified) {
            expect(at('requires_never_holds')).toEqual([]);
            expect(at('disqualifies_everybody')).toEqual([]);
          }
          const holding = judge.routes.findIndex(({ holds }) => holds(judge.facts(lead, judged.score)));
          expect(at('route_shadowed')).not.toContain(`routing.rules.${holding}`);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('points that are said not to count change no score', () => {
  fc.assert(
    fc.property(
      changesArbitrary,
      fc.array(leadArbitrary, { minLength: 20, maxLength: 40 }),
      (changes, leads) => {
        const agreement = exampleAgreement(changes);
        const judge = compileAgreement(agreement, catalogue);
        for (const { code, path } of checkTerms(agreement, context)) {
          if (code !== 'points_never_count') continue;
          const id = ['fit', 'engagement', 'intent'].find((one) => one === path[1]);
          if (id !== 'fit' && id !== 'engagement' && id !== 'intent') throw new Error(path.join('.'));
          const rules = changes.score[id].rules.map((one, index) =>
            index === path[3] ? { ...one, points: 0 } : one,
          );
          const without = exampleAgreement({
            ...changes,
            score: { ...changes.score, [id]: { ...changes.score[id], rules } },
          });
          const other = compileAgreement(without, catalogue);
          for (const lead of leads) expect(other.total(lead, now)).toBe(judge.total(lead, now));
        }
      },
    ),
    { numRuns: 20 },
  );
});

const small = fc.constantFrom<Condition>(
  null,
  is('lead.wants_demo', true),
  is('lead.wants_demo', false),
  is('lead.budget', 5, '>='),
  is('lead.budget', 3, '<'),
  both(is('lead.budget', 5, '>='), is('lead.budget', 9, '<')),
  both(is('lead.budget', 5, '>='), is('lead.budget', 3, '<')),
  is('lead.company_size', '51-200', '>='),
  is('lead.company_size', '1-10'),
);

test('of small agreements, what trying every lead finds out of reach is all told', () => {
  const rules = fc.array(fc.record({ points: fc.constantFrom(-10, 5, 10, 20), when: small }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(rules, rules, fc.integer({ min: 5, max: 40 }), (fit, intent, max) => {
      const numbered = (list: typeof fit) =>
        list.map((one, index) => rule(`r${index}`, one.points, one.when));
      const changes = {
        score: { fit: { max, rules: numbered(fit) }, intent: { max, rules: numbered(intent) } },
        tiers: [0, 5, 15, 30, 60].map((from) => ({ id: `t${from}`, from, followUp: 'PT1H' })),
        handoff: { tier: 't15' },
        disqualify: [],
        rejections: [],
        routing: { ...routing, rules: [] },
      };
      const agreement = exampleAgreement(changes);
      const judge = compileAgreement(agreement, catalogue);
      const reached = new Set<string>();
      const held = new Set<string>();
      for (const wants_demo of [undefined, true, false]) {
        for (const budget of [undefined, 2, 3, 4, 5, 7, 9, 10]) {
          for (const company_size of [undefined, '1-10', '11-50', '51-200']) {
            const attributes = { wants_demo, budget, company_size };
            const { tier, score: judged } = judge.judge({ attributes, occurrences: [], visit: {} }, now);
            reached.add(tier);
            for (const { id, dimension } of judged.reasons) held.add(`${dimension} ${id}`);
          }
        }
      }
      const told = checkTerms(agreement, context);
      const unreachable = agreement.tiers.flatMap(({ id }, index) => (reached.has(id) ? [] : [index]));
      const of = (code: string) => told.filter((one) => one.code === code);
      const isLow = of('threshold_unreachable').length > 0;
      const tiersTold = of('tier_unreachable').map(({ path }) => Number(path[1]));
      const expected = unreachable.filter((index) => !isLow || agreement.tiers[index]?.id !== 't15');
      expect(new Set(tiersTold)).toEqual(new Set(expected));
      const never = (['fit', 'intent'] as const).flatMap((id) =>
        agreement.score[id].rules.flatMap((one) => (held.has(`${id} ${one.id}`) ? [] : [`${id} ${one.id}`])),
      );
      expect(of('rule_never_holds').map(({ path, params }) => `${path[1]} ${params['id']}`)).toEqual(never);
    }),
    { numRuns: 30 },
  );
});
