import { expect, test } from 'vitest';
import { readFlags } from './flags.ts';

const given = ['--workspace', 'w.json', '--leads', 'leads.csv'];

test('what is not said has its default', () => {
  expect(readFlags(given)).toEqual({
    kind: 'run',
    request: {
      workspace: 'w.json',
      leads: 'leads.csv',
      map: null,
      outcome: null,
      order: null,
      train: 0.7,
      now: null,
      out: null,
      json: false,
      calibrate: false,
      precision: 0.8,
    },
  });
});

test('every flag is read', () => {
  const files = ['--map', 'm.json', '--out', 'o.csv', '--json'];
  const columns = ['--outcome', 'Won', '--order', 'Created', '--train', '0.5', '--now', '2026-01-01'];
  expect(readFlags([...given, ...files, ...columns])).toMatchObject({
    request: {
      map: 'm.json',
      out: 'o.csv',
      json: true,
      outcome: 'Won',
      order: 'Created',
      train: 0.5,
      now: 1767225600000,
    },
  });
});

test.each([
  [['--wrkspace', 'w.json'], "Unknown option '--wrkspace'"],
  [[...given, 'more.csv'], "Unexpected argument 'more.csv'"],
  [['--leads', 'leads.csv'], '--workspace is missing.'],
  [['--workspace', 'w.json'], '--leads is missing.'],
  [[...given, '--train', '0.7'], '--train needs --order.'],
  [[...given, '--order', 'won', '--train', '70'], '--train is a share between 0 and 1'],
  [[...given, '--order', 'won', '--train', ''], '--train is a share between 0 and 1'],
  [[...given, '--now', 'yesterday'], '--now is a day or time'],
  [[...given, '--json=yes'], '--json'],
])('%j is not understood', (args, words) => {
  expect(readFlags(args)).toEqual({ kind: 'refused', says: expect.stringContaining(words) });
});

test('help is asked for by its short name, too', () => {
  expect(readFlags(['-h'])).toEqual({ kind: 'help' });
});
