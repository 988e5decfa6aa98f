// What follows a form, through the whole worker: offered by tier, with chosen answers in its address, and never a word
// of why.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, jsonOf, qualified, startBaton, submission } from './baton.ts';
import { type Answer, call } from './post.ts';

const [demo] = smallWorkspace.forms;
const carried = { mail: 'email', team: 'team' };
const workspace = (outcomes: Readonly<Record<string, readonly object[]>>) => ({
  ...smallWorkspace,
  destinations: [],
  forms: Object.entries(outcomes).map(([id, list]) => ({ ...demo, id, outcomes: list })),
});

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
  await baton.api(
    '/api/workspace',
    'PUT',
    workspace({
      away: [{ id: 'x', show: { kind: 'redirect', url: 'https://x.example/a?b=1#c', fields: carried } }],
      meet: [
        {
          id: 'book',
          when: { tier: 'mql' },
          show: { kind: 'booking', url: 'https://calendly.com/ada', label: 'Meet us', inline: true },
        },
        { id: 'file', show: { kind: 'download', url: 'https://x.example/guide.pdf', title: 'Here it is' } },
      ],
    }),
  );
});

afterAll(async () => {
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

function post(form: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  return call(`${baton.instance.url}/f/${form}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

const small = { email: 'Bea+1@X.example', size: '1-10' };
const large = { name: 'Ada Nwosu', size: '51-500', role: 'manager', team: '12' };

test('a plain post is led on with the answers as they were stored, without those of a hidden branch', async () => {
  const answer = await post('away', { ...small, team: '12' });
  expect(answer.status).toBe(303);
  expect(answer.headers['location']).toBe('https://x.example/a?b=1&mail=bea%2B1%40x.example#c');
  const whole = await post('away', { ...large, email: 'whole@x.example' });
  expect(whole.headers['location']).toBe('https://x.example/a?b=1&mail=whole%40x.example&team=12#c');
});

test('who qualifies gets a calendar that knows them, others a file; no page says why', async () => {
  const hot = await post('meet', { ...large, email: 'hot@x.example' });
  expect(hot.status).toBe(200);
  expect(hot.text).toContain(
    'href="https://calendly.com/ada?email=hot%40x.example&amp;name=Ada%20Nwosu">Meet us</a>',
  );
  const cold = await post('meet', { ...small, email: 'cold@x.example' });
  expect(cold.text).toMatch(/<h1>Here it is<\/h1>.*href="https:\/\/x.example\/guide.pdf" download>/);
  for (const { text } of [hot, cold]) expect(text).not.toMatch(/score|tier|points/i);
});

test('the reply names the fields that go along, and tells neither answers nor why', async () => {
  const reply = jsonOf(await baton.submit(submission(qualified('told@x.example')), { form: 'meet' }));
  expect(reply['outcome']).toEqual({
    id: 'book',
    show: {
      kind: 'booking',
      url: 'https://calendly.com/ada',
      label: 'Meet us',
      inline: true,
      fields: { email: 'email', name: 'name' },
    },
  });
  expect(JSON.stringify(reply)).not.toMatch(/told@|score|tier|mql/);
});

test('the page of a form lets in the calendars of that form and nobody else', async () => {
  const policyOf = async (form: string) => {
    const { headers } = await call(`${baton.instance.url}/f/${form}`, { method: 'GET' });
    return String(headers['content-security-policy']).split('; ');
  };
  expect(await policyOf('meet')).toContain('frame-src https://calendly.com');
  expect((await policyOf('away')).join()).not.toContain('frame-src');
});

test('an import tells where an outcome asks for what it may not have', async () => {
  const show = { kind: 'booking', url: 'http://cal.example', fields: { a: 'nobody' } };
  const refused = await call(`${baton.instance.url}/api/workspace`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${baton.instance.ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(workspace({ meet: [{ id: 'book', show }] })),
  });
  expect(refused.status).toBe(422);
  expect(jsonOf(refused)['issues']).toMatchObject([
    { code: 'not_a_safe_address', path: ['forms', 0, 'outcomes', 0, 'show', 'url'] },
  ]);
  const { url: _, ...rest } = show;
  const stray = { ...rest, url: 'https://cal.example' };
  const again = await call(`${baton.instance.url}/api/workspace`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${baton.instance.ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(workspace({ meet: [{ id: 'book', show: stray }] })),
  });
  expect(jsonOf(again)['issues']).toMatchObject([
    { code: 'unknown_field', path: ['forms', 0, 'outcomes', 0, 'show', 'fields', 'a'] },
  ]);
});
