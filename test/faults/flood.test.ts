// A flood on a real Baton: put aside, not refused; whoever comes from elsewhere is not bothered; and the work that a
// form asks for, over HTTP.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, jsonOf, startBaton, submission, textIn, type Json } from './baton.ts';
import { type Answer, call } from './post.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([], { BATON_ADDRESS_HEADER: 'x-forwarded-for' });
  const [form] = smallWorkspace.forms;
  await baton.api('/api/workspace', 'PUT', {
    format: 1,
    forms: [
      { ...form, id: 'limited', protection: { maxPerHour: 5 } },
      {
        ...form,
        id: 'working',
        protection: { proofOfWork: { cost: 1000 } },
        websites: ['https://ours.example'],
      },
      { ...form, id: 'guarded', protection: { turnstile: { siteKey: 'k' } } },
    ],
  });
});

afterAll(() => baton.close());

let people = 0;

function send(form: string, more: Json = {}, headers: Record<string, string> = {}): Promise<Answer> {
  people += 1;
  return call(`${baton.instance.url}/f/${form}/submissions`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(submission({ email: `p${people}@x.example`, size: '1-10' }, more)),
  });
}

/** State and reasons of the submission that an answer speaks of. */
async function became(answer: Answer): Promise<unknown> {
  const id = textIn(jsonOf(answer), 'submission');
  const found = (await baton.all('submissions')).find((one) => one['id'] === id);
  return { state: found?.['state'], reasons: found?.['reasons'], unchecked: found?.['unchecked'] };
}

test('a flood from one block is stored and put aside, and other blocks are untouched', async () => {
  const from = (address: string) => send('limited', {}, { 'x-forwarded-for': `10.9.8.7, ${address}` });
  const flood = await Promise.all(Array.from({ length: 60 }, (_, number) => from(`203.0.113.${number}`)));
  const honest = await from('198.51.100.7');
  const six = await from('2001:db8::7');
  expect(new Set(flood.map((answer) => answer.status))).toEqual(new Set([201]));
  const shape = (answer: Answer) => Object.keys(jsonOf(answer)).join();
  expect(new Set([...flood, honest].map(shape)).size).toBe(1);
  const put = await baton.all('submissions', '&state=quarantined');
  expect(put).toHaveLength(55);
  expect(new Set(put.map((one) => JSON.stringify(one['reasons'])))).toEqual(new Set(['["too_many"]']));
  const passed = { state: 'nurture', reasons: [], unchecked: [] };
  expect(await became(honest)).toEqual(passed);
  expect(await became(six)).toEqual(passed);
  expect(baton.bugs).toEqual([]);
});

async function challenge(headers: Record<string, string> = {}): Promise<Answer> {
  return call(`${baton.instance.url}/f/working/challenge`, { method: 'GET', headers });
}

function solved(answer: Answer): string {
  const asked = jsonOf(answer);
  const salt = textIn(asked, 'salt');
  for (let number = 0; number <= 1000; number += 1) {
    const hash = createHash('sha256').update(`${salt}${number}`).digest('hex');
    if (hash === asked['challenge']) return btoa(JSON.stringify({ ...asked, number }));
  }
  throw new Error('The work cannot be done.');
}

test('work is given to the form’s websites only, is not kept by caches, and passes once', async () => {
  const origin = 'https://ours.example';
  const given = await challenge({ origin });
  expect(given.status).toBe(200);
  expect(given.headers).toMatchObject({
    'cache-control': 'no-store',
    'access-control-allow-origin': origin,
  });
  expect((await challenge({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await call(`${baton.instance.url}/f/demo/challenge`, { method: 'GET' })).status).toBe(404);
  const proof = solved(given);
  const once = await send('working', { proof });
  const twice = await send('working', { proof });
  const never = await send('working');
  expect([once.status, twice.status, never.status]).toEqual([201, 201, 201]);
  expect(await became(once)).toEqual({ state: 'nurture', reasons: [], unchecked: [] });
  expect(await became(twice)).toEqual({ state: 'quarantined', reasons: ['proof_used'], unchecked: [] });
  expect(await became(never)).toEqual({ state: 'quarantined', reasons: ['proof_missing'], unchecked: [] });
});

test('a hundred at once with one proof are one that passes', async () => {
  const proof = solved(await challenge());
  const answers = await Promise.all(Array.from({ length: 100 }, () => send('working', { proof })));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  const ids = new Set(answers.map((answer) => textIn(jsonOf(answer), 'submission')));
  const all = (await baton.all('submissions')).filter((one) => ids.has(textIn(one, 'id')));
  expect(all.filter((one) => one['state'] === 'nurture')).toHaveLength(1);
  expect(all.filter((one) => one['state'] === 'quarantined')).toHaveLength(99);
});

test('without a secret for Turnstile people pass, and it is noted', async () => {
  const answer = await send('guarded', { turnstile: 'token' });
  expect(await became(answer)).toEqual({ state: 'nurture', reasons: [], unchecked: ['turnstile'] });
});

test('on a direct connection the address is that of the connection', async () => {
  const plain = await startBaton([]);
  try {
    const [form] = smallWorkspace.forms;
    await plain.api('/api/workspace', 'PUT', {
      format: 1,
      forms: [{ ...form, protection: { maxPerHour: 2 } }],
    });
    for (let time = 0; time < 4; time += 1) {
      const answer = await plain.submit(
        submission({ email: `d${time}@x.example`, size: '1-10' }, { version: 2 }),
      );
      expect(answer.status).toBe(201);
    }
    expect(await plain.all('submissions', '&state=quarantined')).toHaveLength(2);
  } finally {
    await plain.close();
  }
});
