// A method that an address does not know is told which ones it does; the description knows the same ones.
import { isRecord } from '@baton/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiStack, type ApiStack } from './api-stack.ts';
import { readPublished } from './published-document.ts';

let stack: ApiStack;
let paths: [address: string, methods: string[]][];

beforeAll(async () => {
  stack = await startApiStack();
  const { json } = await readPublished(stack.instance.url);
  const described = isRecord(json['paths']) ? json['paths'] : {};
  const templates = Object.entries(described).map(([path, operations]) => ({
    address: path.replaceAll('{form}', 'demo').replaceAll(/\{\w+\}/g, 'some'),
    // A name of its own may stand where another address has anything: `/api/accounts/import`.
    takes: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/.]+')}$`),
    methods: Object.keys(isRecord(operations) ? operations : {}).map((method) => method.toUpperCase()),
  }));
  paths = templates.map(({ address }) => [
    address,
    [...new Set(templates.flatMap(({ takes, methods }) => (takes.test(address) ? methods : [])))],
  ]);
});

afterAll(() => stack.close());

test('every address answers 405 to the methods that it is not described with', async () => {
  expect(paths.length).toBeGreaterThan(15);
  for (const [address, methods] of paths) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (methods.includes(method)) continue;
      const answer = await stack.ask(method, address, { owner: true });
      const allowed = (answer.headers.get('allow') ?? '').split(', ');
      expect([method, address, answer.status]).toEqual([method, address, 405]);
      const expected = methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one]));
      expect(
        allowed.filter((one) => one !== 'OPTIONS'),
        address,
      ).toEqual(expected);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toEqual({
        type: 'urn:baton:problem:not-allowed',
        title: 'This method is not allowed here.',
        status: 405,
      });
    }
  }
});

test('HEAD is answered where GET is, without a body, and refused where it is not', async () => {
  const page = await stack.ask('HEAD', '/f/demo');
  expect([page.status, await page.text()]).toEqual([200, '']);
  expect((await stack.ask('HEAD', '/f/demo/next')).status).toBe(405);
});

test('an address that nothing has is not there for any method, and under /api the key comes first', async () => {
  expect((await stack.ask('GET', '/nothing')).status).toBe(404);
  expect((await stack.ask('DELETE', '/f/demo/nothing')).status).toBe(404);
  expect((await stack.ask('DELETE', '/api/leads')).status).toBe(401);
  expect((await stack.ask('GET', '/api/nothing', { owner: true })).status).toBe(404);
});
