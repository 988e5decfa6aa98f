// `--calibrate` on real leads, by columns known when they came in: what is found on the older part must hold on the newer
// one. Runs where the data lies beside the project, and says so where it does not.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { inFolder, repository, runReplay, type Ran } from './run-replay.ts';

const data = join(repository, '../shared/data/leads');
const isThere = existsSync(join(data, 'x-education.csv'));

const calibrationSchema = z.object({
  testAuc: z.number().nullable(),
  testLift20: z.number().nullable(),
  unconstrainedTestAuc: z.number().nullable(),
  rules: z.array(z.looseObject({ says: z.string(), points: z.int() })),
  evidence: z.string(),
  threshold: z
    .looseObject({
      from: z.number(),
      precision: z.number(),
      interval: z.tuple([z.number(), z.number()]),
      later: z.number().nullable(),
    })
    .nullish(),
});

function calibrationOf({ out, code, error }: Ran): z.infer<typeof calibrationSchema> {
  expect(code, error).toBe(0);
  return z.object({ calibration: calibrationSchema }).parse(JSON.parse(out)).calibration;
}

const education = [
  '--workspace',
  'examples/x-education/workspace.json',
  '--map',
  'examples/x-education/map.json',
];

function onEducation(leads: string, ...more: readonly string[]): Promise<Ran> {
  const columns = ['--outcome', 'Converted', '--order', 'Lead Number', '--calibrate', '--json'];
  return runReplay([...education, '--leads', leads, ...columns, ...more]);
}

/** The second column: leads in the order they came. */
function numberOf(line: string): number {
  return Number(line.split(',')[1]);
}

