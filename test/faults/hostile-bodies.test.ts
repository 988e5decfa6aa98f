// Bodies that no form of ours would send. Each is refused in plain words (RFC 9457), or taken for exactly what it
// declares; none breaks anything, and nothing of a refused one is stored.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Baton, type Json, jsonOf, objectIn, qualified, startBaton, submission } from './baton.ts';
import { type Answer, type Call, call } from './post.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
});

afterAll(async () => {
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

const url = (form = 'demo'): string => `${baton.instance.url}/f/${form}/submissions`;
const asJson = { 'content-type': 'application/json' };
const limit = 64 * 1024;

/** A valid body whose e-mail is unique to the case; `more` replaces members. */
function valid(name: string, more: Json = {}): Json {
  return submission(qualified(`${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@x.example`), more);
}

function text(name: string, more: Json = {}): string {
  return JSON.stringify(valid(name, more));
}

/** A valid body in which the text of one member is written by hand. */
function withMember(name: string, member: string, written: string): string {
  return text(name, { [member]: '%' }).replace('"%"', written);
}

function deep(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

function answersWith(written: string): string {
  return `{"email":"hostile@x.example","size":"51-500",${written}}`;
}

type Refused = readonly [name: string, status: number, call: Call, form?: string];

const json = (body: NonNullable<Call['body']>): Call => ({ headers: asJson, body });
const filler = 'x'.repeat(limit);
const behaviour = { path: '/pricing', at: '2026-11-01T00:00:00Z' };

const refused: readonly Refused[] = [
  ['a body above 64 KiB', 413, json(text('a', { filler }))],
  ['a body above 64 KiB without a length', 413, json([text('a'), ' '.repeat(limit), ' '])],
  ['a body of 1 MiB', 413, json(' '.repeat(1024 * 1024))],
  ['a body of 1 MiB in many parts', 413, json(Array.from({ length: 16 }, () => filler))],
  ['no content type', 415, { body: text('a') }],
  ['text', 415, { headers: { 'content-type': 'text/plain' }, body: text('a') }],
  [
    'a plain form',
    415,
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'email=a%40x.example' },
  ],
  ['an empty body', 400, json('')],
  ['half a body', 400, json(text('a').slice(0, -20))],
  ['words', 400, json('{answers: yes}')],
  ['two values', 400, json(`${text('a')}${text('b')}`)],
  ['bytes that are no UTF-8', 400, json(Buffer.concat([Buffer.from(text('a')), Buffer.from([0xc3, 0x28])]))],
  ['UTF-16', 400, json(Buffer.from(`\ufeff${text('a')}`, 'utf16le'))],
  ['a bare null character', 400, json(text('a').replace('Ada', 'A\0da'))],
  ['depth 10,000', 400, json(withMember('a', 'answers', answersWith(`"name":${deep(10_000)}`)))],
  ['depth 10,000 alone', 400, json('['.repeat(10_000))],
  ['depth 10,000 of objects', 400, json(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ...['__proto__', 'constructor', 'prototype', '\\u005f_proto__'].flatMap((key): Refused[] => [
    [`${key} at the top`, 400, json(text('a').replace('{', `{"${key}":{"final":true},`))],
    [`${key} among the answers`, 400, json(withMember('a', 'answers', answersWith(`"${key}":{}`)))],
    [`${key} below a list`, 400, json(withMember('a', 'visit', `{"touches":[{"a":[{"${key}":1}]}]}`))],
  ]),
  ['a list', 422, json(`[${text('a')}]`)],
  ['a number', 422, json('42')],
  ['null', 422, json('null')],
  ['an empty object', 422, json('{}')],
  ['a list for the answers', 422, json(text('a', { answers: ['a@x.example'] }))],
  ['a text for the answers', 422, json(text('a', { answers: 'email' }))],
  ['a list for the visit', 422, json(text('a', { visit: [] }))],
  ['an object for the behaviours', 422, json(text('a', { behaviours: { 0: behaviour } }))],
  ['an object for the visitor', 422, json(text('a', { visitor: { token: 'x' } }))],
  ['a visitor of 201 characters', 422, json(text('a', { visitor: 'x'.repeat(201) }))],
  ['a text for final', 422, json(text('a', { final: 'yes' }))],
  ['201 behaviours', 422, json(text('a', { behaviours: Array.from({ length: 201 }, () => behaviour) }))],
  ['an id that is no UUID', 422, json(text('a', { id: 'my-submission' }))],
  ['an id that is a number', 422, json(text('a', { id: 1 }))],
  ['no id', 422, json(text('a', { id: null }))],
  ['version 0', 422, json(text('a', { version: 0 }))],
  ['version 1.5', 422, json(text('a', { version: 1.5 }))],
  ['an infinite version', 422, json(withMember('a', 'version', '1e400'))],
  ['a huge version', 422, json(withMember('a', 'version', '9007199254740991'))],
  ['an unknown version', 422, json(text('a', { version: 2 }))],
  ['no answers', 422, json(text('a', { answers: {} }))],
  [
    'an e-mail with a null character',
    422,
    json(text('a', { answers: { email: 'a\0@x.example', size: '11-50' } })),
  ],
  [
    'an e-mail with half a character',
    422,
    json(text('a', { answers: { email: 'a\ud800@x.example', size: '11-50' } })),
  ],
  ['an e-mail that is a list', 422, json(text('a', { answers: { email: ['a@x.example'], size: '11-50' } }))],
  ['an infinite answer', 422, json(withMember('a', 'answers', answersWith('"role":"manager","team":1e400')))],
  [
    'a name of 60,000 characters',
    422,
    json(text('a', { answers: { ...qualified('a@x.example'), name: 'x'.repeat(60_000) } })),
  ],
  ['an unknown form', 404, json(text('a')), 'nope'],
  ['an unknown form of an odd name', 404, json(text('a')), encodeURIComponent("'; DROP TABLE leads; --")],
  ['an unknown form of another prototype', 404, json(text('a')), '__proto__'],
];

function expectProblem(answer: Answer, status: number): void {
  expect({ status: answer.status, text: answer.text.slice(0, 500) }).toMatchObject({ status });
  expect(answer.headers['content-type']).toBe('application/problem+json');
  const problem = jsonOf(answer);
  expect(problem).toMatchObject({ status, type: expect.stringMatching(/^urn:baton:problem:[a-z-]+$/) });
  expect(problem['title']).toMatch(/^[A-Z].*\.$/);
}

describe('is refused in plain words, and nothing of it is stored:', () => {
  for (const [name, status, hostile, form] of refused) {
    test(`${name} (${status})`, async () => {
      expectProblem(await call(url(form), hostile), status);
      expect(await baton.all('submissions')).toEqual([]);
    });
  }

  test('64 MiB are not read to their end', async () => {
    const parts = Array.from({ length: 1024 }, () => filler);
    const status = await call(url(), { headers: asJson, body: parts }).then(
      (answer) => answer.status,
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    // Whoever goes on sending may be cut off before they read the answer.
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(status);
    expect(await baton.isHealthy()).toBe(true);
    expect(await baton.all('leads')).toEqual([]);
  });
});

describe('is taken for what it declares:', () => {
  test.each<readonly [name: string, body: (name: string) => string, stored: Json]>([
    [
      'undeclared members',
      (name) =>
        text(name, {
          score: { total: 1000 },
          tier: 'hot',
          stage: 'won',
          owner: 'bob@baton.example',
          state: 'handed_off',
          lead: 1,
          visit: {
            country: 'US',
            score: '1000',
            facts: { country: 'US' },
            owner: { email: 'bob@baton.example' },
          },
        }),
      { ...qualified('undeclared-members@x.example') },
    ],
    [
      'undeclared answers',
      (name) =>
        text(name, {
          answers: {
            ...qualified('undeclared-answers@x.example'),
            owner: 'bob',
            score: 99,
            'lead.tier': 'hot',
          },
        }),
      { ...qualified('undeclared-answers@x.example') },
    ],
    [
      'the last of doubled keys',
      (name) =>
        text(name).replace(
          '"answers":{',
          '"answers":{"email":"first@x.example","size":"1-10"},"answers":{"email":"second@x.example",',
        ),
      { ...qualified('the-last-of-doubled-keys@x.example') },
    ],
    [
      'behaviours that are none',
      (name) =>
        text(name, {
          behaviours: [
            null,
            { at: behaviour.at },
            { ...behaviour, event: 'e' },
            { path: '/pricing' },
            { path: '/pricing', at: 'yesterday' },
            { path: '/pricing', at: 1e20 },
          ],
        }),
      { ...qualified('behaviours-that-are-none@x.example') },
    ],
    [
      'a behaviour at infinity',
      (name) => withMember(name, 'behaviours', '[{"path":"/pricing","at":1e400}]'),
      { ...qualified('a-behaviour-at-infinity@x.example') },
    ],
    [
      'a name in every script',
      (name) => text(name, { answers: { ...qualified('scripts@x.example'), name: 'Ädä 😀 שָׁלוֹם \u202e' } }),
      { ...qualified('scripts@x.example'), name: 'Ädä 😀 שָׁלוֹם \u202e' },
    ],
  ])('%s', async (name, body, stored) => {
    const answer = await call(url(), { headers: asJson, body: body(name) });
    expect(answer).toMatchObject({ status: 201 });
    const [latest] = await baton.all('submissions');
    expect(latest).toMatchObject({ id: jsonOf(answer)['submission'], state: 'handed_off' });
    expect(latest?.['answers']).toEqual(stored);
    expect(objectIn(latest ?? {}, 'visit')).toEqual({ facts: {} });
    const [lead] = await baton.all('leads');
    expect(lead).toMatchObject({ stage: 'mql', tier: 'mql', score: { total: 60 } });
    expect(Object.keys(objectIn(lead ?? {}, 'attributes')).sort()).toEqual(
      ['company_domain', 'company_size', 'email', 'email_kind', 'name', 'role', 'team_size'].sort(),
    );
  });

  test('exactly 64 KiB', async () => {
    const body = text('exactly 64 KiB');
    const answer = await call(url(), {
      headers: asJson,
      body: body + ' '.repeat(limit - Buffer.byteLength(body)),
    });
    expect(answer.status).toBe(201);
  });

  test('exactly 200 behaviours', async () => {
    const behaviours = Array.from({ length: 200 }, (_, index) => ({ ...behaviour, path: `/${index}` }));
    const answer = await call(url(), {
      headers: asJson,
      body: text('exactly 200 behaviours', { behaviours }),
    });
    expect(answer.status).toBe(201);
  });
});
