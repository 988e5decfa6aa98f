// The program itself, on good files and on every kind of broken one.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as one } from 'vitest';
import { inFolder, runReplay, type Ran } from './run-replay.ts';
import { smallWorkspace } from './small-workspace.ts';

// Each runs a program of its own.
const test = one.concurrent;
const workspace = JSON.stringify(smallWorkspace);
const given = ['--workspace', 'w.json', '--leads', 'leads.csv'];
const good = 'email,size,wants_demo,won\na@x.example,l,yes,1\nb@x.example,m,no,0\nc@x.example,l,no,yes\n';

type Files = Readonly<Record<string, string | Buffer>>;

function replay(leads: string | Buffer, more: readonly string[] = [], files: Files = {}): Promise<Ran> {
  return inFolder({ 'w.json': workspace, 'leads.csv': leads, ...files }, (folder) =>
    runReplay([...given, ...more], folder),
  );
}

async function replayJson(leads: string | Buffer, more: readonly string[] = [], files: Files = {}) {
  const { out, ...ran } = await replay(leads, [...more, '--json'], files);
  return { ...ran, found: JSON.parse(out) };
}

test('leads are scored under the agreement, and outcomes rank it', async () => {
  const { code, found, error } = await replayJson(good, ['--outcome', 'won']);
  expect({ code, error }).toEqual({
    code: 0,
    error: expect.stringContaining('No column fills lead.job_title'),
  });
  expect(found).toEqual({
    rows: 3,
    bad: [],
    tiers: { hot: 1, mql: 1, nurture: 1 },
    auc: 1,
    lift20: 1.5,
    thresholds: expect.arrayContaining([
      { from: 0, precision: 2 / 3, recall: 1 },
      { from: 40, precision: 1, recall: 1 },
      { from: 70, precision: 1, recall: 0.5 },
    ]),
  });
  expect(found.thresholds.map(({ from }: { from: number }) => from)).toEqual(
    Array.from({ length: 15 }, (_, index) => index * 5),
  );
});

test('without an outcome nothing is ranked', async () => {
  const { code, found } = await replayJson(good);
  expect(code).toBe(0);
  expect(found).toEqual({
    rows: 3,
    bad: [],
    tiers: { hot: 1, mql: 1, nurture: 1 },
    auc: null,
    lift20: null,
    thresholds: [],
  });
});

test('people read tables', async () => {
  const { code, out } = await replay(`${good}d@x.example,l\n`, ['--outcome', 'won']);
  expect(code).toBe(0);
  expect(out).toMatch(/^3 leads of leads\.csv scored under “Small agreement”, 1 could not be\./);
  expect(out).toMatch(/^hot +70 +1 +33\.3% +1 +1 +100\.0%$/m);
  expect(out).toContain('By won: AUC 1.000, lift at 20% 1.50×.');
  expect(out).toMatch(/^40 +100\.0% +100\.0% +mql$/m);
  expect(out).toContain('  line 5: 2 columns, the header has 4.');
});

test('people are told, too, when nothing could be scored', async () => {
  const { code, out } = await replay('');
  expect({ code, out }).toEqual({
    code: 1,
    out: 'No lead of leads.csv could be scored.\n\nCould not be scored:\n  line 1: The file is empty.\n',
  });
});

test('an outcome may be missing or unreadable: the lead is scored and ranks nothing', async () => {
  const leads = 'size,won\nl,Won\nm,Lost\nl,closed won\nm,\nm,maybe\n';
  const { found, error } = await replayJson(leads, ['--outcome', 'won']);
  expect(found).toMatchObject({ rows: 5, auc: 1 });
  expect(error).toContain('1 value of the outcome could not be read, and do not count as known: “maybe” ×1.');
});

test('the last part in an order is ranked besides', async () => {
  const leads = `size,won,at\n${['l,1,5', 'm,0,4', 'l,0,10', 'm,1,9', 'l,1,8'].join('\n')}\n`;
  const { found } = await replayJson(leads, ['--outcome', 'won', '--order', 'at', '--train', '0.5']);
  expect(found.heldOut).toEqual({ rows: 3, auc: 0.25, lift20: expect.closeTo(0.75) });
});

