// A workspace goes in and out over HTTP: large ones, broken ones, and into another Baton.
import { startInstance, type Instance } from '@baton/host/instance';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { recordOf, type Json } from './published-document.ts';

const [form] = smallWorkspace.forms;
const { agreement } = smallWorkspace;
/** Nobody is told anything here: there is no network. */
const destinations = smallWorkspace.destinations.map((one) => Object.assign({}, one, { on: [] }));
const workspace = { ...smallWorkspace, destinations };
const bugs: string[] = [];
const folders: string[] = [];
const instances: Instance[] = [];
let baton: Instance;

async function start(): Promise<Instance> {
  const data = await mkdtemp(join(tmpdir(), 'baton-import-'));
  const onLine = (line: { baton: string }): void =>
    void (line.baton === 'bug' && bugs.push(JSON.stringify(line)));
  const instance = await startInstance({ data, onLine });
  folders.push(data);
  instances.push(instance);
  return instance;
}

beforeAll(async () => {
  baton = await start();
});

afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  expect(bugs).toEqual([]);
});

type Answer = { readonly status: number; readonly type: string | null; readonly body: Json };

async function put(body: string, to = baton, type = 'application/json'): Promise<Answer> {
  const answer = await fetch(`${to.url}/api/workspace`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${to.ownerKey}`, 'content-type': type },
    body,
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: recordOf(await answer.json()),
  };
}

const imported = (document: unknown, to = baton): Promise<Answer> => put(JSON.stringify(document), to);

async function exported(from = baton): Promise<Json> {
  const headers = { authorization: `Bearer ${from.ownerKey}` };
  return recordOf(await (await fetch(`${from.url}/api/workspace`, { headers })).json());
}

async function submitted(to: Instance, email: string): Promise<number> {
  const answers = { email, size: '51-500', role: 'manager', team: 12 };
  const answer = await fetch(`${to.url}/f/demo/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), answers }),
  });
  return answer.status;
}

test('out of one Baton and into another it is the same workspace, under the same agreement', async () => {
  expect(await imported(workspace)).toMatchObject({
    status: 200,
    body: { agreement: { state: 'in_force' } },
  });
  const first = await exported();
  const other = await start();
  const result = await imported(first, other);
  expect(result).toMatchObject({ status: 200, body: { warnings: [] } });
  expect(await exported(other)).toEqual(first);
  const again = await imported(first);
  expect(again.body['agreement']).toEqual(result.body['agreement']);
  expect(again.body['forms']).toEqual([{ id: 'demo', version: 1, changed: false }]);
});

test('whatever is imported later, a restarted Baton still reads what it holds', async () => {
  const narrower = smallWorkspace.attributes.map((attribute) =>
    attribute.options === undefined ? attribute : { ...attribute, options: attribute.options.slice(0, 1) },
  );
  const { status, body } = await imported({ format: 1, attributes: narrower });
  expect(status).toBe(200);
  expect(body['warnings']).toMatchObject([
    { code: 'form_not_published_anew' },
    { code: 'agreement_keeps_attribute', params: { attribute: 'company_size' } },
    { code: 'agreement_keeps_attribute', params: { attribute: 'role' } },
  ]);
  await baton.restart();
  expect(await submitted(baton, 'after@x.example')).toBe(201);
  const headers = { authorization: `Bearer ${baton.ownerKey}` };
  const leads = await fetch(`${baton.url}/api/leads?email=after@x.example`, { headers });
  expect(await leads.json()).toMatchObject({ leads: [{ tier: 'mql', stage: 'mql', score: { fit: 60 } }] });
  expect(await imported(workspace)).toMatchObject({ status: 200, body: { warnings: [] } });
});

/** A form with as many questions as nobody would answer. */
function longForm(id: string): object {
  const fields = Array.from({ length: 120 }, (_, index) => ({
    id: `question_${index}`,
    kind: 'text',
    label: `Question ${index}`,
    shownWhen: {
      combinator: 'and',
      rules: [{ field: 'answer.size', operator: 'in', value: ['11-50', '51-500'] }],
    },
  }));
  const steps = form?.steps.map((step) => ({ ...step, fields: [...step.fields, ...fields] }));
  return { ...form, id, steps };
}

test('a document of more than two megabytes is taken', async () => {
  const forms = Array.from({ length: 110 }, (_, index) => longForm(`long-${index}`));
  const document = JSON.stringify({ ...workspace, forms });
  expect(document.length).toBeGreaterThan(2_000_000);
  const { status, body } = await put(document);
  expect([status, body['forms']]).toEqual([
    200,
    forms.map((_, index) => ({ id: `long-${index}`, version: 1, changed: true })),
  ]);
  expect((await put(document)).body['forms']).toContainEqual({ id: 'long-109', version: 1, changed: false });
  const note = 'x'.repeat(1_800_000);
  expect((await imported({ format: 1, forms: [{ ...form, id: 'heavy', note }] })).status).toBe(200);
  expect((await fetch(`${baton.url}/f/heavy`)).status).toBe(200);
});

