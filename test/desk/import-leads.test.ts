// Tables of leads from elsewhere: which rows are taken, what is said of the others, and that nothing is taken twice.
import { readCsv } from '@baton/workspace/csv';
import { expect, test } from 'vitest';
import type { LeadRows } from '../../apps/worker/src/desk/hands/import-leads.ts';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allLeads, leadOf } from './views.ts';

const columns = { email: 'Mail', name: 'Name', company_size: 'Size', role: 'Role', team_size: 'Team' };
const table = [
  'Badge,Mail,Name,Size,Role,Team',
  '1, Ada@Engines.example ,Ada,51–500,manager,12',
  '2,nobody,Bob,51-500,other,',
  '3,cy@engines.example,Cy,huge,other,many',
  '4,dee@engines.example,"Dee, Dr",1-10,OTHER,',
  ',eve@engines.example,Eve,,,',
].join('\n');

function bench(): NodeDesk {
  const made = nodeDesk();
  expect(made.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return made;
}

function take(made: NodeDesk, csv: string, more: Partial<LeadRows> = {}) {
  const read = readCsv(csv);
  if ('openQuote' in read) throw new Error('An open quote.');
  const [header, ...rows] = read.rows;
  return made.desk.as({ kind: 'owner', workspace: 'main' }).hands.importLeads({
    origin: 'event',
    detail: 'Expo 2027',
    columns,
    key: 'Badge',
    header: header?.cells ?? [],
    rows,
    ...more,
  });
}

test('good rows go the way of all leads, the others are told by line and column', () => {
  const made = bench();
  expect(take(made, table)).toMatchObject({
    ok: true,
    added: 2,
    known: 0,
    states: { handed_off: 1, nurture: 1 },
    errors: [
      { line: 3, attribute: 'email', column: 'Mail', code: 'not_email', value: 'nobody' },
      { line: 4, attribute: 'company_size', column: 'Size', code: 'unreadable', value: 'huge' },
      { line: 4, attribute: 'team_size', column: 'Team', code: 'unreadable', value: 'many' },
      { line: 6, attribute: null, column: 'Badge', code: 'required', value: '' },
    ],
  });
  expect(leadOf(made, 'ada@engines.example')).toMatchObject({
    attributes: { name: 'Ada', company_size: '51-500', role: 'manager', team_size: 12 },
    visit: { utm_source: 'event', utm_campaign: 'Expo 2027' },
    submissions: [{ form: 'origin:event', state: 'handed_off' }],
  });
  expect(leadOf(made, 'dee@engines.example')).toMatchObject({
    attributes: { name: 'Dee, Dr', role: 'other' },
  });
});

test('a row is taken once by its key, of one event; a corrected one is taken when the table comes again', () => {
  const made = bench();
  take(made, table);
  expect(take(made, table)).toMatchObject({ added: 0, known: 2 });
  const corrected = table.replace('huge,other,many', '1-10,other,3');
  expect(take(made, corrected)).toMatchObject({ added: 1, known: 2 });
  expect(take(made, table, { detail: 'Expo 2028' })).toMatchObject({ added: 2, known: 0 });
  expect(allLeads(made)).toHaveLength(3);
  expect(made.desk.changes({ limit: 50 }).filter(({ action }) => action === 'leads.imported')).toHaveLength(
    3,
  );
});

test('without a key a row is the same when all that is read of it is, wherever its columns stand', () => {
  const made = bench();
  const two = { columns: { email: 'Mail', name: 'Name' }, key: null };
  expect(take(made, 'Mail;Name\na@x.example;A\na@x.example;A\n', two)).toMatchObject({ added: 1, known: 1 });
  expect(take(made, 'Name,Seat,Mail\nA,7,a@x.example\n', two)).toMatchObject({ added: 0, known: 1 });
  expect(take(made, 'Mail,Name\na@x.example,Anna\n', two)).toMatchObject({ added: 1 });
  expect(leadOf(made, 'a@x.example')).toMatchObject({ attributes: { name: 'Anna' } });
});

test('columns and attributes that are not there refuse the whole, and nothing is taken', () => {
  const made = bench();
  expect(take(made, table, { columns: { name: 'Nmae', shoe_size: 'Size' }, key: 'Ticket' })).toEqual({
    ok: false,
    issues: [
      { code: 'unknown_column', path: ['columns', 'name'], params: { name: 'Nmae' } },
      { code: 'unknown_attribute', path: ['columns', 'shoe_size'] },
      { code: 'required', path: ['columns', 'email'] },
      { code: 'unknown_column', path: ['key'], params: { name: 'Ticket' } },
    ],
  });
  expect(allLeads(made)).toEqual([]);
});