test('moments order as well as numbers, and what is neither is told', async () => {
  const leads = 'size,won,at\nl,1,2026-01-03\nm,0,2026-01-02T10:00Z\nl,0,soon\nm,0,2026-01-01\n';
  const { found, error } = await replayJson(leads, ['--outcome', 'won', '--order', 'at', '--train', '0.4']);
  expect(found.heldOut).toMatchObject({ rows: 2, auc: 1 });
  expect(error).toContain('1 of “at” is neither a number nor a moment');
});

test('a row with too few or too many columns is told, the rest goes on', async () => {
  const { code, found } = await replayJson('size,budget\nl,1\nm\n\nm,2,3\nl,4\n');
  expect(code).toBe(0);
  expect(found).toMatchObject({
    rows: 2,
    bad: [
      { line: 3, reason: '1 column, the header has 2.' },
      { line: 5, reason: '3 columns, the header has 2.' },
    ],
  });
});

test('quotes that do not match cost their own line', async () => {
  const { found } = await replayJson(
    'size,job_title\nl,"a "b" c"\nm,"x\nl,fine\n"m","two\nlines"\ns,"open\nl,last\n',
  );
  expect(found).toMatchObject({ rows: 3, tiers: { mql: 2 } });
  expect(found.bad.map(({ line }: { line: number }) => line)).toEqual([2, 3, 7]);
});

test('a value that is no option is counted, and the lead is scored without it', async () => {
  const { found, error } = await replayJson('size,budget\nhuge,1\nl,1\nhuge,plenty\n');
  expect(found).toMatchObject({ rows: 3, tiers: { mql: 1, nurture: 2 } });
  expect(error).toContain(
    '2 values of “size” could not be read as size and were taken as missing: “huge” ×2.',
  );
  expect(error).toContain('1 value of “budget” could not be read as budget');
});

test.each<[string, Buffer | string, number, RegExp]>([
  ['an empty file', '', 1, /empty/],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004xl/workbook.xml'), 1, /\.xlsx/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 1, /\.xls/],
  ['UTF-16', Buffer.from('\uFEFFsize,budget\nl,1\n', 'utf16le'), 1, /UTF-16.*Save it as UTF-8/],
  [
    'a header that is not UTF-8',
    Buffer.from('size,größe\nl,1\n', 'latin1'),
    1,
    /In the header: Not UTF-8.*0xF6/,
  ],
  ['a header whose quote is never closed', 'size,"budget\nl,1\n', 1, /In the header:.*never closed/],
])('%s is no table: nothing is scored', async (_, leads, line, reason) => {
  const { code, found, error } = await replayJson(leads);
  expect({ code, found }).toMatchObject({ code: 1, found: { rows: 0, bad: [{ line }] } });
  expect(found.bad[0].reason).toMatch(reason);
  expect(error).toContain('No lead could be scored.');
});

test('a header alone, or rows that are all bad, score nothing', async () => {
  const header = await replayJson('size,budget\n');
  expect(header).toMatchObject({ code: 1, found: { rows: 0, bad: [] } });
  const bad = await replayJson('size,budget\nl\nm\n', ['--out', 'scored.csv']);
  expect(bad).toMatchObject({ code: 1, found: { rows: 0, bad: [{ line: 2 }, { line: 3 }] } });
});

test('lines in Latin-1 are told by number and byte, the others are scored', async () => {
  const leads = Buffer.from('size,job_title\nl,chef\nm,Geschäftsführer\nl,"two\nlïnes"\ns,end\n', 'latin1');
  const { code, found } = await replayJson(leads);
  expect({ code, found }).toMatchObject({ code: 0, found: { rows: 2 } });
  expect(found.bad).toEqual([
    { line: 3, reason: expect.stringMatching(/^Not UTF-8: byte 0xE4 at character 8, as in Latin-1/) },
    { line: 5, reason: expect.stringMatching(/byte 0xEF at character 2/) },
  ]);
});

test('a map that is broken is refused before any lead is judged', async () => {
  const map = { format: 1, attributes: { size: { column: 'size', values: { big: 'xl' } } }, attribute: {} };
  const { code, out, error } = await replay(good, ['--map', 'map.json'], { 'map.json': JSON.stringify(map) });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(/size › values › big: .*s, m, l/);
  expect(error).toContain('"attribute"');
});

