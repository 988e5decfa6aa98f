// Lists page by public ids: every page goes on where the one before ended, and none tells a row.
import { isRecord } from '@baton/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiStack, type ApiStack } from './api-stack.ts';

let stack: ApiStack;

beforeAll(async () => {
  stack = await startApiStack();
});

afterAll(() => stack.close());

test('lists go on from the id that the page before ended with', async () => {
  for (let number = 0; number < 5; number += 1) {
    const id = `00000000-0000-4000-8000-00000000000${number}`;
    const answers = { email: `page${number}@x.example`, size: '51-500' };
    expect((await stack.ask('POST', '/f/demo/submissions', { json: { id, answers } })).status).toBe(201);
  }
  for (const list of ['leads', 'submissions', 'deliveries']) {
    const whole = await listed(list, 200, '');
    const paged: unknown[] = [];
    for (let before: string | null = ''; before !== null;) {
      const page: Page = await listed(list, 2, before);
      paged.push(...page.items);
      before = page.next;
    }
    expect(paged).toEqual(whole.items);
  }
});

type Page = { readonly items: readonly unknown[]; readonly next: string | null };

async function listed(list: string, limit: number, before: string): Promise<Page> {
  const from = before === '' ? '' : `&before=${before}`;
  const answer = await stack.ask('GET', `/api/${list}?limit=${limit}${from}`, { owner: true });
  const body: unknown = await answer.json();
  const items = isRecord(body) ? body[list] : null;
  const next = isRecord(body) ? body['next'] : null;
  if (!Array.isArray(items)) throw new Error(`No list: ${JSON.stringify(body)}`);
  return {
    items: items.map((item) => (isRecord(item) ? item['id'] : null)),
    next: typeof next === 'string' ? next : null,
  };
}
