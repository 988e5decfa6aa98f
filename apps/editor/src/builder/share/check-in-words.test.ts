import type { SiteCheck } from '@baton/worker/api-types';
import { expect, test } from 'vitest';
import { checkInWords } from './check-in-words.ts';

const check = (more: Partial<SiteCheck>): SiteCheck => ({
  verdict: 'found',
  url: 'https://www.example.com/',
  status: 200,
  problem: null,
  isWhole: true,
  seen: [],
  hindrances: [],
  ...more,
});
const words = (more: Partial<SiteCheck>) => checkInWords(check(more), 'https://baton.example');

test('what was seen is said with how often', () => {
  const { tone, seen } = words({
    seen: [
      { code: 'script', count: 1 },
      { code: 'other_form', form: 'contact', count: 2 },
      { code: 'tag_manager', container: 'GTM-ABC' },
    ],
  });
  expect(tone).toBe('good');
  expect(seen).toEqual([
    'The form’s script',
    'Another form, “contact”, 2 times',
    'A tag manager’s container, GTM-ABC',
  ]);
});

test('what keeps a form from working is said with what to do', () => {
  const { tone, hindrances } = words({
    verdict: 'hindered',
    hindrances: [
      { code: 'policy', directive: 'script-src', by: 'header' },
      { code: 'website_not_listed', origin: 'https://www.example.com' },
    ],
  });
  expect(tone).toBe('bad');
  expect(hindrances[0]).toContain('adds https://baton.example to script-src.');
  expect(hindrances[1]).toContain('Add it on the Embed tab');
});

test('a page that could not be read says why, and never that the form is missing', () => {
  const problems = [
    'http_error',
    'timeout',
    'not_html',
    'private_address',
    'unknown_host',
    'tls_failed',
    'other',
  ];
  const said = problems.map((problem) =>
    words({ verdict: 'not_reached', problem, status: 503, isWhole: false }),
  );
  expect(new Set(said.map(({ next }) => next)).size).toBe(problems.length);
  expect(said[0]?.next).toContain('503');
  for (const { title, seen } of said) expect([title, seen]).toEqual(['The page could not be read', []]);
});

test('of a page that is too long it says that not all was read', () => {
  expect(words({ verdict: 'not_found', isWhole: false }).seen).toEqual([
    'Only the first two megabytes were read.',
  ]);
});
