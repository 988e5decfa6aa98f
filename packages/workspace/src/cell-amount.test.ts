// Amounts in the ways of writing that tables have.
import { expect, test } from 'vitest';
import { cellAmount } from './cell-amount.ts';

test.each<[string, number | null, string | null]>([
  ['12000', 12_000, null],
  ['12000.50', 12_000.5, null],
  ['12000,5', 12_000.5, null],
  ['12,000', 12_000, null],
  ['1.234.567', 1_234_567, null],
  ['€ 1.234,50', 1234.5, 'EUR'],
  ['$1,234.50', 1234.5, 'USD'],
  ["CHF 12'000", 12_000, 'CHF'],
  ['12 000 EUR', 12_000, 'EUR'],
  ['-5', null, null],
  ['1.234.5', null, null],
  ['a lot', null, null],
  ['', null, null],
])('%j is %s', (text, amount, currency) => {
  expect(cellAmount(text)).toEqual(amount === null ? null : { amount, currency });
});
