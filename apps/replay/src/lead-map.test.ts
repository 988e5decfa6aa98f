import type { Catalogue } from '@baton/rules';
import { parseWorkspace } from '@baton/workspace';
import { expect, test } from 'vitest';
import { createCellReader } from './cell-reader.ts';
import { mapOfHeader, parseMap, plainOutcome, type ColumnMap } from './lead-map.ts';
import { smallWorkspace } from './small-workspace.ts';

const parsed = parseWorkspace(smallWorkspace);
const attributes = parsed.ok ? parsed.value.attributes : [];
const catalogue: Catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));

function columnOf(id: string, column: unknown, more: object = {}): ColumnMap {
  const read = parseMap({ format: 1, attributes: { [id]: column }, ...more }, catalogue);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const map = read.map.attributes.get(id);
  if (map === undefined) throw new Error(`No column for ${id}.`);
  return map;
}

const readAll = (map: ColumnMap, cells: readonly string[]) => {
  const reader = createCellReader(map);
  return {
    values: cells.map(reader.read),
    unread: reader.unread.cells,
    texts: Object.fromEntries(reader.unread.texts),
  };
};

test.each<[string, string[], unknown[], number]>([
  ['size', ['l', ' L ', 'large', 'Large', 'x', ''], ['l', 'l', 'l', 'l', undefined, undefined], 1],
  [
    'budget',
    ['5', '-5.5', '1e3', '1,000', 'five', '0x10'],
    [5, -5.5, 1000, undefined, undefined, undefined],
    3,
  ],
  ['wants_demo', ['yes', 'No', '1', 'FALSE', 'perhaps'], [true, false, true, false, undefined], 1],
  [
    'start',
    ['2026-02-28', '2026-02-28T10:00', '2026-02-30', '28.2.2026'],
    ['2026-02-28', '2026-02-28', undefined, undefined],
    2,
  ],
  [
    'country',
    ['DE', 'de', 'Germany', 'United Kingdom', 'UK', 'Narnia'],
    ['DE', 'DE', 'DE', 'GB', 'GB', undefined],
    1,
  ],
  ['uses', ['crm;Ads', 'ads; ads', 'crm;x', ' '], [['crm', 'ads'], ['ads'], ['crm'], undefined], 1],
  ['email', ['a@b.example', 'n/a'], ['a@b.example', undefined], 1],
  ['job_title', [' Chef ', '  '], ['Chef', undefined], 0],
])('cells are read as %s', (id, cells, values, unread) => {
  expect(readAll(columnOf(id, 'c'), cells)).toMatchObject({ values, unread });
});

test('values are named without regard to case and space, and null is no answer', () => {
  const map = columnOf('size', { column: 'c', values: { 'Very Big': 'l', tiny: null } });
  expect(readAll(map, ['very big', ' VERY BIG', 'tiny', 'm'])).toMatchObject({
    values: ['l', 'l', undefined, 'm'],
    unread: 0,
  });
});

test('what a map calls missing is missing, for one column or for all', () => {
  const map = columnOf('size', { column: 'c', missing: ['Select'], otherwise: 's' }, { missing: ['N/A'] });
  expect(readAll(map, ['select', 'n/a', '', 'whatever']).values).toEqual([
    undefined,
    undefined,
    undefined,
    's',
  ]);
});

test('what cannot be read otherwise may be named, or silently be no answer', () => {
  const cells = ['x', 'l', 'Large'];
  const values = { values: [undefined, 'l', 'l'], unread: 0 };
  expect(readAll(columnOf('size', { column: 'c', otherwise: null }), cells)).toMatchObject(values);
  const named = { values: ['s', 'l', 'l'], unread: 0 };
  expect(readAll(columnOf('size', { column: 'c', otherwise: 's' }), cells)).toMatchObject(named);
});

test('of free text, everything that is not named is otherwise', () => {
  const map = columnOf('job_title', { column: 'c', values: { boss: 'Chef' }, otherwise: 'Other' });
  expect(readAll(map, ['Boss', 'Clerk', ''])).toMatchObject({
    values: ['Chef', 'Other', undefined],
    unread: 0,
  });
});

test('a number falls into the last range that begins at or below it', () => {
  const ranges = [
    { from: 200, is: 'l' },
    { from: 1, is: 's' },
    { from: 50, is: 'm' },
  ];
  const map = columnOf('size', { column: 'c', ranges });
  expect(readAll(map, ['1', '49.9', '50', '200', '1e6', '0', 'm'])).toMatchObject({
    values: ['s', 's', 'm', 'l', 'l', undefined, 'm'],
    unread: 1,
  });
});

test('texts that could not be read are counted, the same ones together', () => {
  const { unread, texts } = readAll(columnOf('size', 'c'), ['x', 'y', 'x', 'l', 'x ']);
  expect({ unread, texts }).toEqual({ unread: 4, texts: { x: 3, y: 1 } });
});

test('an outcome is read in the words of sales', () => {
  const words = ['Won', 'lost', 'Closed Won', 'closed-lost', '1', '0', '1.0', 'yes', 'FALSE', 'open'];
  expect(readAll(plainOutcome('c'), words)).toMatchObject({
    values: [true, false, true, false, true, false, true, true, false, undefined],
    unread: 1,
  });
});

test('a header maps itself by the ids of attributes, derived ones too', () => {
  const map = mapOfHeader(['Email', 'size', 'seniority', 'note'], catalogue);
  expect([...map.attributes.keys()]).toEqual(['size', 'seniority']);
});

test.each([
  [{}, /^format/],
  [{ format: 2 }, /^format/],
  [{ format: 1, attributes: { size: {} } }, /attributes › size › column/],
  [{ format: 1, attributes: { size: { column: 'c', value: {} } } }, /"value"/],
  [{ format: 1, attributes: { size: { column: 'c', otherwise: 'xl' } } }, /otherwise: .*s, m, l/],
  [
    { format: 1, attributes: { budget: { column: 'c', values: { lots: 'a lot' } } } },
    /budget › values › lots/,
  ],
  [{ format: 1, attributes: { country: { column: 'c', values: { x: 'Germany' } } } }, /country › values › x/],
  [{ format: 1, visit: { utm_sauce: 'c' } }, /"utm_sauce"/],
  [
    { format: 1, occurrences: [{ event: 'a', path: '/b', count: 'c' }] },
    /occurrences › 0: .*event or a path/,
  ],
  [{ format: 1, occurrences: [{ event: 'a' }] }, /occurrences › 0: .*count, or of its instant/],
  [[], /object/],
])('the map %j is refused', (input, words) => {
  const read = parseMap(input, catalogue);
  expect(read.ok ? '' : read.faults.join('\n')).toMatch(words);
});
