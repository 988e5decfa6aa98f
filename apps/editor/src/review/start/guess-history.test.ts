// What is guessed of tables as CRMs export them, and the map that comes of it.
import type { Attribute } from '@baton/rules';
import { readCsv } from '@baton/workspace/csv';
import { expect, test } from 'vitest';
import { mapOf, missingOf, useText, withUse, type Mapping } from './column-use.ts';
import { guessMapping, guessValues, type Around } from './guess-history.ts';

const attributes: readonly Attribute[] = [
  { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
  { id: 'name', label: 'Name', type: 'text', about: 'person' },
  {
    id: 'company_size',
    label: 'Company size',
    type: 'choice',
    about: 'company',
    options: [
      { id: '1-10', label: '1–10' },
      { id: '11-50', label: '11–50' },
    ],
  },
];
const around: Around = { attributes, identity: 'email', monthsFirst: false, today: '2026-11-01' };
const catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));

function guessed(csv: string): { readonly mapping: Mapping; readonly uses: Record<string, string> } {
  const read = readCsv(csv);
  if ('openQuote' in read) throw new Error('An open quote.');
  const [header, ...rows] = read.rows;
  const mapping = guessMapping(header?.cells ?? [], rows, around);
  return {
    mapping,
    uses: Object.fromEntries(mapping.columns.map(({ column, use }) => [column, useText(use)])),
  };
}

const table = [
  'Record ID,Contact,Company Size,Lead Status,Create Date,Close Date,Lead Source,Owner,Deal Value,Industry',
  '1,a@one.example,1 - 10,Closed Won,31/01/2025,1/3/2025,google,Ann,1.200,Steel',
  '2,b@two.example,11-50 employees,Disqualified,1/2/2025 10:00,,fair,Bob,,Glass',
  '3,c@three.example,huge,Sleeping,3/2/2025,,fair,Bob,,Steel',
].join('\n');

test('columns are told by their names and by what stands in them', () => {
  const { mapping, uses } = guessed(table);
  expect(uses).toEqual({
    'Record ID': 'fact:key',
    Contact: 'attribute:email',
    'Company Size': 'attribute:company_size',
    'Lead Status': 'outcome',
    'Create Date': 'time:created',
    'Close Date': 'time:closed',
    'Lead Source': 'fact:source',
    Owner: 'fact:owner',
    'Deal Value': 'fact:amount',
    Industry: 'none',
  });
  expect(mapping.dates).toBe('dmy');
  expect(mapping.columns[2]?.values).toEqual({ '1 - 10': '1-10', '11-50 employees': '11-50', huge: '' });
  expect(mapping.columns[3]?.values).toEqual({ 'Closed Won': 'won', Disqualified: 'rejected', Sleeping: '' });
  expect(missingOf(mapping, 'email')).toBeNull();
});

test('a name that says a time is none where no times stand', () => {
  expect(guessed('Mail,Created\na@one.example,by hand\n').uses).toEqual({
    Mail: 'attribute:email',
    Created: 'none',
  });
});

test('attributes and options are made of columns, and the map names them', () => {
  const { mapping } = guessed(table);
  const read = readCsv(table);
  const rows = 'rows' in read ? read.rows.slice(1) : [];
  const industry = guessValues(
    { column: 'Industry', use: { kind: 'new', type: 'choice' }, values: {} },
    rows,
    9,
    attributes,
  );
  const size = mapping.columns[2];
  if (size === undefined) throw new Error('No size.');
  const more = withUse(withUse(mapping, 'Industry', industry), 'Company Size', {
    ...size,
    values: { ...size.values, huge: '+' },
  });
  const made = mapOf(more, catalogue);
  expect(made.attributes).toEqual([
    { ...attributes[2], options: [...(attributes[2]?.options ?? []), { id: 'huge', label: 'huge' }] },
    {
      id: 'industry',
      label: 'Industry',
      type: 'choice',
      about: 'person',
      options: [
        { id: 'steel', label: 'Steel' },
        { id: 'glass', label: 'Glass' },
      ],
    },
  ]);
  expect(made.map).toMatchObject({
    attributes: {
      email: 'Contact',
      company_size: { column: 'Company Size', values: { '1 - 10': '1-10', huge: 'huge' } },
      industry: { column: 'Industry', values: { Steel: 'steel' } },
    },
    outcome: { column: 'Lead Status', values: { 'Closed Won': 'won', Sleeping: null } },
    times: { created: 'Create Date', closed: 'Close Date' },
    dates: 'dmy',
    source: 'Lead Source',
    key: 'Record ID',
  });
  expect(made.map).not.toHaveProperty('day');
});

test('what one column says, no other says as well; without an address nothing goes on', () => {
  const { mapping } = guessed(table);
  const moved = withUse(mapping, 'Industry', {
    column: 'Industry',
    use: { kind: 'attribute', id: 'email' },
    values: {},
  });
  expect(
    moved.columns.map(({ use }) => useText(use)).filter((use) => use === 'attribute:email'),
  ).toHaveLength(1);
  expect(missingOf({ ...mapping, columns: [] }, 'email')).toBe('address');
  expect(missingOf({ ...mapping, columns: mapping.columns.slice(1, 4), day: '' }, 'email')).toBe('day');
});
