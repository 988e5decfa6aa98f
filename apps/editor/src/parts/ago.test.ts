import { expect, test } from 'vitest';
import { agoInWords } from './ago.tsx';

test('how long ago is told in the largest unit that is full', () => {
  expect(agoInWords(5)).toBe('just now');
  expect(agoInWords(60)).toBe('1 minute ago');
  expect(agoInWords(7199)).toBe('1 hour ago');
  expect(agoInWords(86_400)).toBe('yesterday');
  expect(agoInWords(3 * 86_400)).toBe('3 days ago');
});

test('a clock that runs ahead makes nothing come from the future', () => {
  expect(agoInWords(-30)).toBe('just now');
});
