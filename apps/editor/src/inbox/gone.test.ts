import { expect, test } from 'vitest';
import { goneIn, goneInWords, isUsual, withoutGone } from './gone.ts';

const choices = {
  people: [{ email: 'ann@baton.example', name: 'Ann', party: 'marketing' as const }],
  teams: [{ id: 'all', name: 'Everybody' }],
};

test('who is there, oneself and nobody are not gone; whom there is no more is, and so is a team', () => {
  for (const owner of ['ann@baton.example', 'me', 'none'])
    expect(goneIn({ owner, team: 'all' }, choices)).toEqual([]);
  const search = { view: 'open', owner: 'eve@baton.example', team: 'night', tier: 'hot' } as const;
  const gone = goneIn(search, choices);
  expect(gone).toEqual([
    { filter: 'owner', id: 'eve@baton.example' },
    { filter: 'team', id: 'night' },
  ]);
  expect(withoutGone(search, gone)).toEqual({ view: 'open', tier: 'hot' });
  expect(goneInWords(gone)).toBe(
    'It asks for leads of eve@baton.example and of the team “night”, who are not in this workspace any more.',
  );
});

test('while nobody knows who is there, nobody is said to be gone', () => {
  expect(goneIn({ owner: 'eve@baton.example' }, undefined)).toEqual([]);
});

test('what is left of a view is one that everybody has, or not', () => {
  expect(isUsual({ view: 'open', sort: 'deadline' }, 'mine')).toBe(true);
  expect(isUsual({ view: 'open', sort: 'score' }, 'mine')).toBe(false);
  expect(isUsual({ view: 'open', tier: 'hot' }, 'mine')).toBe(false);
});
