import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PortTaken, freePort } from './port.ts';

const script = fileURLToPath(new URL('start.ts', import.meta.url));
let folder: string;
let port: number;
let started: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-start-'));
  port = await fourFreePorts();
  started = [];
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(false);
  await rm(folder, { recursive: true, force: true });
});

async function fourFreePorts(): Promise<number> {
  for (;;) {
    const first = await freePort(0);
    try {
      for (const next of [1, 2, 3]) await freePort(first + next);
      return first;
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
}

async function answers(at: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${at}/`).then(
    () => true,
    () => false,
  );
}

type Started = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly until: (words: string) => Promise<void>;
};

function start(flags: readonly string[], command: readonly string[] = [process.execPath, script]): Started {
  const [program = '', ...rest] = command;
  const args = [...rest, '--port', String(port), '--data', join(folder, 'data'), ...flags];
  const child = spawn(program, args, { env: { ...process.env, NODE_ENV: 'test', INIT_CWD: folder } });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => (text += piece.toString()));
  const said = (): string => text;
  return {
    child,
    said,
    until: (words) => expect.poll(said, { timeout: 20_000, interval: 20 }).toContain(words),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  child.kill(signal);
  const [code] = await once(child, 'close');
  return code;
}

/** The link that the banner shows while nobody is owner. */
function ownerLinkOf(said: string): string {
  return /Become owner +(http\S+\/enter\/\w{32}) /.exec(said)?.[1] ?? 'none';
}

const answersOf = (email: string): object => ({
  name: 'Lena Hoffmann',
  email,
  role: 'director',
  company: 'Nordlager',
  company_size: '250-999',
  industry: '3pl',
  country: 'DE',
  shift_workers: 140,
  goals: ['overtime'],
  timeline: 'now',
  phone: '+49 30 1234567',
});

async function submit(email: string): Promise<number> {
  const body = {
    id: crypto.randomUUID(),
    version: 1,
    final: true,
    answers: answersOf(email),
    visitor: null,
    visit: {},
  };
  const answer = await fetch(`http://127.0.0.1:${port}/f/demo/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port + 1}` },
    body: JSON.stringify({ ...body, behaviours: [] }),
  });
  return answer.status;
}

test('a newcomer gets a demo: a lead is decided on, printed in one line and delivered to the letterbox', async () => {
  const baton = start([]);
  await baton.until('Send the form.');
  expect(baton.said()).toContain(`http://127.0.0.1:${port + 1}/demo`);
  expect(baton.said()).toMatch(/Owner key +baton_\S{32} \(new/);
  const link = ownerLinkOf(baton.said());
  expect((await fetch(link)).status).toBe(200);
  expect(await (await fetch(`http://127.0.0.1:${port + 1}/demo`)).text()).toContain(`:${port}/f/demo.js`);
  expect(await submit('lena@nordlager.example')).toBe(201);
  await baton.until('lena@nordlager.example');
  expect(baton.said()).toMatch(
    /lena@nordlager\.example · demo · 58\/0\/26 = 84 · hot · Amelie Brandt by \w{3} \d\d:\d\d \(.+\) · .*webhook \d+ ms/,
  );
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port + 2}/arrivals`)).json())
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'webhook', type: 'lead.handed_off', verified: true }),
        expect.objectContaining({ kind: 'email', to: ['amelie.brandt@rampline.example'] }),
        expect.objectContaining({ kind: 'email', to: ['sales@rampline.example'] }),
      ]),
    );
  expect(baton.said()).not.toContain('\u001b');
  expect(await end(baton.child, 'SIGTERM')).toBe(0);
  for (const next of [0, 1, 2]) expect(await answers(port + next)).toBe(false);

  const again = start([]);
  await again.until('Send the form.');
  expect(again.said()).not.toMatch(/Imported|\(new/);
  expect(again.said()).toContain('Demo website');
  // Nobody has used it: a new one is printed, and the old one is dead.
  const renewed = ownerLinkOf(again.said());
  expect([(await fetch(link)).status, (await fetch(renewed)).status]).toEqual([404, 200]);
  const headers = { origin: `http://127.0.0.1:${port}` };
  const body = new URLSearchParams({ name: 'Ada', email: 'ada@rampline.example' });
  expect((await fetch(renewed, { method: 'POST', redirect: 'manual', headers, body })).status).toBe(303);
  expect(await end(again.child, 'SIGINT')).toBe(130);

  const owned = start([]);
  await owned.until('Send the form.');
  expect(owned.said()).toContain(`Sign in       http://127.0.0.1:${port}/\n`);
  expect(owned.said()).not.toContain('/enter/');
}, 60_000);

