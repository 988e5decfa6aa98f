import { expect, test } from 'vitest';
import {
  freshId,
  thresholdBounds,
  thresholdPath,
  valueAt,
  withEntry,
  withMoved,
  withValueAt,
} from './terms-draft.ts';

const draft = {
  format: 1,
  score: { fit: { max: 60, rules: [{ id: 'vp', points: 20 }] } },
  tiers: [
    { id: 'hot', from: 75 },
    { id: 'mql', from: 50 },
    { id: 'nurture', from: 0 },
  ],
  handoff: { tier: 'mql' },
};

test('a value is changed at its place, and everything beside it stays the same object', () => {
  const next = withValueAt(draft, ['tiers', 1, 'from'], 60);
  expect(valueAt(next, ['tiers', 1, 'from'])).toBe(60);
  expect(next['score']).toBe(draft.score);
  expect(valueAt(next, ['tiers', 0])).toBe(draft.tiers[0]);
});

test('what stands there already changes nothing', () => {
  expect(withValueAt(draft, ['tiers', 1, 'from'], 50)).toBe(draft);
  expect(withValueAt(draft, ['commitments', 'sales', 'accept'], undefined)).toBe(draft);
});

test('a place that is not there yet is made, and one that is emptied goes', () => {
  const made = withValueAt(draft, ['commitments', 'sales', 'accept'], 0.7);
  expect(made['commitments']).toEqual({ sales: { accept: 0.7 } });
  expect(withValueAt(draft, ['score', 'fit', 'rules', 0], undefined)['score']).toEqual({
    fit: { max: 60, rules: [] },
  });
});

test('entries are added and moved within their list, and never out of it', () => {
  const more = withEntry(draft, ['routing', 'rules'], { id: 'a' });
  expect(valueAt(more, ['routing', 'rules', 0])).toEqual({ id: 'a' });
  const moved = withMoved(draft, ['tiers'], 0, 2);
  expect(valueAt(moved, ['tiers', 2])).toBe(draft.tiers[0]);
  expect(withMoved(draft, ['tiers'], 0, 3)).toBe(draft);
});

test('a new id is none that anything in the document has', () => {
  expect(freshId(draft, 'VP', 'rule')).toBe('vp_2');
  expect(freshId(draft, 'Cap', 'rule')).toBe('cap_2');
  expect(freshId(draft, '…', 'rule')).toBe('rule');
});

test('the threshold is the number of the tier that the handoff names, kept between its neighbours', () => {
  expect(thresholdPath(draft)).toEqual(['tiers', 1, 'from']);
  expect(thresholdBounds(draft, 120)).toEqual({ least: 1, most: 74 });
  expect(thresholdPath({ ...draft, handoff: { tier: 'gone' } })).toBeNull();
});
