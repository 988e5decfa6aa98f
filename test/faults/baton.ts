// A real Baton for one test file: workerd on a folder of its own, with a workspace imported, and short ways to ask
// its API. Whatever the API answers is narrowed here, once.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instance, type LogLine, startInstance } from '@baton/host/instance';
import { isRecord, listAt, textAt } from '../../apps/host/src/json.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Answer, call } from './post.ts';

export type Json = Readonly<Record<string, unknown>>;

export type Baton = {
  readonly instance: Instance;
  /** Its folder, until it is closed. */
  readonly data: string;
  /** Lines of the worker that report a bug. */
  readonly bugs: string[];
  /** Asks the API with the owner's key; throws on anything but a 2xx. */
  readonly api: (path: string, method?: string, body?: unknown) => Promise<Json>;
  /** Every page of a list, the latest first. */
  readonly all: (what: 'leads' | 'submissions' | 'deliveries', query?: string) => Promise<Json[]>;
  readonly submit: (body: unknown, options?: SubmitOptions) => Promise<Answer>;
  readonly isHealthy: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

type SubmitOptions = { readonly form?: string; readonly agent?: Agent; readonly timeoutMs?: number };

/** Where notifications go in a test. */
export type TestDestination = {
  readonly id: string;
  readonly kind: 'webhook';
  readonly url: string;
  readonly on: readonly string[];
};

/** Starts one that may call private addresses, on {@link smallWorkspace} with these destinations instead of its own. */
export async function startBaton(
  destinations: readonly TestDestination[],
  env: Readonly<Record<string, string>> = {},
  onLine?: (line: LogLine) => void,
): Promise<Baton> {
  const data = await mkdtemp(join(tmpdir(), 'baton-faults-'));
  const bugs: string[] = [];
  const instance = await startInstance({
    data,
    env,
    allowPrivate: true,
    onLine: (line) => {
      if (line.baton === 'bug') bugs.push(`${line.message} ${line.stack}`);
      onLine?.(line);
    },
    onOutput: (text) => bugs.push(text),
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });

  const api: Baton['api'] = async (path, method = 'GET', body) => {
    const answer = await call(instance.url + path, {
      method,
      agent,
      headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    }
    return jsonOf(answer);
  };

  const all: Baton['all'] = async (what, query = '') => {
    const found: Json[] = [];
    let before = '';
    for (;;) {
      const page = await api(`/api/${what}?limit=200${before}${query}`);
      found.push(...listAt(page, what).filter(isRecord));
      const next = textAt(page, 'next');
      if (next === null) return found;
      before = `&before=${next}`;
    }
  };

  const baton: Baton = {
    instance,
    data,
    bugs,
    api,
    all,
    submit: (body, options = {}) =>
      call(`${instance.url}/f/${options.form ?? 'demo'}/submissions`, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        agent: options.agent ?? agent,
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
      }),
    isHealthy: async () => (await call(`${instance.url}/healthz`, { method: 'GET' })).status === 200,
    async close() {
      agent.destroy();
      await instance.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
  try {
    await api('/api/workspace', 'PUT', { ...smallWorkspace, destinations });
  } catch (error) {
    await baton.close();
    throw error;
  }
  return baton;
}

/** A submission as the form's script sends it, under an id of its own. */
export function submission(
  answers: Readonly<Record<string, unknown>>,
  more: Json = {},
): Json & { readonly id: string } {
  const id = randomUUID();
  return { id, version: 1, final: true, answers, visitor: null, visit: {}, behaviours: [], ...more };
}

/** Answers that hand a lead off at once. */
export function qualified(email: string): Json {
  return { email, name: 'Ada', size: '51-500', role: 'manager', team: 12 };
}

/** The JSON object that an answer holds. */
export function jsonOf(answer: Answer): Json {
  const value: unknown = JSON.parse(answer.text);
  if (!isRecord(value)) throw new Error(`No object: ${answer.text}`);
  return value;
}

/** The text under a key. */
export function textIn(json: Json, key: string): string {
  const value = json[key];
  if (typeof value !== 'string') throw new Error(`No text under ${key}: ${JSON.stringify(json)}`);
  return value;
}

/** The object under a key. */
export function objectIn(json: Json, key: string): Json {
  const value = json[key];
  if (!isRecord(value)) throw new Error(`No object under ${key}: ${JSON.stringify(json)}`);
  return value;
}

/** The objects of the list under a key. */
export function objectsIn(json: Json, key: string): Json[] {
  return listAt(json, key).filter(isRecord);
}
