// The examples of docs/api.md run as they stand, in the order of the page, against the demo's workspace.
import { demoWorkspace } from '@baton/demo';
import { startInstance, type Instance } from '@baton/host/instance';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOf, type Json } from './published-document.ts';

let data: string;
let instance: Instance;
let examples: readonly string[];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-examples-'));
  // Nothing listens there: what is delivered is another test's affair.
  instance = await startInstance({ data, trusted: ['127.0.0.1:1'] });
  const workspace = {
    ...demoWorkspace({ website: 'https://www.example.com', letterbox: 'http://127.0.0.1:1' }),
  };
  const imported = await fetch(`${instance.url}/api/workspace`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(workspace),
  });
  expect(imported.status, await imported.clone().text()).toBe(200);
  const page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8');
  examples = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, example = '']) => example);
});

afterAll(async () => {
  await instance.stop();
  await rm(data, { recursive: true, force: true });
});

/** What a shell prints of an example; a refusal fails it. */
async function run(example: string): Promise<string> {
  const shell = 'set -euo pipefail; curl() { command curl --fail-with-body "$@"; };';
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', `${shell}\n${example}`], {
    cwd: data,
    env: { PATH: process.env['PATH'], BATON: instance.url, KEY: instance.ownerKey },
  });
  return stdout;
}

function json(text: string): Json {
  return recordOf(JSON.parse(text));
}

test('the page has examples, and a machine that runs this has curl', () => {
  expect(examples).toHaveLength(19);
  expect(execFileSync('curl', ['--version'], { encoding: 'utf8' })).toContain('curl');
});

test('every example is answered as the page says', async () => {
  const [settings = '', send = '', plain = '', tried = '', lead = '', quarantined = '', ...rest] = examples;
  expect(settings).toBe('BATON=http://127.0.0.1:8787\nKEY=$(cat .baton/data/owner-key)\n');
  const reply = json(await run(send));
  expect(reply).toMatchObject({
    submission: expect.stringMatching(/^sub_/),
    outcome: { show: { kind: 'message' } },
  });
  expect(await run(plain)).toContain('<!doctype html>');
  expect(json(await run(tried))).toMatchObject({ issues: [], score: { total: expect.any(Number) } });
  expect(json(await run(lead))).toMatchObject({
    leads: [{ stage: 'mql', submissions: [{ state: 'handed_off' }] }],
    next: null,
  });
  expect(json(await run(quarantined))).toEqual({ submissions: [], next: null });
  const [
    unanswered = '',
    byHand = '',
    webinar = '',
    accounts = '',
    dead = '',
    document = '',
    part = '',
    draft = '',
    publish = '',
    website = '',
    numbers = '',
    audit = '',
  ] = rest;
  const health = rest.at(-1) ?? '';
  expect(json(await run(unanswered))).toMatchObject({ page: { rows: [expect.anything()] } });
  expect(json(await run(byHand))).toMatchObject({ lead: expect.stringMatching(/^lead_/) });
  expect(await run(webinar)).toBe('');
  expect(json(await run(accounts))).toMatchObject({ added: 1, errors: [] });
  expect(json(await run(dead))).toEqual({ deliveries: [], next: null });
  expect(json(await run(document))).toMatchObject({ ok: true, forms: [{ changed: false }], warnings: [] });
  expect(json(await run(part))).toEqual({ ok: true, forms: [], agreement: null, warnings: [] });
  expect(json(await run(draft))).toMatchObject({ revision: 1, base: 1, issues: [], warnings: [] });
  expect(json(await run(publish))).toEqual({ version: 2, changed: true, scheduled: null, warnings: [] });
  // No demo website runs here.
  expect(json(await run(website))).toMatchObject({ verdict: 'not_reached' });
  expect(json(await run(numbers))).toMatchObject({ versions: expect.arrayContaining([expect.anything()]) });
  expect(json(await run(audit))).toMatchObject({ changes: expect.arrayContaining([expect.anything()]) });
  expect(json(await run(health))).toEqual({ ok: true });
});
