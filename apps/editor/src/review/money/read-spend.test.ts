import { expect, test } from 'vitest';
import { amountInWords, countInParts } from './money-words.ts';
import { readSpend } from './read-spend.ts';

test('reads months, sources and amounts as people write them', () => {
  const csv =
    'Date;Channel;Spend\n2026-11-03;Google Ads;"1.234,50"\n11/2026;LinkedIn;€ 2,000\n2026-12;news;0.5\n';
  expect(readSpend(csv, 'EUR')).toEqual({
    rows: [
      { month: '2026-11', source: 'google ads', amount: 1234.5, currency: 'EUR' },
      { month: '2026-11', source: 'linkedin', amount: 2000, currency: 'EUR' },
      { month: '2026-12', source: 'news', amount: 0.5, currency: 'EUR' },
    ],
    wrong: [],
  });
});

test('a currency of its own stands', () => {
  expect(readSpend('month,source,amount,currency\n2026-11,x,5,usd\n', 'EUR').rows[0]?.currency).toBe('USD');
});

test('tells what cannot be read by its line', () => {
  const { rows, wrong } = readSpend(
    'month,source,cost\n2026-13,x,5\n2026-11,,5\n2026-11,x,much\n2026-11,x,7\n',
    'EUR',
  );
  expect(rows).toHaveLength(1);
  expect(wrong).toEqual([
    'Line 2: “2026-13” is no month, such as 2026-11.',
    'Line 3: the source is missing.',
    'Line 4: “much” is no amount.',
  ]);
  expect(readSpend('month,source,amount,currency\n2026-11,x,5,E1\n', 'EUR').wrong).toEqual([
    'Line 2: “E1” is no currency, such as EUR.',
  ]);
  expect(readSpend('a,b\n1,2\n', 'EUR').wrong).toEqual(['No column is called month, or source, or amount.']);
  expect(readSpend('month,source,amount\n', 'EUR').wrong).toEqual(['There is no row below the first line.']);
  expect(readSpend('"month,source\n', 'EUR').wrong).toEqual(['A quote that begins on line 1 never ends.']);
});

test('money of several currencies is never added up', () => {
  expect(amountInWords({ EUR: 12, USD: 1500 })).toBe('$1,500 + €12');
  expect(amountInWords({ EUR: 0 })).toBeNull();
  expect(amountInWords({ EUR: 12.5, Taler: 3 })).toBe('€12.50 + 3 Taler');
  expect([countInParts(0.334), countInParts(1200)]).toEqual(['0.3', '1,200']);
});