test('columns that nothing asks for may stand twice', async () => {
  const { code, found } = await replayJson('size,note,note\nl,a,b\n');
  expect({ code, found }).toMatchObject({ code: 0, found: { rows: 1 } });
});

test('a table without a column of the workspace asks for a map', async () => {
  const { code, error } = await replay('Company,Size\nA,l\n');
  expect(code).toBe(1);
  expect(error).toMatch(/--map.*The columns are: Company, Size.*The attributes are: email, /s);
});

test('a flag that nobody knows is answered with the usage', async () => {
  const { code, out, error } = await runReplay([...given, '--threshold', '50']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/^Unknown option '--threshold'.*--workspace workspace\.json --leads leads\.csv/s);
});

test('help is no error', async () => {
  const { code, out, error } = await runReplay(['--help']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('--outcome COLUMN');
});

test('behaviours fade from the moment of each row, and the future is not known', async () => {
  const map = {
    format: 1,
    attributes: { size: 'size' },
    occurrences: [{ event: 'article', count: 'articles', at: 'last read' }],
    now: 'created',
  };
  const leads = [
    'size,articles,last read,created',
    's,3,2026-01-31,2026-01-31', // 3 × 4
    's,3,2026-01-21,2026-01-31', // half of it
    's,9,2026-01-31,2026-01-31', // at most 16
    's,3,2026-02-01,2026-01-31', // not yet
    's,,2026-01-31,2026-01-31',
    's,2,,2026-01-31',
    's,2,2026-01-31,in January',
  ];
  await inFolder(
    { 'w.json': workspace, 'leads.csv': leads.join('\n'), 'map.json': JSON.stringify(map) },
    async (folder) => {
      const args = [...given, '--map', 'map.json', '--out', 'scored.csv', '--json'];
      const { out, error } = await runReplay(args, folder);
      expect(JSON.parse(out).bad).toEqual([
        { line: 8, reason: expect.stringContaining('“created” is no day or time') },
      ]);
      const lines = (await readFile(join(folder, 'scored.csv'), 'utf8')).split('\r\n').slice(1, -1);
      expect(lines.map((line) => line.split(',')[4])).toEqual(['12', '6', '16', '0', '0', '0']);
      expect(error).toContain('that lay after the moment of judging were left out: 1.');
      const fixed = await runReplay([...args, '--now', '2026-02-10'], folder);
      expect(JSON.parse(fixed.out)).toMatchObject({ rows: 7, bad: [] });
    },
  );
});

test('the scored table keeps its columns, adds the score, and is no trap for a spreadsheet', async () => {
  const leads =
    '\uFEFFsize;job_title;budget;tier\nl;"=HYPERLINK(""http://x"")";-5;gold\nm;"two\nlines";1\nm;@x, y;+3;\n';
  await inFolder({ 'w.json': workspace, 'leads.csv': leads }, async (folder) => {
    const { code } = await runReplay([...given, '--out', 'scored.csv'], folder);
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'scored.csv'), 'utf8')).toBe(
      [
        '\uFEFFsize;job_title;budget;tier;score;fit;engagement;intent;baton_tier;qualified;reasons',
        `l;"'=HYPERLINK(""http://x"")";-5;gold;40;40;0;0;mql;yes;Large company (+40)`,
        `m;"'@x, y";+3;;20;20;0;0;nurture;no;Medium company (+20)`,
        '',
      ].join('\r\n'),
    );
    expect((await readdir(folder)).sort()).toEqual(['leads.csv', 'scored.csv', 'w.json']);
  });
});

test('when nothing was scored, a table written before stays', async () => {
  const files = { 'w.json': workspace, 'leads.csv': 'size,budget\nl\n', 'scored.csv': 'before' };
  await inFolder(files, async (folder) => {
    const { code } = await runReplay([...given, '--out', 'scored.csv'], folder);
    expect(code).toBe(1);
    expect(await readFile(join(folder, 'scored.csv'), 'utf8')).toBe('before');
    expect(await readdir(folder)).toHaveLength(3);
  });
});

test('the same files give the same words', async () => {
  const [one, other] = await Promise.all([
    replay(good, ['--outcome', 'won']),
    replay(good, ['--outcome', 'won']),
  ]);
  expect(one.out).toBe(other.out);
});
