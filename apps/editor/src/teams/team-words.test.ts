// People and teams in words.
import { expect, test } from 'vitest';
import { awayInWords, shareInWords, sharesOf } from './team-words.ts';

const today = '2026-11-27';

test.each<[{ from: string; to: string }[], string | null]>([
  [[], null],
  [[{ from: '2026-11-20', to: '2026-11-30' }], 'Away until Nov 30'],
  [[{ from: today, to: today }], 'Away until Nov 27'],
  [[{ from: '2026-12-24', to: '2027-01-02' }], 'Away from Dec 24 to Jan 2, 2027'],
  [[{ from: '2026-12-01', to: '2026-12-01' }], 'Away on Dec 1'],
  [
    [
      { from: '2026-11-20', to: '2026-11-28' },
      { from: '2026-12-24', to: '2027-01-02' },
    ],
    'Away until Nov 28',
  ],
])('%j is said as %j', (away, said) => {
  const isAway = away.some(({ from, to }) => from <= today && today <= to);
  expect(awayInWords({ away, isAway }, today)).toBe(said);
});

test('shares go by the weights and are said in whole percents', () => {
  expect(sharesOf([1, 2, 1]).map(shareInWords)).toEqual(['25%', '50%', '25%']);
  expect(sharesOf([1, 1, 1]).map(shareInWords)).toEqual(['33%', '33%', '33%']);
  expect(sharesOf([]).map(shareInWords)).toEqual([]);
});
