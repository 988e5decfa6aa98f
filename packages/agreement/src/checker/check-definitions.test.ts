import { expect, test } from 'vitest';
import { catalogue, exampleDocument, people, teams } from '../example-agreement.ts';
import { checkTerms } from './check-terms.ts';

const context = { catalogue, people, teams, today: '2026-11-26' };
const { handoff, tiers } = exampleDocument;

test('a definition of MQL that names other points than the threshold is told, where it stands', () => {
  const from = tiers.find(({ id }) => id === handoff.tier)?.from ?? 0;
  expect(from).toBe(50);
  const told = (mql: string, more: object = {}): readonly string[] =>
    checkTerms({ ...exampleDocument, ...more, definitions: { mql } }, context)
      .map(({ code, path }) => `${code} ${path.join('.')}`)
      .filter((one) => one.startsWith('definition'));
  const differs = ['definition_points_differ definitions.mql'];
  for (const text of [
    'Fits and wants to act: 60 points or more.',
    'at least 60 pts',
    '60+ points',
    '60 or more points',
    'Score of at least 60.',
    'a score above 60 and a need',
    'The threshold is 60',
    'Ab 60 Punkten.',
  ])
    expect([text, told(text)]).toEqual([text, differs]);
  for (const text of [
    'Fits and wants to act: 50 points or more.',
    '50 points, 20 points of them for fit',
    'A score of 50',
    'It has reached the threshold.',
    'More than 60 people, in 3 countries, with 2 pointers.',
    'Ranks in the top 60%',
    '',
  ])
    expect([text, told(text)]).toEqual([text, []]);
  // The threshold moves, and the words stay behind.
  const moved = tiers.map((tier) => (tier.id === handoff.tier ? { ...tier, from: 55 } : tier));
  expect(told('50 points or more', { tiers: moved })).toEqual(differs);
  expect(
    checkTerms({ ...exampleDocument, definitions: { mql: '60 points' } }, context).find(
      ({ code }) => code === 'definition_points_differ',
    ),
  ).toMatchObject({ severity: 'warning', params: { said: 60, from: 50 } });
});
