import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, isColour, mix, nearest } from './colour.ts';

const colour = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('only six digits are a colour', () => {
  for (const other of ['#fff', 'red', '#12345g', '#1234567', ' #123456', '#123456;', 7, null]) {
    expect(isColour(other)).toBe(false);
  }
  expect(isColour('#A1b2C3')).toBe(true);
});

test('a suggestion always passes, and is the colour itself where that passes', () => {
  assert(
    property(colour, colour, constantFrom(3, 4.5), (first, on, least) => {
      const passes = (other: string) => contrast(other, on) >= least;
      const suggestion = nearest(first, passes);
      expect(isColour(suggestion)).toBe(true);
      expect(passes(suggestion)).toBe(true);
      if (passes(first)) expect(suggestion).toBe(first);
    }),
    { numRuns: 500 },
  );
});

test('a suggestion is the same colour, a little darker or lighter, and hardly better than it must be', () => {
  const onWhite = nearest('#ffb020', (other) => contrast(other, '#ffffff') >= 3);
  const onBlack = nearest('#0a2f5c', (other) => contrast(other, '#101216') >= 3);
  expect([onWhite, onBlack]).toMatchInlineSnapshot(`
    [
      "#c8880b",
      "#3c6293",
    ]
  `);
  expect(contrast(onWhite, '#ffffff')).toBeLessThan(3.1);
  expect(contrast(onBlack, '#101216')).toBeLessThan(3.1);
});

test('a mix lies between its two colours', () => {
  expect(mix('#ffffff', 0.5, '#000000')).toBe('#808080');
  expect(mix('#123456', 1, '#ffffff')).toBe('#123456');
});
