import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startGuarded } from './guarded-process.ts';

const env = { PATH: process.env['PATH'] ?? '' };

async function isRunning(pid: number): Promise<boolean> {
  const found = await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return found.stdout.trim() !== '' && !found.stdout.trim().startsWith('Z');
}

async function untilGone(pid: number): Promise<void> {
  while (await isRunning(pid)) await wait(20);
}

test('the process id is the program’s own, and its output can be read', async () => {
  const guarded = await startGuarded([process.execPath, '-p', 'process.pid'], { env });
  const [line] = await once(createInterface({ input: guarded.stdout }), 'line');
  expect(Number(line)).toBe(guarded.pid);
  expect(await guarded.ended).toEqual({ code: 0, signal: null });
});

test('stopping is polite, then firm', async () => {
  const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";
  const guarded = await startGuarded([process.execPath, '-e', stubborn], { env });
  await once(guarded.stdout, 'data');
  await guarded.stop(100);
  expect(await guarded.ended).toEqual({ code: null, signal: 'SIGKILL' });
});

test('killing is at once and stopping twice does no harm', async () => {
  const guarded = await startGuarded(['sleep', '60'], { env });
  await guarded.kill();
  expect(guarded.isRunning()).toBe(false);
  await guarded.stop(100);
});

test('what the program started goes with it', async () => {
  const guarded = await startGuarded(['/bin/sh', '-c', 'sleep 60 & echo $!; wait'], { env });
  const [line] = await once(createInterface({ input: guarded.stdout }), 'line');
  await guarded.kill();
  await untilGone(Number(line));
});

test('a program that does not exist ends with the shell’s code', async () => {
  const guarded = await startGuarded(['/no/such/program'], { env });
  expect(await guarded.ended).toEqual({ code: 127, signal: null });
});

test('the program ends when its parent is killed', async () => {
  const module = fileURLToPath(new URL('guarded-process.ts', import.meta.url));
  const code = `const { startGuarded } = await import(${JSON.stringify(module)});
    const { pid } = await startGuarded(['sleep', '60'], { env: process.env });
    console.log(pid); setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: parent.stdout }), 'line');
  expect(await isRunning(Number(line))).toBe(true);
  parent.kill('SIGKILL');
  await untilGone(Number(line));
});
