// What the worker answers is what it says it answers: every documented answer of every route, asked for over HTTP
// and held against the schema that `GET /openapi.json` gives for it.
import { isRecord } from '@baton/schema';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../faults/until.ts';
import { ourWebsite, qualified, startApiStack, stranger, type ApiStack, type Ask } from './api-stack.ts';
import { tellOfForms } from './form-stories.ts';
import { seePasskeys, seePeople, seePersonLinks, seeRights } from './people-answers.ts';
import { readPublished, recordOf, type Json, type PublishedDocument } from './published-document.ts';

let stack: ApiStack;
let published: PublishedDocument;

beforeAll(async () => {
  stack = await startApiStack();
  published = await readPublished(stack.instance.url);
});

afterAll(() => stack.close());

/** Asks, holds the answer against the document, and gives its body. */
async function seen(
  operation: string,
  status: number,
  method: string,
  path: string,
  ask: Ask = {},
): Promise<unknown> {
  const answer = await stack.ask(method, path, ask);
  expect(answer.status, `${operation}: ${path}`).toBe(status);
  if (status < 300 && ask.json !== undefined) published.holdRequest(operation, ask.json);
  return published.hold(operation, answer);
}

const asJson = { 'content-type': 'application/json' };
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const large = 'x'.repeat(70_000);
const notUtf8 = new Uint8Array([0x61, 0xff, 0xfe]);

