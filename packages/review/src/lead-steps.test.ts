import { expect, test } from 'vitest';
import { wayOf, type StepChange } from './lead-steps.ts';

const handed = { at: 10, verdict: 'accepted', verdictAt: 12 } as const;
const said = (at: number, step: StepChange['step'], corrected = false): StepChange => ({
  at,
  step,
  corrected,
});

test('a way is the first time of each step', () => {
  const way = wayOf(
    [said(20, 'contacted'), said(30, 'sql'), said(40, 'opportunity'), said(45, 'opportunity')],
    [handed],
  );
  expect(way).toEqual({
    at: { mql: 10, sal: 12, contacted: 20, sql: 30, opportunity: 40, won: null },
    lostAt: null,
    rejectedAt: null,
  });
});

test('steps reported in one instant count in the order of the way', () => {
  const { at } = wayOf([said(20, 'won'), said(20, 'sql'), said(20, 'opportunity')], [handed]);
  expect([at.sql, at.opportunity, at.won]).toEqual([20, 20, 20]);
});

test('a correction takes back what lies beyond it, and what is said anew counts anew', () => {
  const changes = [said(20, 'sql'), said(30, 'opportunity'), said(40, 'won'), said(50, 'sql', true)];
  expect(wayOf(changes, [handed]).at).toMatchObject({ sql: 20, opportunity: null, won: null });
  expect(wayOf([...changes, said(60, 'opportunity')], [handed]).at.opportunity).toBe(60);
});

test('a deal that was lost after all was an opportunity, and is not won', () => {
  const way = wayOf([said(30, 'opportunity'), said(40, 'won'), said(50, 'lost', true)], [handed]);
  expect(way).toMatchObject({ at: { opportunity: 30, won: null }, lostAt: 50 });
});

test('whoever is handed over anew, or goes on, is not lost', () => {
  const lost = [said(20, 'sql'), said(30, 'lost')];
  expect(wayOf(lost, [handed]).lostAt).toBe(30);
  expect(wayOf(lost, [handed, { at: 40, verdict: null, verdictAt: null }]).lostAt).toBeNull();
  expect(wayOf([...lost, said(50, 'opportunity', true)], [handed]).lostAt).toBeNull();
});

test('rejected is who was rejected last', () => {
  const rejected = { at: 10, verdict: 'rejected', verdictAt: 15 } as const;
  expect(wayOf([], [rejected])).toMatchObject({ at: { mql: 10, sal: null }, rejectedAt: 15 });
  expect(wayOf([], [rejected, { at: 20, verdict: 'accepted', verdictAt: 22 }])).toMatchObject({
    at: { mql: 10, sal: 22 },
    rejectedAt: null,
  });
});