describe.skipIf(!isThere)('on real leads (../shared/data)', () => {
  test('a card of 25 whole-number rules ranks later leads as well as a model of everything', async () => {
    const found = calibrationOf(await onEducation(join(data, 'x-education.csv')));
    expect(found.rules.length).toBeLessThanOrEqual(25);
    // Logistic regression on all columns has .864; a card may lose .006.
    expect(found.testAuc).toBeGreaterThanOrEqual(0.858);
    expect(found.testAuc).toBeGreaterThanOrEqual((found.unconstrainedTestAuc ?? 1) - 0.006);
    expect(found.testLift20).toBeGreaterThanOrEqual(2.12);
    const { later = 0, interval = [1, 0] } = found.threshold ?? {};
    expect(later).toBeGreaterThanOrEqual(0.77);
    expect(later).toBeGreaterThanOrEqual(interval[0]);
    expect(later).toBeLessThanOrEqual(interval[1]);
  });

  test('two hundred outcomes are enough for a useful card', async () => {
    const [header = '', ...lines] = (await readFile(join(data, 'x-education.csv'), 'utf8'))
      .trimEnd()
      .split('\n');
    const inTime = lines.toSorted((one, other) => numberOf(one) - numberOf(other));
    const older = inTime.slice(0, Math.floor(inTime.length * 0.7));
    const newer = inTime.slice(older.length);
    const draws = Array.from({ length: 2 }, (_, draw) =>
      older.filter((_line, index) => (index * 7919 + draw * 1013) % older.length < 200),
    );
    const files = Object.fromEntries(
      draws.map((draw, index) => [`draw${index}.csv`, [header, ...draw, ...newer].join('\n')]),
    );
    await inFolder(files, async (folder) => {
      const aucs: number[] = [];
      for (const [index, draw] of draws.entries()) {
        expect(draw).toHaveLength(200);
        const train = String(200 / (200 + newer.length) + 1e-9);
        const ran = await onEducation(join(folder, `draw${index}.csv`), '--train', train);
        aucs.push(calibrationOf(ran).testAuc ?? 0);
      }
      // Over twenty draws by chance it is .83; of so few, one may be lower.
      for (const auc of aucs) expect(auc).toBeGreaterThanOrEqual(0.8);
    });
  });

  test('outcomes dealt out anew are evidence of nothing', async () => {
    const [header = '', ...lines] = (await readFile(join(data, 'x-education.csv'), 'utf8'))
      .trimEnd()
      .split('\n');
    const inTime = lines.toSorted((one, other) => numberOf(one) - numberOf(other));
    // The outcome is the seventh column; each lead gets that of another.
    const outcomes = inTime.map((line) => line.split(',')[6]);
    const shuffled = inTime.map((line, index) => {
      const cells = line.split(',');
      cells[6] = outcomes[(index * 4801 + 17) % outcomes.length] ?? '';
      return cells.join(',');
    });
    await inFolder({ 'shuffled.csv': [header, ...shuffled].join('\n') }, async (folder) => {
      const found = calibrationOf(await onEducation(join(folder, 'shuffled.csv')));
      expect(found.rules).toEqual([]);
      expect(found.testAuc).toBeNull();
      expect(found.evidence).toMatch(/^No evidence/);
    });
  });

  test('a rate that moves from period to period is told, and not promised again', async () => {
    const deals = await readFile(join(data, 'olist-deals.csv'), 'utf8');
    const won = new Set(deals.split('\n').map((line) => line.split(',')[0]));
    const [, ...leads] = (await readFile(join(data, 'olist-mql.csv'), 'utf8')).trimEnd().split(/\r?\n/);
    const rows = leads.map((line) => `${line},${won.has(line.split(',')[0] ?? '') ? 1 : 0}`);
    const attribute = (id: string) => ({ id, label: id, type: 'text', about: 'person' });
    const workspace = {
      format: 1,
      name: 'Marketplace',
      attributes: [
        { ...attribute('email'), type: 'email' },
        attribute('landing_page_id'),
        attribute('origin'),
      ],
      people: [{ email: 'a@x.example', name: 'A', party: 'sales' }],
      agreement: {
        format: 1,
        title: 'A',
        definitions: { mql: 'm', sal: 's', sql: 'q', opportunity: 'o' },
        score: { fit: { max: 50 }, engagement: { max: 0 }, intent: { max: 50 } },
        tiers: [{ id: 'all', from: 0, followUp: 'P1D' }],
        handoff: { tier: 'all' },
        routing: { fallback: { person: 'a@x.example' } },
        hours: { timeZone: 'UTC', week: { mon: [['09:00', '17:00']] } },
      },
    };
    const files = {
      'workspace.json': JSON.stringify(workspace),
      'leads.csv': ['id,first_contact_date,landing_page_id,origin,won', ...rows].join('\n'),
    };
    await inFolder(files, async (folder) => {
      const args = ['--workspace', 'workspace.json', '--leads', 'leads.csv', '--outcome', 'won'];
      const found = calibrationOf(
        await runReplay([...args, '--order', 'first_contact_date', '--calibrate', '--json'], folder),
      );
      expect(found.testAuc).toBeGreaterThanOrEqual(0.6);
      expect(found.evidence).toMatch(/has moved, from 8\.\d% to 14\.\d%/);
    });
  });
});

test('the sample that ships is enough for a card; a few of its leads are not', async () => {
  const sample = ['--workspace', 'examples/sample/workspace.json', '--map', 'examples/sample/map.json'];
  const asked = ['--outcome', 'Status', '--calibrate', '--json'];
  const found = calibrationOf(await runReplay([...sample, '--leads', 'examples/sample/leads.csv', ...asked]));
  expect(found.rules.length).toBeGreaterThan(3);
  expect(found.testAuc).toBeGreaterThan(0.65);
  const lines = (await readFile(join(repository, 'examples/sample/leads.csv'), 'utf8')).split('\n');
  await inFolder({ 'few.csv': lines.slice(0, 60).join('\n') }, async (folder) => {
    const leads = ['--leads', join(folder, 'few.csv')];
    const few = calibrationOf(await runReplay([...sample, ...leads, ...asked]));
    expect(few).toMatchObject({ rules: [], testAuc: null });
    expect(few.evidence).toMatch(/^Too few outcomes/);
    const told = await runReplay([...sample, ...leads, '--outcome', 'Status', '--calibrate']);
    expect(told.out).toContain('What the outcomes say\n\nToo few outcomes');
  });
});
