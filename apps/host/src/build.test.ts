import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repository, runtimePath } from './build-runtime.ts';
import { build } from './build.ts';

let root: string;
const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);

// A repository as small as one can be, so that building it again and again costs little.
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baton-build-'));
  for (const folder of ['packages/page/src/browser', 'apps/worker/src'])
    await mkdir(join(root, folder), { recursive: true });
  await write('packages/page/src/browser/embed.ts', 'declare const BATON: string;\nconsole.log(BATON);\n');
  await write(
    'apps/worker/src/index.ts',
    "import runtime from '../.generated/runtime.txt';\nexport default { fetch: () => new Response(runtime) };\n",
  );
  await write(
    'wrangler.toml',
    'name = "x"\nmain = "apps/worker/src/index.ts"\ncompatibility_date = "2026-10-01"\nminify = true\n',
  );
  await cp(join(repository, 'package-lock.json'), join(root, 'package-lock.json'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('it builds once, then only what a change made stale, and several at once do not disturb each other', async () => {
  const together = await Promise.all([build({ root }), build({ root })]);
  expect(together[0]).toMatchObject({
    folder: together[1].folder,
    compatibilityDate: '2026-10-01',
    compatibilityFlags: [],
  });
  expect(together[0].modules).toEqual([
    { name: 'index.js', kind: 'esModule' },
    { name: expect.stringMatching(/-runtime\.txt$/), kind: 'text' },
  ]);
  expect(JSON.parse(await readFile(join(root, runtimePath), 'utf8'))).toEqual({
    core: [{ text: expect.stringMatching(/^\(\w+,(\w+)\)=>\{console\.log\(\1\)\}$/) }],
    pages: '',
    parts: {},
    // What a script is told in letters.
    words: expect.objectContaining({ texts: expect.stringMatching(/^\w$/) }),
  });
  expect(await build({ root })).toMatchObject({ fresh: true, folder: together[0].folder });

  await write('packages/page/src/browser/embed.test.ts', 'not part of it');
  expect(await build({ root })).toMatchObject({ fresh: true });

  await write('packages/page/src/browser/embed.ts', 'console.log("changed");\n');
  const changed = await build({ root });
  expect(changed).toMatchObject({ fresh: false });
  expect(changed.folder).not.toBe(together[0].folder);
  const shelf = await readdir(join(changed.folder, '..'));
  expect(shelf.every((name) => /^[0-9a-f]{16}$/.test(name))).toBe(true);
}, 60_000);

test('going back to older sources brings back their script too', async () => {
  const before = await build({ root });
  await write('packages/page/src/browser/embed.ts', 'console.log("other");\n');
  await build({ root });
  await write('packages/page/src/browser/embed.ts', 'declare const BATON: string;\nconsole.log(BATON);\n');
  expect(await build({ root })).toMatchObject({ folder: before.folder });
  expect(await readFile(join(root, runtimePath), 'utf8')).toMatch(/console\.log\(\w+\)/);
}, 60_000);

test('sources that do not build are told in the tool’s words', async () => {
  await write('apps/worker/src/index.ts', "import { gone } from './gone.ts';\nexport default gone;\n");
  await expect(build({ root })).rejects.toThrow(/The worker does not build:.*gone\.ts/s);
}, 60_000);
