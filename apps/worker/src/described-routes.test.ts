// Every route describes itself, and describes itself well: nothing is registered that the document does not hold.
import { isRecord } from '@baton/schema';
import { expect, test } from 'vitest';
import { allOperations, createApp } from './app.ts';
import { buildDocument } from './openapi/build-document.ts';

const document: unknown = JSON.parse(JSON.stringify(buildDocument(allOperations())));

test('every registered route is in the document, and everything in the document is registered', () => {
  const registered = createApp()
    .routes.filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
    .map(({ method, path }) => `${method} ${path}`);
  const described = allOperations().map(
    ({ method, path, route = path.replaceAll(/\{(\w+)\}/g, ':$1') }) => `${method.toUpperCase()} ${route}`,
  );
  expect(described.toSorted()).toEqual([...new Set(registered)].toSorted());
});

test('an operation has an id of its own and a summary without a full stop', () => {
  const ids = allOperations().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, summary } of allOperations()) expect(summary, id).toMatch(/^[A-Z].*[^.]$/);
});

test('only what is under /api asks for a right, and all of it does', () => {
  for (const { path, right } of allOperations())
    expect(right !== undefined, path).toBe(path.startsWith('/api/'));
});

/** Every schema below a value, with where it stands. */
function schemasIn(value: unknown, at: string): [at: string, schema: Readonly<Record<string, unknown>>][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => schemasIn(item, `${at}/${index}`));
  if (!isRecord(value)) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => schemasIn(item, `${at}/${key}`));
  return [[at, value], ...inner];
}

test('every reference leads somewhere', () => {
  const references = schemasIn(document, '#').flatMap(([, { $ref }]) =>
    typeof $ref === 'string' ? [$ref] : [],
  );
  expect(references.length).toBeGreaterThan(20);
  const places = new Set(schemasIn(document, '#').map(([at]) => at));
  for (const reference of references) expect(places).toContain(reference);
});

test('answers are closed: a key that the document does not name fails, but in what authors write', () => {
  const authored =
    /^#\/components\/schemas\/(Workspace|Form|FormDocument|Agreement(?:Document|Attribute)?|Group|Rule|Show|GivenDestination)\b/;
  const open = schemasIn(document, '#').filter(
    ([at, { type, properties, additionalProperties }]) =>
      type === 'object' && isRecord(properties) && additionalProperties !== false && !authored.test(at),
  );
  expect(open.map(([at]) => at).filter((at) => !at.includes('/requestBody/'))).toEqual([]);
});