function textAt(value: unknown, ...path: string[]): string {
  const found = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
  if (typeof found !== 'string') throw new Error(`No text at ${path.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

async function submit(email: string, more: Json = {}): Promise<Json> {
  return recordOf(await seen('submit', 201, 'POST', '/f/demo/submissions', { json: qualified(email, more) }));
}

/** The token of the accept link that a lead's handoff carried. */
async function tokenOf(email: string): Promise<string> {
  const event = await until(`the handoff of ${email}`, () =>
    stack.events.find((one) => {
      const { lead } = recordOf(one['data']);
      return one['type'] === 'lead.handed_off' && recordOf(lead)['email'] === email;
    }),
  );
  return new URL(textAt(event, 'data', 'links', 'accept')).pathname.replace('/v/', '');
}

/** Refusals that every route with a JSON body has. */
async function refusesBodies(operation: string, method: string, path: string, owner = false): Promise<void> {
  await seen(operation, 400, method, path, { owner, body: '{', headers: asJson });
  await seen(operation, 400, method, path, { owner, body: notUtf8, headers: asJson });
  await seen(operation, 400, method, path, { owner, body: '{"__proto__":1}', headers: asJson });
  await seen(operation, 415, method, path, { owner, body: '{}', headers: { 'content-type': 'text/plain' } });
  await seen(operation, 422, method, path, { owner, json: [] });
  await seen(operation, 422, method, path, { owner, json: null });
}

test('the document is served from memory and revalidated', async () => {
  const first = await stack.ask('GET', '/openapi.json');
  const etag = first.headers.get('etag') ?? '';
  expect(await published.hold('readOpenApi', first)).toMatchObject({
    openapi: '3.1.1',
    info: { title: 'Baton' },
  });
  const again = await stack.ask('GET', '/openapi.json', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  await published.hold('readOpenApi', again);
  const small = await stack.ask('GET', '/openapi.json', { headers: { 'accept-encoding': 'br' } });
  expect(small.headers.get('content-encoding')).toBe('br');
});

test('the sign beside a page’s title', async () => {
  await seen('favicon', 200, 'GET', '/favicon.ico');
});

test('health', async () => {
  await seen('checkHealth', 200, 'GET', '/healthz');
});

describe('a form', () => {
  test.each([
    ['formPage', '/f/demo?', '/f/nobody'],
    ['formScript', '/f/demo.js?api', '/f/nobody.js'],
    ['formPart', '/f/parts/api.js?', '/f/parts/nothing.js'],
  ])('%s', async (operation, path, missing) => {
    const first = await stack.ask('GET', `${path}&lang=de`);
    await published.hold(operation, first);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    await seen(operation, 304, 'GET', `${path}&lang=de`, { headers });
    await seen(operation, operation === 'formScript' ? 200 : 404, 'GET', missing);
  });

  test('work to be done before sending', async () => {
    await seen('challenge', 200, 'GET', '/f/working/challenge');
    await seen('challenge', 403, 'GET', '/f/working/challenge', { headers: { origin: stranger } });
    await seen('challenge', 404, 'GET', '/f/demo/challenge');
  });

  test('without JavaScript', async () => {
    const post = (email: string): Ask => ({
      headers: asForm,
      body: new URLSearchParams({ email, size: '1-10', role: 'other' }).toString(),
    });
    await seen('postForm', 200, 'POST', '/f/demo', post('plain@x.example'));
    const away = await stack.ask('POST', '/f/elsewhere', post('away@x.example'));
    expect(away.headers.get('location')).toBe('https://www.example.com/thanks');
    expect(away.status).toBe(303);
    await published.hold('postForm', away);
    await seen('postForm', 400, 'POST', '/f/demo', { headers: asForm, body: notUtf8 });
    const strange = { ...post('a@x.example'), headers: { ...asForm, origin: stranger } };
    await seen('postForm', 403, 'POST', '/f/ours', strange);
    await seen('postForm', 404, 'POST', '/f/nobody', post('a@x.example'));
    await seen('postForm', 413, 'POST', '/f/demo', { headers: asForm, body: `email=${large}` });
    await seen('postForm', 415, 'POST', '/f/demo', { json: {} });
    await seen('postForm', 422, 'POST', '/f/demo', post('not an address'));
  });

  test('without JavaScript, step by step', async () => {
    const post = (form: string, email: string, role: string): Promise<Response> =>
      stack.ask('POST', `/f/${form}`, {
        headers: asForm,
        body: new URLSearchParams({
          baton_step: 's1',
          baton_shown: 'email name size role',
          email,
          role,
          size: '1-10',
        }).toString(),
      });
    const again = await post('demo', 'not an address', 'other');
    expect(again.status).toBe(422);
    await published.hold('postForm', again);
    const more = await post('demo', 'step@x.example', 'manager');
    expect(more.status).toBe(200);
    await published.hold('postForm', more);
    for (const form of ['demo', 'elsewhere']) {
      const sent = await post(form, 'step@x.example', 'other');
      expect(sent.status).toBe(303);
      await published.hold('postForm', sent);
      const place = sent.headers.get('location') ?? '';
      if (form === 'demo') await seen('formSent', 200, 'GET', place);
    }
    const json = qualified('led@x.example');
    const reply = await seen('submit', 201, 'POST', '/f/elsewhere/submissions', { json });
    await seen('formSent', 303, 'GET', `/f/elsewhere/sent/${textAt(reply, 'submission')}`);
    await seen('formSent', 404, 'GET', '/f/demo/sent/sub_nobody');
    await seen('formSent', 404, 'GET', '/f/nobody/sent/sub_nobody');
  });
});

describe('submissions', () => {
  test('stored, sent again, not yet sent, and quarantined', async () => {
    const body = qualified('again@x.example');
    const first = await seen('submit', 201, 'POST', '/f/demo/submissions', { json: body });
    expect(await seen('submit', 200, 'POST', '/f/demo/submissions', { json: body })).toEqual(first);
    await submit('partial@x.example', { final: false });
    await submit('trap@x.example', { trap: 'filled in' });
    await seen('submit', 201, 'POST', '/f/elsewhere/submissions', { json: qualified('show@x.example') });
  });

  test('refused', async () => {
    await refusesBodies('submit', 'POST', '/f/demo/submissions');
    const json = qualified('refused@x.example');
    await seen('submit', 403, 'POST', '/f/ours/submissions', { json, headers: { origin: stranger } });
    await seen('submit', 201, 'POST', '/f/ours/submissions', { json, headers: { origin: ourWebsite } });
    const unused = { ...json, id: randomUUID() };
    await seen('submit', 404, 'POST', '/f/nobody/submissions', { json: unused });
    await seen('submit', 413, 'POST', '/f/demo/submissions', { json: { ...unused, large } });
    const answers = { email: 'x', size: 'huge', team: 'many' };
    const faults = await seen('submit', 422, 'POST', '/f/demo/submissions', {
      json: { ...unused, answers },
    });
    expect(faults).toMatchObject({
      issues: [
        { code: 'not_email', path: ['answers', 'email'] },
        { code: 'not_an_option', path: ['answers', 'size'] },
      ],
    });
    const shape = {
      id: 'x',
      answers: {},
      behaviours: [
        { path: '/a', at: 'soon' },
        { path: '/a', event: 'b', at: 1 },
      ],
    };
    expect(await seen('submit', 422, 'POST', '/f/demo/submissions', { json: shape })).toMatchObject({
      issues: [
        { code: 'not_a_uuid', path: ['id'] },
        { code: 'not_an_instant', path: ['behaviours', 0, 'at'] },
        { code: 'path_or_event', path: ['behaviours', 1] },
      ],
    });
  });
});

describe('a visitor', () => {
  test('is asked what is not known', async () => {
    const { visitor } = await submit('known@x.example');
    await seen('nextQuestions', 200, 'POST', '/f/demo/next', { json: { visitor } });
    await seen('nextQuestions', 200, 'POST', '/f/demo/next', { json: {} });
    const behaviours = [{ path: '/pricing', at: new Date().toISOString() }];
    await seen('reportBehaviours', 202, 'POST', '/f/demo/behaviours', { json: { visitor, behaviours } });
    await seen('count', 202, 'POST', '/f/demo/counts', { json: { event: 'view', version: 1 } });
  });

  test.each([
    ['nextQuestions', 'next', {}],
    ['reportBehaviours', 'behaviours', { behaviours: [] }],
    ['count', 'counts', { event: 'view', version: 1 }],
  ])('%s refuses', async (operation, path, json) => {
    await refusesBodies(operation, 'POST', `/f/demo/${path}`);
    await seen(operation, 403, 'POST', `/f/ours/${path}`, { json, headers: { origin: stranger } });
    await seen(operation, 404, 'POST', `/f/nobody/${path}`, { json });
    await seen(operation, 413, 'POST', `/f/demo/${path}`, { json: { ...json, large } });
  });
});

describe('the workspace', () => {
  test('goes out and comes in', async () => {
    const document = await seen('exportWorkspace', 200, 'GET', '/api/workspace', { owner: true });
    const taken = await seen('importWorkspace', 200, 'PUT', '/api/workspace', {
      owner: true,
      json: document,
    });
    expect(taken).toMatchObject({ ok: true, agreement: { version: 1, state: 'in_force' }, warnings: [] });
    const odd = {
      format: 1,
      colour: 'red',
      destinations: [{ id: 'odd', kind: 'webhook', url: 'https://x.example', on: [] }],
    };
    const told = await seen('importWorkspace', 200, 'PUT', '/api/workspace', { owner: true, json: odd });
    expect(told).toMatchObject({ agreement: null, forms: [], warnings: [{ code: 'unknown_key' }] });
  });

  test('refuses', async () => {
    await seen('exportWorkspace', 401, 'GET', '/api/workspace');
    await seen('importWorkspace', 401, 'PUT', '/api/workspace', { json: {} });
    const wrong = { headers: { authorization: 'Bearer wrong' } };
    await seen('exportWorkspace', 401, 'GET', '/api/workspace', wrong);
    await refusesBodies('importWorkspace', 'PUT', '/api/workspace', true);
    const body = ' '.repeat(4 * 1024 * 1024 + 1);
    await seen('importWorkspace', 413, 'PUT', '/api/workspace', { owner: true, body, headers: asJson });
    const json = {
      format: 1,
      people: [{ email: 'x', party: 'it' }],
      teams: [{ id: 'a', members: ['y@x.example'] }],
    };
    expect(await seen('importWorkspace', 422, 'PUT', '/api/workspace', { owner: true, json })).toMatchObject({
      issues: [
        { code: 'not_email', path: ['people', 0, 'email'] },
        { code: 'required', path: ['people', 0, 'name'] },
        { code: 'not_in_list', path: ['people', 0, 'party'], params: { allowed: 'marketing, sales, admin' } },
        { code: 'unknown_person', path: ['teams', 0, 'members', 0], params: { email: 'y@x.example' } },
      ],
    });
  });
});

describe('a form that is worked on', () => tellOfForms({ seen, refusesBodies }));

describe('leads and deliveries', () => {
  test('in every state', async () => {
    await submit('lead@x.example');
    await submit('lead@x.example', { answers: { email: 'lead@x.example', size: '1-10', name: 'L' } });
    await submit('student@x.example', {
      answers: { email: 'student@x.example', size: '1-10', role: 'student' },
    });
    await tokenOf('lead@x.example');
    const list = await seen('listLeads', 200, 'GET', '/api/leads?limit=2', { owner: true });
    const { next } = recordOf(list);
    expect(next).toEqual(expect.stringMatching(/^lead_/));
    await seen('listLeads', 200, 'GET', `/api/leads?limit=200&before=${String(next)}`, { owner: true });
    const one = recordOf(
      await seen('listLeads', 200, 'GET', '/api/leads?email=LEAD@x.example', { owner: true }),
    );
    const [found] = Array.isArray(one['leads']) ? one['leads'] : [];
    const id = textAt(found, 'id');
    expect(await seen('readLead', 200, 'GET', `/api/leads/${id}`, { owner: true })).toEqual(found);
    await seen('readLead', 404, 'GET', '/api/leads/lead_nobody', { owner: true });
    await seen('listSubmissions', 200, 'GET', '/api/submissions?limit=200', { owner: true });
    await seen('listSubmissions', 200, 'GET', '/api/submissions?state=quarantined', { owner: true });
    await seen('listDeliveries', 200, 'GET', '/api/deliveries?limit=200', { owner: true });
    await seen('listDeliveries', 200, 'GET', `/api/deliveries?lead=${id}`, { owner: true });
  });

  test('a delivery that was refused for good is sent again', async () => {
    await submit('gone@x.example');
    const id = await until('a disabled delivery', async () => {
      const list = await seen('listDeliveries', 200, 'GET', '/api/deliveries?state=disabled', {
        owner: true,
      });
      const { deliveries } = recordOf(list);
      return Array.isArray(deliveries) && deliveries[0] !== undefined ? textAt(deliveries[0], 'id') : null;
    });
    await seen('replayDelivery', 202, 'POST', `/api/deliveries/${id}/replay`, { owner: true });
    await seen('replayDelivery', 409, 'POST', '/api/deliveries/msg_nothing/replay', { owner: true });
  });

  test('what a lead did elsewhere', async () => {
    await submit('webinar@x.example');
    const json = { email: 'Webinar@x.example', event: 'webinar_attended', at: '2026-11-01T10:00:00+01:00' };
    await seen('reportBehaviour', 202, 'POST', '/api/behaviours', { owner: true, json });
    await seen('reportBehaviour', 202, 'POST', '/api/behaviours', {
      owner: true,
      json: { ...json, at: 1_793_000_000_000 },
    });
    await refusesBodies('reportBehaviour', 'POST', '/api/behaviours', true);
    await seen('reportBehaviour', 401, 'POST', '/api/behaviours', { json });
    await seen('reportBehaviour', 404, 'POST', '/api/behaviours', {
      owner: true,
      json: { ...json, email: 'no@x.example' },
    });
    await seen('reportBehaviour', 413, 'POST', '/api/behaviours', { owner: true, json: { ...json, large } });
  });

  test('refuse', async () => {
    for (const [operation, path] of [
      ['listLeads', '/api/leads'],
      ['readLead', '/api/leads/x'],
      ['listSubmissions', '/api/submissions'],
      ['listDeliveries', '/api/deliveries'],
    ] as const) {
      await seen(operation, 401, 'GET', path);
    }
    await seen('replayDelivery', 401, 'POST', '/api/deliveries/x/replay');
    const limit = await seen('listLeads', 422, 'GET', '/api/leads?limit=0', { owner: true });
    expect(limit).toMatchObject({
      issues: [{ code: 'too_small', path: ['query', 'limit'], params: { min: 1 } }],
    });
    for (const [operation, path] of [
      ['listLeads', '/api/leads'],
      ['listSubmissions', '/api/submissions'],
      ['listDeliveries', '/api/deliveries'],
    ] as const) {
      expect(await seen(operation, 422, 'GET', `${path}?before=7`, { owner: true })).toMatchObject({
        issues: [{ code: 'unknown_id', path: ['query', 'before'] }],
      });
    }
    await seen('listSubmissions', 422, 'GET', '/api/submissions?state=lost', { owner: true });
    await seen('listDeliveries', 422, 'GET', '/api/deliveries?limit=999&state=lost', { owner: true });
  });
});

describe('a verdict', () => {
  async function press(token: string): Promise<string> {
    return textAt(await seen('pressVerdict', 200, 'POST', `/v/${token}/press`), 'nonce');
  }

  async function give(token: string, values: Readonly<Record<string, string>>): Promise<void> {
    const nonce = await press(token);
    const body = new URLSearchParams({ nonce, ...values }).toString();
    await seen('giveVerdict', 200, 'POST', `/v/${token}`, { headers: asForm, body });
  }

  async function verdictOf(email: string): Promise<unknown> {
    const list = await seen('listLeads', 200, 'GET', `/api/leads?email=${email}`, { owner: true });
    const { leads } = recordOf(list);
    const { handoffs } = recordOf(Array.isArray(leads) ? leads[0] : null);
    return recordOf(Array.isArray(handoffs) ? handoffs[0] : null)['verdict'];
  }

  test('accepted, taken back, rejected', async () => {
    await submit('verdict@x.example');
    const token = await tokenOf('verdict@x.example');
    await seen('verdictPage', 200, 'GET', `/v/${token}`);
    await give(token, { act: 'accept' });
    expect(await verdictOf('verdict@x.example')).toMatchObject({ kind: 'accepted', by: 'destination:crm' });
    await give(token, { act: 'undo' });
    expect(await verdictOf('verdict@x.example')).toBeNull();
    await give(token, { act: 'reject', reason: 'too_small', note: 'One person.' });
    expect(await verdictOf('verdict@x.example')).toMatchObject({ kind: 'rejected', reason: 'too_small' });
    await give(token, { act: 'accept' });
  });

  test('refused', async () => {
    await submit('strange@x.example');
    const token = await tokenOf('strange@x.example');
    await seen('verdictPage', 404, 'GET', '/v/forged');
    await seen('pressVerdict', 404, 'POST', '/v/forged/press');
    await seen('pressVerdict', 403, 'POST', `/v/${token}/press`, { headers: { origin: stranger } });
    await seen('giveVerdict', 404, 'POST', '/v/forged', { headers: asForm, body: 'act=accept' });
    await seen('giveVerdict', 400, 'POST', `/v/${token}`, { headers: asForm, body: notUtf8 });
    await seen('giveVerdict', 413, 'POST', `/v/${token}`, { headers: asForm, body: `note=${large}` });
    expect(await verdictOf('strange@x.example')).toBeNull();
  });

  test('its page’s own files', async () => {
    await seen('verdictStyles', 200, 'GET', '/v/page.css');
    await seen('verdictScript', 200, 'GET', '/v/page.js');
  });
});

test('people come in, and an admin lets others in', () => seePeople({ stack, published, seen }));

test('whoever runs Baton makes links', () => seePersonLinks({ stack, published, seen }));

test('passkeys', () => seePasskeys({ stack, published, seen }));

test('roles and the audit', () => seeRights({ stack, published, seen }));

test('the pages of people let no other website in, and keep nothing', async () => {
  const page = await stack.ask('GET', '/');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; base-uri 'none'; style-src 'nonce-[\w-]{22}'; script-src 'nonce-/,
  );
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('cache-control')).toBe('no-store');
  const again = await stack.ask('GET', '/');
  expect(again.headers.get('content-security-policy')).not.toBe(policy);
});

test('the schemas of the documents', async () => {
  for (const name of ['workspace', 'form', 'agreement']) {
    const first = await stack.ask('GET', `/schemas/${name}.json`);
    expect(first.status).toBe(200);
    await published.hold('readSchema', first);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    await seen('readSchema', 304, 'GET', `/schemas/${name}.json`, { headers });
  }
  await seen('readSchema', 404, 'GET', '/schemas/secrets.json');
  await seen('readSchema', 404, 'GET', '/schemas/__proto__.json');
});

test('every answer that the document promises has been seen, but those of a broken Baton', () => {
  const unseen = published.promised.filter((name) => !published.seen.has(name));
  expect(unseen.filter((name) => !name.endsWith(' 500'))).toEqual(['checkHealth 503']);
});