test('a workspace of one’s own is imported when it changed, and what is wrong with it is said line by line', async () => {
  const file = join(folder, 'own.json');
  await writeFile(file, '{\n  "format": 1,\n  "name": "Own"\n  "forms": []\n}\n');
  const broken = start(['--workspace', 'own.json']);
  expect((await once(broken.child, 'close'))[0]).toBe(1);
  expect(broken.said()).toBe('own.json is not JSON: line 4, column 3: expected , or }.\n');

  await writeFile(
    file,
    JSON.stringify({
      format: 1,
      name: 'Own',
      attributes: [{ id: 'A', label: '', type: 'text', about: 'person' }],
    }),
  );
  const wrong = start(['--workspace', 'own.json']);
  expect((await once(wrong.child, 'close'))[0]).toBe(1);
  expect(wrong.said()).toMatch(/^own\.json is not a workspace:\n {2}attributes\.0\.id: bad_id/m);

  await writeFile(file, JSON.stringify({ format: 1, name: 'Own', unheard: 1 }));
  const right = start(['--workspace', 'own.json']);
  await right.until('No form yet.');
  expect(right.said()).toContain('Warning: unheard: unknown_key');
  expect(right.said()).not.toContain('Demo website');
  expect(await end(right.child, 'SIGTERM')).toBe(0);

  const same = start(['--workspace', 'own.json']);
  await same.until('No form yet.');
  expect(same.said()).not.toContain('Warning');
  expect(await end(same.child, 'SIGTERM')).toBe(0);

  await writeFile(file, JSON.stringify({ format: 1, name: 'Own', alsoUnheard: 1 }));
  const changed = start(['--workspace', 'own.json']);
  await changed.until('No form yet.');
  expect(changed.said()).toContain('Warning: alsoUnheard: unknown_key');
}, 60_000);

test('a second one on the same data, and a taken port of the demo, are refused with the remedy', async () => {
  const first = start(['--no-demo']);
  await first.until('No form yet.');
  const taken = start([]);
  expect((await once(taken.child, 'close'))[0]).toBe(1);
  expect(taken.said()).toContain(
    `Port ${port} is taken, Baton cannot listen there. Choose another with --port.`,
  );
  const held = start(['--port', String(await fourFreePorts())]);
  expect((await once(held.child, 'close'))[0]).toBe(1);
  expect(held.said()).toMatch(/Baton already runs on .*data: process \d+, since .*--data\./);
}, 60_000);

test('it starts again after a crash of workerd', async () => {
  const baton = start(['--no-demo']);
  await baton.until('No form yet.');
  const workerd = await childOf(baton.child);
  process.kill(workerd, 'SIGKILL');
  await baton.until('Baton ended with SIGKILL. Starting it again.');
  await expect.poll(() => answers(port), { timeout: 20_000 }).toBe(true);
}, 60_000);

test('nothing is left when whoever started it is killed', async () => {
  const baton = start(['--no-demo'], ['/bin/sh', '-c', `"${process.execPath}" "${script}" "$@"; true`, 'sh']);
  await baton.until('No form yet.');
  expect(await answers(port)).toBe(true);
  baton.child.kill('SIGKILL');
  await expect.poll(() => answers(port), { timeout: 5_000 }).toBe(false);
}, 60_000);

test('help is printed and starts nothing', async () => {
  const baton = start(['--help']);
  expect((await once(baton.child, 'close'))[0]).toBe(0);
  expect(baton.said()).toContain('--no-demo');
});

/** The process id of workerd, the only child of `npm start`'s process. */
async function childOf(parent: ChildProcess): Promise<number> {
  const ps = spawn('ps', ['-A', '-o', 'pid=,ppid=']);
  let text = '';
  ps.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  await once(ps, 'close');
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const found = rows.find(([, ppid]) => ppid === parent.pid)?.[0];
  if (found === undefined) throw new Error('It has no child.');
  return found;
}
