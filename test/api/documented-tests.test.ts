// The table of CONTRIBUTING.md that says where each promise is tested: whatever it names is there.
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function spelledOut(path: string): string[] {
  const [, before, choices, after] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  if (before === undefined || choices === undefined || after === undefined) return [path];
  return choices.split(',').flatMap((choice) => spelledOut(before + choice + after));
}

test('every test that is said to hold a promise is there', () => {
  const [, table = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split(
    '## Where each promise is tested',
  );
  const rows = table.split('\n## ')[0]?.split('\n') ?? [];
  const cells = rows.filter((row) => row.startsWith('| ')).map((row) => row.split(' | ')[1] ?? '');
  const paths = cells.flatMap((cell) => [...cell.matchAll(/`([^`]*\/[^`]*)`/g)].map(([, path = '']) => path));
  expect(paths.length).toBeGreaterThan(100);
  const holds = (path: string): boolean =>
    globSync(path, { cwd: root }).some(
      (found) =>
        !statSync(join(root, found)).isDirectory() ||
        globSync('**/*.test.*', { cwd: join(root, found) }).length > 0,
    );
  expect(paths.flatMap(spelledOut).filter((path) => !holds(path))).toEqual([]);
});
