import { expect, test } from 'vitest';
import { agoInWords } from './time-in-words.ts';

const now = Date.parse('2026-11-26T12:00:00Z');

test.each([
  ['2026-11-26T11:59:30Z', 'just now'],
  ['2026-11-26T11:59:00Z', '1 minute ago'],
  ['2026-11-26T09:30:00Z', '2 hours ago'],
  ['2026-11-24T12:00:00Z', '2 days ago'],
  ['2026-11-01T12:00:00Z', 'on 1 November 2026'],
])('%s', (at, words) => {
  expect(agoInWords(Date.parse(at), now)).toBe(words);
});
