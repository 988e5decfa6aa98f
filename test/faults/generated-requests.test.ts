// Whatever is asked of any route, the worker answers in its own words, as it describes itself, and stores nothing that
// was not declared. BATON_FAULT_REQUESTS says how many requests each route gets, BATON_FAULT_SEED which ones, and
// BATON_FAULT_ROUTE narrows it to the route of that id, or else to those whose id holds that text.
import { isRecord } from '@baton/schema';
import { Agent } from 'node:http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PublishedDocument, readPublished } from '../api/published-document.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, jsonOf, objectIn, qualified, startBaton, submission, textIn } from './baton.ts';
import { someNonce, someVisitor } from './generated-bodies.ts';
import {
  type Generated,
  type Route,
  requestTo,
  routesOf,
  someSubmission,
  someToken,
} from './generated-requests.ts';
import { type Answer, call } from './post.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { expectOnlyDeclared, expectOnlyDeclaredRows } from './stored.ts';
import { until } from './until.ts';

const asked = process.env['BATON_FAULT_REQUESTS'];
const only = process.env['BATON_FAULT_ROUTE'] ?? '';
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 20_261_126);
const atOnce = 32;
const leads = 8;

/** Where most can go wrong, most is tried. */
function countFor(route: Route): number {
  if (asked !== undefined) return Number(asked);
  return route.id === 'submit' ? 1_600 : route.owner || route.method === 'OPTIONS' ? 16 : 320;
}

let receiver: Receiver;
let baton: Baton;
let published: PublishedDocument;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const visitors: string[] = [];
const tokens: string[] = [];
const submissions: string[] = [];
const nonces = new Map<string, string>();

beforeAll(async () => {
  receiver = await startReceiver();
  baton = await startBaton([
    { id: 'crm', kind: 'webhook', url: `${receiver.url}/crm`, on: ['lead.handed_off'] },
  ]);
  const working = { ...smallWorkspace.forms[0], id: 'working', protection: { proofOfWork: true } };
  await baton.api('/api/workspace', 'PUT', { format: 1, forms: [working] });
  published = await readPublished(baton.instance.url);
  for (let number = 0; number < leads; number += 1) {
    const answer = await baton.submit(submission(qualified(`lead${number}@x.example`)));
    visitors.push(textIn(jsonOf(answer), 'visitor'));
    submissions.push(textIn(jsonOf(answer), 'submission'));
  }
  await until('every lead is told of', () => receiver.events.length >= leads);
  for (const { json } of receiver.events) {
    const links = objectIn(objectIn(json, 'data'), 'links');
    for (const action of ['accept', 'reject', 'open']) {
      tokens.push(new URL(textIn(links, action)).pathname.replace('/v/', ''));
    }
  }
});

afterAll(async () => {
  agent.destroy();
  await baton.close();
  await receiver.close();
});

/** A person presses: nonces live for two minutes. */
async function press(): Promise<void> {
  for (const token of tokens) {
    const answer = await call(`${baton.instance.url}/v/${token}/press`, { agent });
    nonces.set(token, textIn(jsonOf(answer), 'nonce'));
  }
}

let sent = 0;

async function send(route: Route, request: Generated): Promise<void> {
  sent += 1;
  const token = tokens[sent % tokens.length] ?? '';
  const put = (text: string): string =>
    text
      .replaceAll(someToken, token)
      .replaceAll(someSubmission, submissions[sent % submissions.length] ?? '')
      .replaceAll(someNonce, nonces.get(token) ?? '')
      .replaceAll(someVisitor, visitors[sent % visitors.length] ?? '');
  const answer = await call(baton.instance.url + put(request.path), {
    method: route.method,
    headers: request.headers,
    agent,
    ...(request.body === '' ? {} : { body: put(request.body) }),
  });
  await judge(route, request, answer).catch((error: unknown) => {
    const said = `${route.id} ${JSON.stringify(request)}: ${answer.status} ${answer.text.slice(0, 300)}`;
    throw new Error(said, { cause: error });
  });
}

