import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Request } from './flags.ts';
import { inFolder } from './run-replay.ts';
import { scoreLeads, type Scored } from './score-leads.ts';
import { smallWorkspace } from './small-workspace.ts';

const leads = 'email,size,wants_demo,won\na@x.example,l,yes,1\nb@x.example,m,no,0\n';
const asked: Request = {
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
};

const withoutScore = { ...smallWorkspace, agreement: { ...smallWorkspace.agreement, score: undefined } };

function score(content: string, changes: Partial<Request> = {}, map: object = {}): Promise<Scored> {
  const files = {
    'w.json': JSON.stringify(smallWorkspace),
    'leads.csv': content,
    'map.json': JSON.stringify({ format: 1, ...map }),
    'bare.json': '{"format":1,"name":"Bare"}',
    'broken.json': JSON.stringify(withoutScore),
  };
  return inFolder(files, (folder) => {
    const request = { ...asked, ...changes };
    const place = (name: string | null) => (name === null ? null : join(folder, name));
    const [map, out] = [place(request.map), place(request.out)];
    const [workspace, leads] = [join(folder, request.workspace), join(folder, request.leads)];
    return scoreLeads({ ...request, workspace, leads, map, out });
  });
}

test.each([
  ['a byte-order mark', '\uFEFFsize,budget\nl,1\n'],
  ['CRLF', 'size,budget\r\nl,1\r\n'],
  ['CR', 'size,budget\rl,1\r'],
  ['semicolons', 'size;budget\nl;1\n'],
  ['tabs', 'size\tbudget\nl\t1\n'],
  ['a hint for Excel', 'sep=;\nsize;budget\nl;1\n'],
  ['quotes', '"size","budget"\n"l","1"\n'],
  ['no last line end', 'size,budget\nl,1'],
  ['blank lines', '\n\nsize,budget\n\nl,1\n\n'],
  ['spaces', ' size , budget \n l , 1 \n'],
])('the same lead is read with %s', async (_, content) => {
  expect(await score(content)).toMatchObject({
    findings: { rows: 1, badRows: 0, tiers: [{}, { counts: { leads: 1 } }, {}] },
  });
});

test.each<[string, Partial<Request>, string]>([
  ['a leads file that is not there', { leads: 'none.csv' }, 'none.csv does not exist.'],
  ['a leads file that is a folder', { leads: '.' }, ' is a folder.'],
  ['a workspace that is not there', { workspace: 'none.json' }, 'none.json does not exist.'],
  ['a workspace that is not JSON', { workspace: 'leads.csv' }, 'leads.csv is not JSON'],
  ['a workspace without an agreement', { workspace: 'bare.json' }, 'bare.json has no agreement'],
  ['a workspace that is broken', { workspace: 'broken.json' }, '  agreement.score: required'],
  [
    'a file to write in a folder that is not there',
    { out: 'none/scored.csv' },
    'none/scored.csv does not exist.',
  ],
  ['a file to write that is a folder', { out: '.' }, ' is a folder.'],
  ['a file to write that is the leads', { out: './leads.csv' }, '--out is the file of the leads itself.'],
  ['an order without an outcome', { order: 'won' }, '--order needs --outcome.'],
  ['an outcome that is no column', { outcome: 'Won' }, 'There is no column “Won”.'],
  ['an order that is no column', { outcome: 'won', order: 'at' }, 'There is no column “at”.'],
])('%s is told in words', async (_, changes, words) => {
  const scored = await score(leads, changes);
  expect(scored.ok ? '' : scored.faults.join('\n')).toContain(words);
});

test.each<[string, string, object, RegExp]>([
  [
    'a column of the map that is not there',
    leads,
    { attributes: { size: 'Grösse' } },
    /no column “Grösse”.*columns are: email, size/s,
  ],
  [
    'a column that stands twice',
    'size,size\nl,m\n',
    { attributes: { size: 'size' } },
    /“size” stands 2 times \(as columns 1, 2\)/,
  ],
  ['an attribute that the workspace lacks', leads, { attributes: { sise: 'size' } }, /attributes: .*"sise"/],
  [
    'occurrences with an instant and no moment',
    leads,
    { occurrences: [{ event: 'article', at: 'won' }] },
    /--now/,
  ],
])('%s is refused', async (_, content, map, words) => {
  const scored = await score(content, { map: 'map.json' }, map);
  expect(scored.ok ? '' : scored.faults.join('\n')).toMatch(words);
});

test('the outcome is the column of the flag, read as the map says', async () => {
  const map = {
    attributes: { size: 'size' },
    outcome: { column: 'stage', values: { signed: true }, otherwise: false },
  };
  const content = 'size,stage,won\nl,signed,0\nm,open,1\n';
  expect(await score(content, { map: 'map.json' }, map)).toMatchObject({
    findings: { outcome: { column: 'stage', auc: 1 } },
  });
  expect(
    await score(content.replaceAll('1', 'signed'), { map: 'map.json', outcome: 'won' }, map),
  ).toMatchObject({
    findings: { outcome: { column: 'won', auc: 0 } },
  });
});

test('a disqualified lead keeps its score and is not qualified', async () => {
  const scored = await score('size,wants_demo,job_title\nl,yes,Student\nl,yes,Chef\n');
  expect(scored).toMatchObject({
    findings: { qualified: { leads: 1 }, others: { leads: 1 }, tiers: [{ counts: { leads: 2 } }, {}, {}] },
  });
});

test('what the worker derives is derived here, unless a column tells it', async () => {
  const when = (field: string, value: string) => ({
    combinator: 'and',
    rules: [{ field, operator: '=', value }],
  });
  const rules = [
    { id: 'free', says: 'Free', points: 1, when: when('lead.email_kind', 'free') },
    { id: 'domain', says: 'Domain', points: 10, when: when('lead.company_domain', 'x.example') },
    { id: 'director', says: 'Director', points: 20, when: when('lead.seniority', 'director') },
  ];
  const agreement = { ...smallWorkspace.agreement, score: { fit: { max: 60, rules } } };
  const content = [
    'email,job_title',
    'a@mail.x.example,Director of Sales',
    'b@gmail.com,Chef',
    ',Sales Director',
    'no address,',
  ].join('\n');
  const files = {
    'w.json': JSON.stringify({ ...smallWorkspace, agreement }),
    'leads.csv': content,
    'told.csv': `seniority,${content.replaceAll('\n', '\nintern,')}`,
  };
  await inFolder(files, async (folder) => {
    expect(await scoresOf(folder, 'leads.csv')).toEqual(['30', '1', '20', '0']);
    expect(await scoresOf(folder, 'told.csv')).toEqual(['10', '1', '0', '0']);
  });
});

/** The scores of a file's rows, in order. */
async function scoresOf(folder: string, leads: string): Promise<(string | undefined)[]> {
  const out = join(folder, 'scored.csv');
  await scoreLeads({ ...asked, workspace: join(folder, 'w.json'), leads: join(folder, leads), out });
  const [header = '', ...rows] = (await readFile(out, 'utf8')).trimEnd().split('\r\n');
  return rows.map((row) => row.split(',')[header.split(',').indexOf('score')]);
}
