// The form without JavaScript: a plain post is stored like any other, and what cannot be taken comes back with
// everything that was typed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, objectIn, startBaton, submission, textIn } from './baton.ts';
import { type Answer, call } from './post.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { until } from './until.ts';

let receiver: Receiver;
let baton: Baton;

beforeAll(async () => {
  receiver = await startReceiver();
  baton = await startBaton([
    { id: 'all', kind: 'webhook', url: `${receiver.url}/all`, on: ['lead.received'] },
  ]);
});

afterAll(async () => {
  await baton.close();
  await receiver.close();
  expect(baton.bugs).toEqual([]);
});

function post(fields: Readonly<Record<string, string>>): Promise<Answer> {
  return call(`${baton.instance.url}/f/demo`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

function expectPage(answer: Answer, status: number): void {
  expect(answer).toMatchObject({ status, headers: { 'cache-control': 'no-store' } });
  expect(answer.headers['content-type']).toMatch(/^text\/html/);
}

async function latest(): Promise<Readonly<Record<string, unknown>>> {
  const [submission] = await baton.all('submissions');
  return submission ?? {};
}

test('a plain post is stored, judged and told, and thanked for', async () => {
  const answer = await post({
    email: ' Ada@X.example ',
    name: 'Ada',
    size: '51-500',
    role: 'manager',
    team: '12',
  });
  expectPage(answer, 200);
  expect(answer.text).toContain('Thank you');
  expect(await latest()).toMatchObject({
    state: 'handed_off',
    answers: { email: 'ada@x.example', name: 'Ada', size: '51-500', role: 'manager', team: 12 },
  });
  await until('the receiver is told', () => receiver.events.length === 1);
});

test('a page that is sent twice is one submission', async () => {
  const before = (await baton.all('submissions')).length;
  const { id } = submission({});
  const fields = { baton_id: id, baton_version: '1', email: 'bea@x.example', size: '11-50' };
  const [first, second] = await Promise.all([post(fields), post({ ...fields, size: '1-10' })]);
  expectPage(first, 200);
  expect(second.text).toBe(first.text);
  expect(await baton.all('submissions')).toHaveLength(before + 1);
});

test('an id that is none costs nothing: the post is taken under one of its own', async () => {
  expectPage(await post({ baton_id: 'x', email: 'fay@x.example', size: '1-10' }), 200);
  expect(await latest()).toMatchObject({ state: 'nurture', answers: { email: 'fay@x.example' } });
});

test('what cannot be taken comes back with everything that was typed, and nothing is stored', async () => {
  const before = await latest();
  const answer = await post({
    email: 'no address',
    name: '"><script>alert(1)</script>',
    size: '51-500',
    role: 'manager',
    team: 'a few',
  });
  expectPage(answer, 422);
  expect(answer.text).toMatch(/<input[^>]*name="email"[^>]*value="no address"/);
  expect(answer.text).toMatch(/<input[^>]*name="team"[^>]*value="a few"/);
  expect(answer.text).toMatch(/<option[^>]*value="51-500"[^>]*selected|value="51-500"[^>]*checked/);
  expect(answer.text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(answer.text).not.toContain('<script>alert(1)');
  expect(await latest()).toEqual(before);
  // Sent again from the page that came back, corrected, it is taken.
  const [, id = ''] = /name="baton_id"[^>]*value="([^"]+)"/.exec(answer.text) ?? [];
  expectPage(await post({ baton_id: id, email: 'cleo@x.example', size: '51-500' }), 200);
  expect(textIn(objectIn(await latest(), 'answers'), 'email')).toBe('cleo@x.example');
});

test('what fills in the field that people cannot see is kept apart, told to nobody, and none the wiser', async () => {
  await until('earlier events are told', async () =>
    (await baton.all('deliveries')).every((delivery) => delivery['state'] === 'delivered'),
  );
  const told = receiver.events.length;
  const deliveries = (await baton.all('deliveries')).length;
  const honest = await post({ email: 'dan@x.example', size: '1-10' });
  const trapped = await post({ email: 'bot@x.example', size: '1-10', baton_website: 'https://spam.example' });
  expectPage(trapped, 200);
  expect(trapped.text).toBe(honest.text);
  expect(await latest()).toMatchObject({
    state: 'quarantined',
    lead: null,
    answers: { email: 'bot@x.example' },
  });
  expect(await baton.all('leads', '&email=bot@x.example')).toEqual([]);
  expect(await baton.all('deliveries')).toHaveLength(deliveries + 1);
  await until('the honest one is told', () => receiver.events.length === told + 1);
  const [event] = receiver.events.slice(-1);
  expect(event?.body).toContain('dan@x.example');
});

test('a plain post above 192 KiB is answered with the form, and nothing is stored', async () => {
  const before = await latest();
  const answer = await post({ email: 'eve@x.example', size: '1-10', name: 'x'.repeat(192 * 1024) });
  expectPage(answer, 413);
  expect(answer.text).toContain('This is too long');
  expect(answer.text).toMatch(/<input[^>]*name="email"/);
  expect(await latest()).toEqual(before);
});

test('a plain post of another type is refused', async () => {
  const answer = await call(`${baton.instance.url}/f/demo`, {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\ncontent-disposition: form-data; name="email"\r\n\r\na@x.example\r\n--x--\r\n',
  });
  expect(answer.status).toBe(415);
});

test('a post to a form that does not exist is told so on a page', async () => {
  const answer = await call(`${baton.instance.url}/f/nope`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=a%40x.example',
  });
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toMatch(/^text\/html/);
});
