import { fieldKinds } from '@baton/form';
import { expect, test } from 'vitest';
import { findKinds } from './find-kinds.ts';

test('nothing typed finds every kind', () => {
  expect(findKinds(' ')).toBe(fieldKinds);
});

test('what begins a word comes before what stands inside one', () => {
  expect(findKinds('one')).toEqual(['choice', 'phone']);
  expect(findKinds('e-m')).toEqual(['email']);
});

test('a kind is found by what others call it', () => {
  expect(findKinds('dropdown')).toEqual(['choice']);
  expect(findKinds('Checkbox')[0]).toBe('choices');
  expect(findKinds('stars')).toEqual(['rating']);
  expect(findKinds('zebra')).toEqual([]);
});
