// A running worker with a workspace that reaches every answer of the API, and a receiver that takes some events and
// is gone for others.
import { startInstance, type Instance } from '@baton/host/instance';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { recordOf, type Json } from './published-document.ts';

export const ourWebsite = 'https://www.example.com';
export const stranger = 'https://elsewhere.example';

export type ApiStack = {
  readonly instance: Instance;
  /** What the receiver was told, the latest last. */
  readonly events: Json[];
  /** A request; `owner` sends the key along. */
  readonly ask: (method: string, path: string, options?: Ask) => Promise<Response>;
  readonly close: () => Promise<void>;
};

export type Ask = {
  readonly owner?: boolean;
  readonly json?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

const [form] = smallWorkspace.forms;
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The small workspace with a form for our website only, one that leads elsewhere, and a destination that is gone. */
function apiWorkspace(receiver: string): object {
  const show = { kind: 'redirect', url: 'https://www.example.com/thanks' };
  return {
    ...smallWorkspace,
    agreement: {
      ...smallWorkspace.agreement,
      // Open all the time, so that what is late is late at any hour; and the highest tier is late at once.
      hours: { timeZone: 'UTC', week: Object.fromEntries(week.map((day) => [day, [['00:00', '24:00']]])) },
      tiers: [{ id: 'hot', from: 75, followUp: 'PT1S' }, ...smallWorkspace.agreement.tiers.slice(1)],
    },
    destinations: [
      {
        id: 'crm',
        kind: 'webhook',
        url: `${receiver}/crm`,
        on: ['lead.handed_off', 'lead.accepted', 'lead.rejected'],
      },
      { id: 'gone', kind: 'webhook', url: `${receiver}/gone`, on: ['lead.handed_off'] },
    ],
    forms: [
      form,
      { ...form, id: 'ours', websites: [ourWebsite] },
      { ...form, id: 'working', websites: [ourWebsite], protection: { proofOfWork: true } },
      { ...form, id: 'elsewhere', outcomes: [{ id: 'away', show }] },
    ],
  };
}

export async function startApiStack(): Promise<ApiStack> {
  const data = await mkdtemp(join(tmpdir(), 'baton-api-'));
  const events: Json[] = [];
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => {
      if (request.url === '/gone') response.writeHead(410).end();
      else {
        events.push(recordOf(JSON.parse(Buffer.concat(parts).toString('utf8'))));
        response.end('ok');
      }
    });
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve);
  });
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  const instance = await startInstance({ data, allowPrivate: true });
  const ask: ApiStack['ask'] = (method, path, { owner = false, json, body, headers = {} } = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json);
    return fetch(instance.url + path, {
      method,
      redirect: 'manual',
      ...(sent === undefined ? {} : { body: sent }),
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(owner ? { authorization: `Bearer ${instance.ownerKey}` } : {}),
        ...headers,
      },
    });
  };
  const imported = await ask('PUT', '/api/workspace', {
    owner: true,
    json: apiWorkspace(`http://127.0.0.1:${address.port}`),
  });
  if (!imported.ok) throw new Error(await imported.text());
  return {
    instance,
    events,
    ask,
    async close() {
      await instance.stop();
      receiver.closeAllConnections();
      await new Promise((resolve) => {
        receiver.close(resolve);
      });
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A submission that hands its lead off. */
export function qualified(email: string, more: Json = {}): Json {
  return {
    id: randomUUID(),
    version: 1,
    final: true,
    answers: { email, name: 'Ada', size: '51-500', role: 'manager', team: 12 },
    visitor: null,
    visit: {
      url: 'https://www.example.com/pricing?utm_source=search&utm_id=7',
      referrer: 'https://search.example/',
      utm_source: 'search',
      utm_id: '7',
      returning: true,
      touches: [{ at: '2026-11-01T09:00:00Z', utm_source: 'mail', url: 'https://www.example.com/' }],
    },
    behaviours: [],
    ...more,
  };
}
