// One id, however often and with whatever it comes: one submission, one reply, one set of notifications.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, objectIn, qualified, startBaton, submission, textIn } from './baton.ts';
import type { Answer } from './post.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { until } from './until.ts';

let receiver: Receiver;
let baton: Baton;

beforeAll(async () => {
  receiver = await startReceiver();
  baton = await startBaton([
    { id: 'crm', kind: 'webhook', url: `${receiver.url}/crm`, on: ['lead.handed_off'] },
    { id: 'all', kind: 'webhook', url: `${receiver.url}/all`, on: ['lead.received'] },
  ]);
});

afterAll(async () => {
  await baton.close();
  await receiver.close();
});

test('an id that comes a hundred times, with other answers each time, is one submission with one reply', async () => {
  const { id } = submission({});
  const repeat = (number: number, more: Record<string, unknown> = {}): Promise<Answer> =>
    baton.submit({ ...submission(qualified(`person${number}@x.example`)), id, ...more });
  const atOnce = await Promise.all(Array.from({ length: 80 }, (_, number) => repeat(number)));
  const later: Answer[] = [];
  for (let number = 80; number < 95; number += 1) later.push(await repeat(number));
  // What would be refused on its own changes nothing either.
  later.push(
    await repeat(95, { answers: { email: 'no address' } }),
    await repeat(96, { answers: {} }),
    await repeat(97, { version: 99 }),
    await repeat(98, { final: false }),
    await repeat(99, { trap: 'filled in' }),
  );
  const answers = [...atOnce, ...later];
  expect(answers).toHaveLength(100);
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(99);
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);

  const [lead, ...otherLeads] = await baton.all('leads');
  expect(otherLeads).toEqual([]);
  const stored = await baton.all('submissions');
  expect(stored).toHaveLength(1);
  expect(textIn(objectIn(stored[0] ?? {}, 'answers'), 'email')).toBe(textIn(lead ?? {}, 'email'));
  await until('both notifications are delivered', async () =>
    (await baton.all('deliveries')).every((delivery) => delivery['state'] === 'delivered'),
  );
  expect(receiver.events.map((event) => event.path).sort()).toEqual(['/all', '/crm']);
  expect(baton.bugs).toEqual([]);
});
