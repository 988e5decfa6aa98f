// What became of a past lead, from what a table says of it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastSteps, pastTimes, type PastStep } from './history-map.ts';
import { lifeOf, type PastLife, type Times } from './past-life.ts';

const day = 86_400_000;

function life(said: PastStep | null, times: Times, tellsVerdicts = true): PastLife {
  const lived = lifeOf(said, times, tellsVerdicts, null);
  if (!lived.ok) throw new Error(lived.code);
  return lived.life;
}

const names = (one: PastLife): string[] =>
  one.changes.map(({ stage, dated }) => (dated ? stage : `${stage}?`));

test.each<[PastStep | null, Times, boolean, string[]]>([
  ['won', { created: 0, closed: 9 * day }, true, ['mql?', 'sal?', 'sql?', 'opportunity?', 'won']],
  ['won', { created: 0, closed: 9 * day }, false, ['won']],
  ['lost', { created: 0 }, true, ['mql?', 'sal?', 'lost?']],
  ['lost', { created: 0 }, false, ['lost?']],
  ['rejected', { created: 0, rejected: day }, true, ['mql?', 'lead']],
  ['opportunity', { created: 0, sql: day }, false, ['mql?', 'sql', 'opportunity?']],
  ['lead', { created: 0 }, true, []],
  // What happened says more than a word that nobody changed.
  [
    'lead',
    { created: 0, handed_off: day, won: 9 * day },
    true,
    ['mql', 'sal?', 'sql?', 'opportunity?', 'won'],
  ],
  [null, { created: 0, contacted: day }, false, ['mql?', 'contacted']],
  ['handed_off', { created: 0, handed_off: day }, true, ['mql']],
])('%s with %j, verdicts told: %s', (said, times, tellsVerdicts, expected) => {
  expect(names(life(said, times, tellsVerdicts))).toEqual(expected);
});

test('an undated handoff was when the lead came, any other undated step when the next one was', () => {
  const one = life('won', { created: 0, contacted: day, closed: 9 * day });
  expect(one.changes.map(({ stage, at }) => [stage, at])).toEqual([
    ['mql', 0],
    ['sal', day],
    ['contacted', day + 1],
    ['sql', 9 * day],
    ['opportunity', 9 * day + 1],
    ['won', 9 * day + 2],
  ]);
  expect(one.handoff).toEqual({ at: 0, verdict: { kind: 'accepted', at: day }, touchedAt: day });
});

test('a day has no hour: later on the same day is after, on an earlier day it cannot be', () => {
  const times = { created: day + 5000, handed_off: day };
  expect(life('handed_off', times).handoff?.at).toBe(day + 5000);
  expect(lifeOf('handed_off', { created: 2 * day, handed_off: day }, true, null)).toEqual({
    ok: false,
    code: 'out_of_order',
    time: 'handed_off',
  });
});

test('whatever is told: steps are in order, none before the lead came, and a verdict has its step', () => {
  const times = fc.record(
    Object.fromEntries(
      pastTimes.map((time) => [time, fc.integer({ min: 0, max: 20 }).map((at) => at * day)]),
    ),
    { requiredKeys: [] },
  );
  const said = fc.constantFrom<PastStep | null>(null, ...pastSteps);
  fc.assert(
    fc.property(said, times, fc.boolean(), (word, told: Times, tellsVerdicts) => {
      const lived = lifeOf(word, told, tellsVerdicts, 0);
      if (!lived.ok) return;
      const { changes, createdAt, handoff, lastAt } = lived.life;
      changes.forEach(({ at }, place) => {
        expect(at).toBeGreaterThanOrEqual(createdAt);
        if (place > 0) expect(at).toBeGreaterThan(changes[place - 1]?.at ?? Infinity);
      });
      expect(lastAt).toBe(changes.at(-1)?.at ?? createdAt);
      expect(handoff !== null).toBe(changes.some(({ stage }) => stage === 'mql'));
      const verdict = handoff?.verdict ?? null;
      if (verdict !== null)
        expect(changes).toContainEqual(
          expect.objectContaining({ stage: verdict.kind === 'accepted' ? 'sal' : 'lead', at: verdict.at }),
        );
      if (handoff !== null && handoff.touchedAt !== null)
        expect(handoff.touchedAt).toBeGreaterThanOrEqual(handoff.at);
    }),
  );
});
