// The examples that come with Baton are whole, and say what their documents promise.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWorkspace } from '@baton/workspace';
import { expect, test } from 'vitest';
import { repository, runReplay } from './run-replay.ts';

function argsFor(example: string, leads: string): string[] {
  const [workspace, map] = [`examples/${example}/workspace.json`, `examples/${example}/map.json`];
  return ['--workspace', workspace, '--map', map, '--leads', leads, '--json'];
}

test.each(['x-education', 'sample'])(
  'the workspace of %s is read without a fault or a warning',
  async (example) => {
    const text = await readFile(join(repository, 'examples', example, 'workspace.json'), 'utf8');
    expect(parseWorkspace(JSON.parse(text))).toMatchObject({ ok: true, warnings: [] });
  },
);

test('every row of the sample is scored, and the agreement ranks better than chance', async () => {
  const leads = 'examples/sample/leads.csv';
  const { code, out, error } = await runReplay([...argsFor('sample', leads), '--outcome', 'Status']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(JSON.parse(out)).toMatchObject({
    rows: 206,
    bad: [],
    auc: expect.closeTo(0.77, 1),
    lift20: expect.closeTo(1.7, 0),
  });
});

const xEducation = '../shared/data/leads/x-education.csv';
const isThere = existsSync(join(repository, xEducation));

test.skipIf(!isThere)(
  `the agreement for X Education, made before its outcomes were seen, ranks them (needs ${xEducation})`,
  async () => {
    const args = [...argsFor('x-education', xEducation), '--outcome', 'Converted', '--order', 'Lead Number'];
    const { code, out, error } = await runReplay(args);
    expect({ code, error }).toEqual({ code: 0, error: expect.not.stringContaining('could not be read') });
    const { rows, bad, auc, lift20, heldOut } = JSON.parse(out);
    expect({ rows, bad }).toEqual({ rows: 6468, bad: [] });
    expect(auc).toBeGreaterThan(0.75);
    expect(lift20).toBeGreaterThan(1.8);
    expect(heldOut.auc).toBeGreaterThan(0.75);
  },
);

test('the map for X Education reads only what is known when a lead arrives', async () => {
  const text = await readFile(join(repository, 'examples/x-education/map.json'), 'utf8');
  const later = [
    'Tags',
    'Lead Quality',
    'Lead Profile',
    'Asymmetrique',
    'Last Activity',
    'Last Notable',
    'Converted',
  ];
  for (const column of [...later, 'Prospect ID', 'Lead Number']) expect(text).not.toContain(column);
});
