import { expect, test } from 'vitest';
import { guessColumns } from './guess-columns.ts';

const rows = (...cells: string[][]) => cells.map((row, index) => ({ line: index + 2, cells: row }));

test('columns are known by their names', () => {
  expect(guessColumns(['Account Name', 'Website', 'Account_Tier', 'Account Owner', 'Segment'], [])).toEqual({
    name: 'Account Name',
    domain: 'Website',
    tier: 'Account_Tier',
    owner: 'Account Owner',
    list: 'Segment',
  });
  expect(guessColumns(['company domain', 'Company', 'list'], [])).toEqual({
    domain: 'company domain',
    name: 'Company',
    list: 'list',
  });
});

test('where names say nothing, what stands below does', () => {
  expect(
    guessColumns(
      ['A', 'B', 'C'],
      rows(['Acme', 'https://acme.com/x', 'ann@x.example'], ['Two', 'two.de', '']),
    ),
  ).toEqual({ domain: 'B', owner: 'C' });
});

test('what cannot be told is left open', () => {
  expect(guessColumns(['A', 'B'], rows(['1', '2']))).toEqual({});
});
