// A name that passes every check and leads into the private network once it is looked up, as one does whose DNS has
// changed since: workerd looks at the address that it connects to, and nobody is called. Neither a webhook nor the check of a
// website gets through, and what went wrong is told without a word of what stands there.
import { startInstance, type Instance } from '@baton/host/instance';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRecord, listAt } from '../../apps/host/src/json.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { qualified, submission } from './baton.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { until } from './until.ts';

let receiver: Receiver;
let target: string;

beforeAll(async () => {
  receiver = await startReceiver();
  target = `localhost:${new URL(receiver.url).port}`;
});

afterAll(() => receiver.close());

/** One that has sent a webhook there, and what its first try came to. */
async function tried(options: Pick<Parameters<typeof startInstance>[0], 'env' | 'trusted'>) {
  const data = await mkdtemp(join(tmpdir(), 'baton-names-'));
  // What workerd refuses it says as well.
  const instance = await startInstance({ data, onOutput: () => undefined, ...options });
  try {
    const hook = { id: 'crm', kind: 'webhook', url: `http://${target}/hook`, on: ['lead.received'] };
    await asked(instance, 'PUT', '/api/workspace', { ...smallWorkspace, destinations: [hook] });
    await asked(instance, 'POST', '/f/demo/submissions', submission(qualified('ada@engines.example')));
    let attempts: readonly unknown[] = [];
    await until('a try is over', async () => {
      const { deliveries } = await asked(instance, 'GET', '/api/deliveries?destination=crm');
      const [delivery] = Array.isArray(deliveries) ? deliveries : [];
      attempts = isRecord(delivery) ? listAt(delivery, 'attempts') : [];
      return attempts.length > 0;
    });
    const site = await asked(instance, 'POST', '/api/forms/demo/site-check', { url: `http://${target}/` });
    return { attempt: attempts[0], site };
  } finally {
    await instance.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function asked(
  { url, ownerKey }: Instance,
  method: string,
  path: string,
  body?: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = await answer.json();
  expect(answer.ok, JSON.stringify(json)).toBe(true);
  return isRecord(json) ? json : {};
}

test('a name that is let through and turns out to be private is not connected to', async () => {
  // The worker trusts the name; the network beneath it was opened to nothing private.
  const { attempt, site } = await tried({ env: { BATON_TRUSTED: target } });
  expect(attempt).toMatchObject({ error: 'address_refused', status: null });
  expect(site).toMatchObject({ verdict: 'not_reached', problem: 'address_refused' });
  expect(receiver.calls()).toBe(0);
});

test('opened for it, the same name is called', async () => {
  const { attempt } = await tried({ trusted: [target] });
  expect(attempt).toMatchObject({ error: null, status: 200 });
  expect(receiver.calls()).toBeGreaterThan(0);
});
