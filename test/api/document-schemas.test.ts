// The published JSON Schemas: they take every workspace that Baton takes, and refuse what has another shape.
import { demoWorkspace } from '@baton/demo';
import { startInstance, type Instance } from '@baton/host/instance';
import { isRecord } from '@baton/schema';
import { documentNames, parseWorkspace, type DocumentName } from '@baton/workspace';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { exampleWorkspace } from '../../packages/workspace/src/example-workspace.ts';
import { recordOf, type Json } from './published-document.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const workspaces = new Map<string, Json>();
const validate = new Map<DocumentName, ValidateFunction>();
let data: string;
let instance: Instance;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-schemas-'));
  instance = await startInstance({ data });
  const ajv = new Ajv2020({ strictTypes: false, allErrors: true, validateFormats: false });
  for (const name of documentNames) {
    const schema = recordOf(await (await fetch(`${instance.url}/schemas/${name}.json`)).json());
    validate.set(name, ajv.compile(schema));
  }
  const addresses = { website: 'http://127.0.0.1:9001', letterbox: 'http://127.0.0.1:9002' };
  workspaces.set('the demo', recordOf(JSON.parse(JSON.stringify(demoWorkspace(addresses)))));
  workspaces.set('the small one', smallWorkspace);
  workspaces.set('the example', exampleWorkspace);
  for (const file of globSync('**/workspace.json', { cwd: examples })) {
    workspaces.set(file, recordOf(JSON.parse(await readFile(join(examples, file), 'utf8'))));
  }
});

afterAll(async () => {
  await instance.stop();
  await rm(data, { recursive: true, force: true });
});

/** What the schema has against a document. */
function faults(name: DocumentName, document: unknown): string[] {
  const check = validate.get(name);
  if (check === undefined) throw new Error(`No schema of ${name}.`);
  return check(document)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('every workspace that Baton reads has the shape that is published', () => {
  expect(workspaces.size).toBeGreaterThanOrEqual(4);
  for (const [name, workspace] of workspaces) {
    expect(parseWorkspace(workspace), name).toMatchObject({ ok: true });
    expect(faults('workspace', workspace), name).toEqual([]);
    expect(faults('agreement', workspace['agreement']), name).toEqual([]);
    const forms = workspace['forms'];
    for (const form of Array.isArray(forms) ? forms : []) expect(faults('form', form), name).toEqual([]);
  }
});

test('so have the forms that come with Baton', async () => {
  const files = globSync('templates/*.json', { cwd: examples });
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const document = recordOf(JSON.parse(await readFile(join(examples, file), 'utf8')));
    expect(faults('workspace', document), file).toEqual([]);
    const forms = document['forms'];
    for (const form of Array.isArray(forms) ? forms : []) expect(faults('form', form), file).toEqual([]);
  }
});

test('what Baton exports has it too', async () => {
  const headers = { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' };
  const url = `${instance.url}/api/workspace`;
  for (const [name, workspace] of workspaces) {
    const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(workspace) });
    expect(answer.status, `${name}: ${await answer.text()}`).toBe(200);
    expect(faults('workspace', await (await fetch(url, { headers })).json()), name).toEqual([]);
  }
});

test('a document may name only what it changes', () => {
  const { forms, people } = smallWorkspace;
  for (const document of [
    { format: 1 },
    { format: 1, forms },
    { format: 1, people },
    { format: 1, agreement: null },
  ]) {
    expect(faults('workspace', document)).toEqual([]);
  }
});

/** A copy in which the value at a path is another; undefined takes it away. */
function broken(document: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    copy,
  );
  if (typeof holder !== 'object' || holder === null) throw new Error(`Nothing at ${path}.`);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return copy;
}

test.each([
  ['format', undefined],
  ['format', 2],
  ['name', ''],
  ['attributes', {}],
  ['attributes.0.id', undefined],
  ['attributes.0.type', 'colour'],
  ['attributes.0.about', 'dog'],
  ['attributes.2.options.0', 'small'],
  ['people.0.party', 'it'],
  ['people.0.weight', '2'],
  ['people.0.name', undefined],
  ['teams.0.members', 'ann@baton.example'],
  ['destinations.0.kind', 'fax'],
  ['destinations.0.url', 'ftp://crm.example'],
  ['destinations.0.on', ['lead.sneezed']],
  ['destinations.0.secret', 'whsec_short'],
  ['agreement.format', 2],
  ['agreement.score', undefined],
  ['agreement.score.fit.max', -1],
  ['agreement.score.fit.rules.0.points', 'many'],
  ['agreement.score.fit.rules.0.when', { combinator: 'xor', rules: [] }],
  ['agreement.score.fit.rules.0.when.rules.0.operator', 'resembles'],
  ['agreement.score.fit.rules.0.when.rules.0.field', undefined],
  ['agreement.tiers', undefined],
  ['agreement.tiers.0.from', '75'],
  ['agreement.routing.fallback', undefined],
  ['agreement.hours.week.mon.0', ['09:00']],
  ['agreement.hours.week.mon.0.1', '25:00'],
  ['agreement.signatures.0.party', 'admin'],
  ['forms.0.id', 'no spaces'],
  ['forms.0.language', 'English!'],
  ['forms.0.steps.0.fields.0.kind', 'riddle'],
  ['forms.0.steps.0.fields.0.label', '  '],
  ['forms.0.steps.0.fields.0.ask', 'never'],
  ['forms.0.steps.0.fields.4.shownWhen.rules', 'all'],
  ['forms.0.outcomes.0.when', { tier: 7 }],
  ['forms.0.outcomes.0.show.url', undefined],
])('a workspace with %s as %j has another shape, and Baton refuses it as well', (path, value) => {
  const document = broken(smallWorkspace, path, value);
  expect(faults('workspace', document)).not.toEqual([]);
  expect(parseWorkspace(document).ok).toBe(false);
  const [part, ...rest] = path.split('.');
  if (part === 'agreement') {
    expect(faults('agreement', isRecord(document) ? document['agreement'] : null)).not.toEqual([]);
  }
  if (part === 'forms') {
    expect(faults('form', broken(smallWorkspace.forms[0], rest.slice(1).join('.'), value))).not.toEqual([]);
  }
});
