import { expect, test } from 'vitest';
import type { ReviewChoices } from '@baton/worker/api-types';
import { choicesFor, wordInWords } from './filter-choices.ts';

const none: readonly { readonly word: string; readonly count: number }[] = [];

const choices: ReviewChoices = {
  asOf: '2026-11-27T09:00:00.000Z',
  leads: 9,
  timeZone: 'Europe/Berlin',
  usual: { from: '2026-10-29', to: '2026-11-27' },
  first: null,
  dimensions: {
    form: [
      { word: 'demo', count: 7 },
      { word: 'origin:history', count: 2 },
    ],
    version: [
      { word: 'demo@3', count: 7 },
      { word: 'origin:history@0', count: 2 },
      { word: 'gone@1', count: 1 },
    ],
    source: [{ word: '', count: 1 }],
    medium: [...none],
    campaign: [...none],
    tier: [...none],
    person: [{ word: 'ann@baton.example', count: 3 }],
    country: [
      { word: 'AT', count: 4 },
      { word: 'elsewhere', count: 1 },
    ],
    account: [...none],
  },
  people: [{ email: 'ann@baton.example', name: 'Ann' }],
  teams: [{ id: 'all', name: 'Everybody' }],
  forms: [
    { id: 'demo', name: 'Request a demo' },
    { id: 'origin:history', name: 'origin:history' },
  ],
};

test('whatever the review is narrowed down to is said in words', () => {
  const named = (name: Parameters<typeof choicesFor>[0]) => choicesFor(name, choices).map(([, text]) => text);
  expect(named('form')).toEqual(['Request a demo (7)', 'From history (2)']);
  expect(named('version')).toEqual([
    'Request a demo, version 3 (7)',
    'From history (2)',
    'gone, version 1 (1)',
  ]);
  expect(named('source')).toEqual(['Not known (1)']);
  expect(named('person')).toEqual(['Ann (3)']);
  expect(named('team')).toEqual(['Everybody']);
  expect(named('country')).toEqual(['Austria (4)', 'elsewhere (1)']);
  expect(wordInWords('version', 'demo@9', choices)).toBe('Request a demo, version 9');
});
