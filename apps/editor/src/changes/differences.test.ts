import { expect, test } from 'vitest';
import { differences, inWords } from './differences.ts';

test('what differs is told part by part, by ids', () => {
  expect(
    differences(
      {
        name: 'Demo',
        fields: [
          { id: 'email', label: 'E-mail' },
          { id: 'team', label: 'Team' },
        ],
      },
      {
        name: 'Demo',
        fields: [
          { id: 'team', label: 'Team size' },
          { id: 'email', label: 'E-mail', required: true },
        ],
      },
    ),
  ).toEqual([
    { what: 'fields › team › label', before: 'Team', after: 'Team size' },
    { what: 'fields › email › required', before: null, after: 'yes' },
  ]);
});

test('what was made, and what is gone, is told part by part', () => {
  expect(differences(null, { version: 4, note: null })).toEqual([
    { what: 'version', before: null, after: '4' },
    { what: 'note', before: null, after: 'nothing' },
  ]);
  expect(differences({ name: 'Ann' }, null)).toEqual([{ what: 'name', before: 'Ann', after: null }]);
  expect(differences('Old', 'New')).toEqual([{ what: '', before: 'Old', after: 'New' }]);
  expect(differences(null, null)).toEqual([]);
});

test('lists and what is in them read like words', () => {
  expect(inWords(['a', 'b'])).toBe('a, b');
  expect(inWords([{ person: 'ann', weight: 2 }, { person: 'bob' }])).toBe('person ann, weight 2; person bob');
  expect(inWords({ where: { on: [true] }, of: '' })).toBe('where (on (yes)), of empty');
  expect([inWords([]), inWords({})]).toEqual(['none', 'nothing']);
});
