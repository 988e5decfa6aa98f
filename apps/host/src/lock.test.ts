import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderHeld, lockFolder } from './folder-lock.ts';
import { takeLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'lock');

test('a lock has one holder, who is named, until it is released', async () => {
  const first = await takeLock(file());
  expect(await takeLock(file())).toMatchObject({ heldBy: { pid: process.pid } });
  if ('release' in first) await first.release();
  expect(await takeLock(file())).toHaveProperty('release');
});

test('a folder that is held is refused in plain words', async () => {
  await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(FolderHeld);
  await expect(lockFolder(folder)).rejects.toThrow(
    `Baton already runs on ${folder}: process ${process.pid}, since 20`,
  );
});

test('of many who come at once exactly one gets it, and nothing else is left behind', async () => {
  const locks = await Promise.all(Array.from({ length: 20 }, () => takeLock(file())));
  expect(locks.filter((lock) => 'release' in lock)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['lock']);
});

test('the lock of a process that is gone is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  for (let round = 0; round < 20; round += 1) {
    await writeFile(file(), JSON.stringify({ pid: child.pid, started: '1', since: 'then' }));
    const locks = await Promise.all(Array.from({ length: 10 }, () => takeLock(file())));
    expect(locks.filter((lock) => 'release' in lock)).toHaveLength(1);
  }
});

test('the lock of another process that had this number before is taken over', async () => {
  await writeFile(file(), JSON.stringify({ pid: process.pid, started: 'long ago', since: 'then' }));
  expect(await takeLock(file())).toHaveProperty('release');
});

test('a lock file that cannot be read is taken over', async () => {
  await writeFile(file(), 'half a li');
  expect(await takeLock(file())).toHaveProperty('release');
});

test('releasing does not take the lock from whoever holds it by now', async () => {
  const first = await takeLock(file());
  await writeFile(file(), 'somebody else');
  if ('release' in first) await first.release();
  expect(await readFile(file(), 'utf8')).toBe('somebody else');
});
