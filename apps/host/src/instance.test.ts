import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderHeld, type Instance, type InstanceOptions, PortTaken, startInstance } from './instance.ts';
import { freePort } from './port.ts';

let data: string;
let running: Instance[];
let others: Server[];

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-instance-'));
  running = [];
  others = [];
});
afterEach(async () => {
  await Promise.all(running.map((instance) => instance.stop()));
  for (const other of others) other.close();
  await rm(data, { recursive: true, force: true });
});

async function start(options: Partial<InstanceOptions> = {}): Promise<Instance> {
  const instance = await startInstance({ data, ...options });
  running.push(instance);
  return instance;
}

const workspaceOf = async (instance: Instance): Promise<unknown> => {
  const headers = { authorization: `Bearer ${instance.ownerKey}` };
  return (await fetch(`${instance.url}/api/workspace`, { headers })).json();
};

async function name(instance: Instance, text: string): Promise<number> {
  const answer = await fetch(`${instance.url}/api/workspace`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, name: text }),
  });
  return answer.status;
}

test('it answers on a free port and needs the key it made, which nobody else on the machine may read', async () => {
  const instance = await start();
  expect((await fetch(`${instance.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${instance.url}/api/workspace`)).status).toBe(401);
  expect(await name(instance, 'Rampline')).toBe(200);
  expect(instance).toMatchObject({ ownerKeyIsNew: true, ownerKeyFile: join(data, 'owner-key') });
  expect((await readFile(join(data, 'owner-key'), 'utf8')).trim()).toBe(instance.ownerKey);
  expect((await stat(join(data, 'owner-key'))).mode & 0o777).toBe(0o600);
});

test('what was stored is there after a stop and after a kill, under the same key and port', async () => {
  const first = await start();
  await name(first, 'Before');
  await first.stop();
  const second = await start({ port: first.port });
  expect(second).toMatchObject({ ownerKey: first.ownerKey, ownerKeyIsNew: false, port: first.port });
  expect(await workspaceOf(second)).toMatchObject({ name: 'Before' });
  await name(second, 'After');
  const { pid } = second;
  await second.kill();
  await expect(fetch(second.url)).rejects.toThrow();
  await second.restart();
  expect(second.pid).not.toBe(pid);
  expect(await workspaceOf(second)).toMatchObject({ name: 'After' });
});

test('a key given by the environment is used and not kept', async () => {
  const instance = await start({ env: { BATON_OWNER_KEY: 'a-key-of-my-own-0123456789' } });
  expect(instance).toMatchObject({ ownerKey: 'a-key-of-my-own-0123456789', ownerKeyFile: null });
  expect(await name(instance, 'x')).toBe(200);
  await expect(stat(join(data, 'owner-key'))).rejects.toThrow('ENOENT');
});

test('a key too short to be a secret is refused', async () => {
  await expect(start({ env: { BATON_OWNER_KEY: 'short' } })).rejects.toThrow('BATON_OWNER_KEY is too short');
});

test('a second one on the same data is refused, also while the first is killed, and not after it stopped', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(FolderHeld);
  await first.kill();
  await expect(start()).rejects.toThrow(FolderHeld);
  await first.stop();
  await start();
});

test('a taken port is said plainly and leaves the data folder free', async () => {
  const port = await freePort(0);
  const other = createServer().listen(port, '127.0.0.1');
  others.push(other);
  await once(other, 'listening');
  await expect(start({ port })).rejects.toThrow(PortTaken);
  await expect(start({ port })).rejects.toThrow(
    `Port ${port} is taken, Baton cannot listen there. Choose another with --port.`,
  );
  await start();
});

test('a bundle that cannot run is told in workerd’s own words', async () => {
  const { build } = await import('./build.ts');
  const bundle = { ...(await build()), compatibilityFlags: ['no_such_flag'] };
  await expect(start({ bundle, onOutput: () => undefined })).rejects.toThrow(
    /Baton did not start.*no_such_flag/s,
  );
  await start();
});

test('a crash is reported, a stop is not', async () => {
  const crashes: string[] = [];
  const instance = await start({ onCrash: (how) => crashes.push(how) });
  process.kill(instance.pid, 'SIGKILL');
  await expect.poll(() => crashes).toEqual(['SIGKILL']);
  await instance.restart();
  await instance.stop();
  expect(crashes).toHaveLength(1);
});

test('two start side by side on data of their own', async () => {
  const [one, two] = await Promise.all([start(), start({ data: join(data, 'other') })]);
  expect(one.port).not.toBe(two.port);
  expect(one.ownerKey).not.toBe(two.ownerKey);
});