async function judge(route: Route, request: Generated, answer: Answer): Promise<void> {
  const { status, text, headers } = answer;
  const type = headers['content-type'] ?? '';
  expect(status).toBeLessThan(500);
  // Nobody has a link or a passkey, and nobody is let in.
  expect(String(headers['set-cookie'] ?? '')).not.toMatch(/^__Host-baton=\w/);
  if (type.startsWith('text/html')) expect(text).not.toContain('<script>alert(1)');
  if (request.isBent) {
    // It may be nobody's address, or another route's; whoever answers does so in a form of ours.
    if (status >= 400)
      expect(type).toMatch(/^(text\/(html|javascript); charset=utf-8|application\/problem\+json)$/);
  } else if (route.owner) expect(status).toBe(401);
  else if (route.method === 'OPTIONS') expect(status).toBeOneOf([204, 403, 405]);
  else {
    const { responses } = route.operation;
    expect(Object.keys(isRecord(responses) ? responses : {})).toContain(String(status));
    if (headers['content-encoding'] === undefined) await published.hold(route.id, responseOf(answer));
  }
}

/** A page or press for people. Nobody here is one of them: test/api/access.test.ts asks as everybody. */
function isBehindSignIn({ tags }: Route['operation']): boolean {
  return Array.isArray(tags) && (tags.includes('People') || tags.includes('Screens'));
}

/** Only whoever has a secret is let in: test/api/source-stories.ts signs. */
function isSigned({ operationId }: Route['operation']): boolean {
  return operationId === 'takeReports';
}

function responseOf({ status, text, headers }: Answer): Response {
  const type = headers['content-type'];
  return new Response(text === '' ? null : text, {
    status,
    headers: type === undefined ? {} : { 'content-type': type },
  });
}

test(
  'generated requests on every route: none breaks the worker, and nothing undeclared is stored',
  async () => {
    const definitions = objectIn(objectIn(published.json, 'components'), 'schemas');
    const all = routesOf(published.json);
    const isNamed = all.some(({ id }) => id === only);
    const routes = all.filter(({ id }) => (isNamed ? id === only : id.includes(only)));
    expect(routes.length).toBeGreaterThan(only === '' ? 25 : 0);
    let pressed = -Infinity;
    for (const route of routes) {
      const requests = requestTo(route, definitions);
      const property = fc.asyncProperty(
        fc.array(requests, { minLength: atOnce, maxLength: atOnce }),
        async (batch) => {
          if (performance.now() - pressed > 60_000) {
            await press();
            pressed = performance.now();
          }
          await Promise.all(batch.map((request) => send(route, request)));
        },
      );
      // A request that fails is told whole; others like it would only cost time.
      await fc.assert(property, { numRuns: Math.ceil(countFor(route) / atOnce), seed, endOnFailure: true });
    }
    expect(baton.bugs).toEqual([]);
    // A generator that never gets through, or is never refused, would prove little.
    const open = routes.filter(
      ({ owner, method, operation }) =>
        !owner && method !== 'OPTIONS' && !isBehindSignIn(operation) && !isSigned(operation),
    );
    const taken = (id: string): boolean =>
      [200, 201, 202].some((status) => published.seen.has(`${id} ${status}`));
    // Whom an alert was told can keep it quiet, and it takes weeks until there is one: test/desk/alerts.test.ts.
    const slow = new Set(['quietPage', 'beQuiet', 'pressQuiet']);
    expect(open.filter(({ id }) => !slow.has(id) && !taken(id)).map(({ id }) => id)).toEqual([]);
    const refusing = open.filter(({ operation }) => operation['requestBody'] !== undefined);
    const refused = (id: string): boolean =>
      [400, 415, 422].some((status) => published.seen.has(`${id} ${status}`));
    const told = (id: string): boolean => id === 'giveVerdict' || slow.has(id);
    expect(refusing.filter(({ id }) => !told(id) && !refused(id)).map(({ id }) => id)).toEqual([]);
    await expectOnlyDeclared(baton);
    if (only === '') await expectOnlyDeclaredRows(baton);
  },
  asked === undefined ? 120_000 : 8 * 3_600_000,
);
