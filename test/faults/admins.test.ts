// Whoever comes in as an admin is told of what fails from then on, over real SMTP: the Gate tells the Desk who they are. Who
// has been removed is told nothing more.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiStack } from '../api/api-stack.ts';
import { ownerIn, press } from '../api/signed-in.ts';
import { misbehaviours, startBadReceiver, type BadReceiver } from './bad-receivers.ts';
import { type Baton, qualified, startBaton, submission } from './baton.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { until } from './until.ts';

const [owner, other] = ['mara@baton.example', 'omar@baton.example'];

let mails: MailServer;
let gone: BadReceiver;
let baton: Baton;

beforeAll(async () => {
  mails = await startMailServer();
  gone = await startBadReceiver(misbehaviours.gone);
  const destinations = ['first', 'second', 'third'].map((id) => ({
    id,
    kind: 'webhook' as const,
    url: `${gone.url}/${id}`,
    on: [id === 'first' ? 'lead.received' : id === 'second' ? 'lead.accepted' : 'lead.rejected'],
  }));
  baton = await startBaton(destinations, { BATON_SMTP: mails.url, BATON_MAIL_FROM: 'baton@sender.example' });
});

afterAll(async () => {
  await baton.close();
  await gone.close();
  await mails.close();
  expect(baton.bugs).toEqual([]);
});

const ask: ApiStack['ask'] = (method, path, { owner: asOwner = false, body, headers = {} } = {}) =>
  fetch(baton.instance.url + path, {
    method,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
    headers: { ...(asOwner ? { authorization: `Bearer ${baton.instance.ownerKey}` } : {}), ...headers },
  });

/** Who has been told that a destination was given up. */
const told = (destination: string): string[] =>
  mails.mails
    .filter(({ raw }) => raw.includes('was given up') && raw.includes(`${gone.url}/${destination}`))
    .map(({ to }) => to);

/** Hands a lead off and has it answered. */
async function answered(email: string, kind: 'accepted' | 'rejected'): Promise<void> {
  expect((await baton.submit(submission(qualified(email)))).status).toBe(201);
  const [lead] = await baton.all('leads', `&email=${email}`);
  const [handoff] = Object(lead).handoffs;
  const reason = kind === 'rejected' ? { reason: 'too_small' } : {};
  await baton.api(`/api/handoffs/${String(handoff.id)}/verdict`, 'POST', { kind, ...reason });
}

test('admins are told as soon as they are in, and no longer than that', { timeout: 40_000 }, async () => {
  const stack = { ask, instance: baton.instance };
  const cookie = await ownerIn(stack, owner);
  await answered('ada@engines.example', 'accepted');
  await until('the owner is told', () => told('second').length > 0);
  expect(told('second')).toEqual([owner]);

  await press(stack, '/people', { email: other, role: 'admin' }, cookie);
  const invitation = () => mails.mails.find(({ to }) => to === other)?.raw ?? '';
  await until('the invitation is there', () => invitation() !== '');
  const link = /\/enter\/\w{32}/.exec(invitation().replaceAll('=\r\n', ''))?.[0] ?? '';
  const entered = await press(stack, link, { name: 'Omar', email: other });
  const theirs = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const page = await (await ask('GET', '/people', { headers: { cookie: theirs } })).text();
  const id = [...page.matchAll(/\/people\/(per_\w+)/g)].map(([, one]) => one);
  expect(new Set(id).size).toBe(2);
  // The one who was first leaves the house to the other.
  const shown = await Promise.all(
    [...new Set(id)].map(async (one) => ({
      one,
      text: await (await ask('GET', `/people/${one}`, { headers: { cookie: theirs } })).text(),
    })),
  );
  const first = shown.find(({ text }) => text.includes(owner))?.one;
  await press(stack, `/people/${first}/remove`, {}, theirs);
  await answered('bo@engines.example', 'rejected');
  await until('the other is told', () => told('third').length > 0);
  expect(told('third')).toEqual([other]);
});