test('a part that storage could not hold is refused by its name', async () => {
  const note = 'ü'.repeat(1_000_000);
  expect(await imported({ format: 1, forms: [form, { ...form, id: 'huge', note }] })).toMatchObject({
    status: 422,
    body: { issues: [{ code: 'too_large', path: ['forms', 1], params: { max: 1_900_000 } }] },
  });
});

test.each([
  ['more than four megabytes', ' '.repeat(4 * 1024 * 1024 + 1), 'application/json', 413, {}],
  ['no JSON', '{"format": 1,}', 'application/json', 400, { code: 'not_json' }],
  ['nothing', '', 'application/json', 400, { code: 'not_json' }],
  ['YAML', 'format: 1', 'application/yaml', 415, {}],
  ['a form', 'format=1', 'application/x-www-form-urlencoded', 415, {}],
  [
    'a key that reaches a prototype',
    '{"format":1,"__proto__":{}}',
    'application/json',
    400,
    { code: 'forbidden_key' },
  ],
  [
    'depth without an end',
    `${'['.repeat(64)}${']'.repeat(64)}`,
    'application/json',
    400,
    { code: 'too_deep' },
  ],
  ['a list', '[]', 'application/json', 422, { issues: [{ code: 'wrong_type', path: [] }] }],
  [
    'a later format',
    '{"format":2}',
    'application/json',
    422,
    { issues: [{ code: 'format_too_new', path: ['format'] }] },
  ],
  [
    'a number that is none',
    '{"format":1,"forms":[{"format":1,"note":1e999}]}',
    'application/json',
    422,
    { issues: [{ code: 'not_json', path: ['forms', 0, 'note'] }] },
  ],
])('%s is refused as a problem document', async (_, body, type, status, told) => {
  const answer = await put(body, baton, type);
  expect(answer).toMatchObject({ status, type: 'application/problem+json', body: { status } });
  if ('issues' in told)
    expect(answer.body['issues']).toEqual(
      expect.arrayContaining(told.issues.map((issue) => expect.objectContaining(issue))),
    );
  else expect(answer.body).toMatchObject(told);
});

test('a document of another charset, or with a mark at its beginning, is read', async () => {
  expect((await put('\uFEFF{"format":1}', baton, 'application/json; charset=utf-8')).status).toBe(200);
  expect((await put('{"format":1}', baton, 'application/vnd.baton+json')).status).toBe(200);
});

test('every fault of a broken document is told at once, and nothing of it is stored', async () => {
  const before = await exported();
  const { status, body } = await imported({
    ...workspace,
    name: 'Broken',
    people: [...smallWorkspace.people, { email: 'nobody', name: 'N', party: 'sales' }],
    destinations: [{ id: 'crm', kind: 'webhook', url: 'crm.example' }],
    agreement: {
      ...agreement,
      tiers: agreement.tiers.slice(0, 2),
      routing: { ...agreement.routing, fallback: { person: 'ghost@baton.example' } },
    },
    forms: [
      { ...form, id: 'new form' },
      { ...form, language: '?' },
    ],
  });
  expect(status).toBe(422);
  expect(body['issues']).toEqual([
    { code: 'not_email', path: ['people', 4, 'email'] },
    { code: 'bad_url', path: ['destinations', 0, 'url'] },
    { code: 'unknown_person', path: ['agreement', 'routing', 'fallback', 'person'] },
    { code: 'no_lowest_tier', path: ['agreement', 'tiers'] },
    { code: 'bad_id', path: ['forms', 0, 'id'] },
    { code: 'bad_language', path: ['forms', 1, 'language'] },
  ]);
  expect(await exported()).toEqual(before);
});

test('addresses that will be refused when they are called are warned of at once', async () => {
  const hook = (id: string, url: string): object => ({ id, kind: 'webhook', url, on: [] });
  const given = [
    hook('private', 'https://10.0.0.1/hook'),
    hook('port', 'https://crm.example:22/hook'),
    hook('fine', 'https://crm.example/hook'),
  ];
  const { body } = await imported({ format: 1, destinations: given });
  expect(body['warnings']).toEqual([
    { code: expect.any(String), path: ['destinations', 0, 'url'] },
    { code: expect.any(String), path: ['destinations', 1, 'url'] },
  ]);
});
