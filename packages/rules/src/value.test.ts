import { expect, test } from 'vitest';
import { normaliseText } from './compare-texts.ts';
import { isMissing, toNumber } from './value.ts';

test('nothing, blanks and lists of nothing are missing', () => {
  for (const value of [
    undefined,
    null,
    '',
    ' ',
    '\t\n',
    '\u00a0',
    Number.NaN,
    [],
    [''],
    [null, ' ', undefined],
  ]) {
    expect(isMissing(value), JSON.stringify(value)).toBe(true);
  }
});

test('no and nought are there', () => {
  for (const value of [
    0,
    -0,
    false,
    'x',
    ' x ',
    '0',
    ['x'],
    ['', 'x'],
    [[]],
    {},
    Infinity,
    0n,
    Symbol('x'),
  ]) {
    expect(isMissing(value), typeof value).toBe(false);
  }
});

test('text compares trimmed, composed and in lower case', () => {
  expect(normaliseText(' \u00a0ÄPFEL\n')).toBe('äpfel');
  expect(normaliseText('A\u0308pfel')).toBe('äpfel');
});

test('a numeric text is its number, anything else none', () => {
  expect(['10', ' 1.5 ', '-3', '1e3', 7].map(toNumber)).toEqual([10, 1.5, -3, 1000, 7]);
  for (const value of ['', ' ', 'ten', '1,5', '10 people', true, null, undefined, [], [1], {}, 1n]) {
    expect(toNumber(value), typeof value).toBeNaN();
  }
});

test('a long text of nothing but marks is read in no time', () => {
  const marks = '\u0301\u0316'.repeat(30_000);
  const began = performance.now();
  expect(normaliseText(`e${marks}`)).toBe(normaliseText(`E${marks} `));
  // In the square of its length it would take many seconds.
  expect(performance.now() - began).toBeLessThan(2000);
});

test('marks compare alike in either order, however long the text', () => {
  const long = 'word '.repeat(100);
  expect(normaliseText(`${long}q\u0307\u0323`)).toBe(normaliseText(`${long}q\u0323\u0307`));
  expect(normaliseText(`${long}e\u0301`)).toBe(normaliseText(`${long}\u00e9`));
});
