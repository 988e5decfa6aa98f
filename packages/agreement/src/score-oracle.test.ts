// A score against an evaluator that knows no index and no shortcut: it goes through the agreement as it is written, one
// rule and one occurrence after the other.
import { compileCondition, type Condition } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesArbitrary, leadArbitrary, now, type Changes } from './agreement-arbitraries.ts';
import { catalogue, exampleJudge } from './example-agreement.ts';
import type { LeadFacts, Occurrence } from './lead.ts';
import type { Reason } from './score.ts';
import { vocabulariesFor } from './vocabularies.ts';

const day = 86_400_000;
const { evidence } = vocabulariesFor(catalogue, ['read', 'priced', 'came', 'left']);

type Dimension = Changes['score']['fit'];
type Behaviour = Dimension['behaviours'][number];
type DimensionId = keyof Changes['score'];

const ids: readonly DimensionId[] = ['fit', 'engagement', 'intent'];

function isOne({ match }: Behaviour, { path, event }: Occurrence): boolean {
  if ('event' in match) return event === match.event;
  if (path === undefined) return false;
  const [before = '', after] = match.path.split('*');
  return after === undefined ? path === before : path.startsWith(before) && path.endsWith(after);
}

function worthOf(
  behaviour: Behaviour,
  done: readonly Occurrence[],
  halfLifeDays: number | undefined,
): number {
  let sum = 0;
  for (const { at } of done) {
    const age = Math.max(0, now - at) / day;
    sum += behaviour.points * (halfLifeDays === undefined ? 1 : Math.pow(0.5, age / halfLifeDays));
  }
  const most = Math.min(Math.abs(sum), behaviour.atMost ?? Infinity);
  const whole = Math.floor(most) + (most - Math.floor(most) >= 0.5 ? 1 : 0);
  return sum < 0 ? -whole : whole;
}

/** Every contribution, and what each dimension comes to. */
function naive({ score }: Changes, lead: LeadFacts) {
  const all = ids.flatMap((id) => score[id].behaviours);
  const doneOf = (behaviour: Behaviour) => lead.occurrences.filter((one) => isOne(behaviour, one));
  const counts = Object.fromEntries(all.map((behaviour) => [behaviour.id, doneOf(behaviour).length]));
  const facts = { lead: lead.attributes, visit: lead.visit, behaviour: counts };
  const holds = (when: Condition): boolean => compileCondition(when, evidence)(facts);
  const given: Pick<Reason, 'dimension' | 'id' | 'points'>[] = [];
  const give = (dimension: DimensionId, id: string, points: number): void => {
    if (points !== 0) given.push({ dimension, id, points });
  };
  const sums = { fit: 0, engagement: 0, intent: 0, total: 0 };
  let grounded = false;
  for (const id of ids) {
    const { rules, behaviours, halfLifeDays, max } = score[id];
    const before = given.length;
    for (const rule of rules) {
      if (!holds(rule.when)) continue;
      give(id, rule.id, rule.points);
      if (id !== 'engagement' && rule.points > 0) grounded = true;
    }
    for (const one of behaviours) give(id, one.id, worthOf(one, doneOf(one), halfLifeDays));
    const sum = given.slice(before).reduce((so, { points }) => so + points, 0);
    sums[id] = Math.max(0, Math.min(max, sum));
    give(id, 'cap', sums[id] - sum);
    sums.total += sums[id];
  }
  return { ...sums, given, grounded };
}

test('a score is what going through the agreement rule by rule comes to', () => {
  let contributions = 0;
  let caps = 0;
  fc.assert(
    fc.property(
      changesArbitrary,
      fc.array(leadArbitrary, { minLength: 1, maxLength: 4 }),
      (changes, leads) => {
        const judge = exampleJudge(changes);
        for (const lead of leads) {
          const { given, grounded, ...sums } = naive(changes, lead);
          const { reasons, ...found } = judge.judge(lead, now).score;
          expect(found).toEqual(sums);
          expect(reasons.map(({ dimension, id, points }) => ({ dimension, id, points }))).toEqual(given);
          expect(judge.total(lead, now)).toBe(sums.total);
          if (judge.judge(lead, now).qualified) expect(grounded).toBe(true);
          contributions += given.length;
          caps += given.filter(({ id }) => id === 'cap').length;
        }
      },
    ),
    { numRuns: 500 },
  );
  // Agreements that hardly ever speak would prove little.
  expect(contributions).toBeGreaterThan(5_000);
  expect(caps).toBeGreaterThan(500);
});
