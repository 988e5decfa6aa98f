// Mail to the owner of a lead over real SMTP: what is put off is sent again as the very same mail, what is refused
// for good is seen, and nobody else waits for it.
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Baton,
  type Json,
  objectIn,
  objectsIn,
  qualified,
  startBaton,
  submission,
  textIn,
} from './baton.ts';
import { type MailServer, type SentMail, startMailServer } from './mail-server.ts';
import { until } from './until.ts';

let server: MailServer;
let baton: Baton;

beforeAll(async () => {
  server = await startMailServer();
  baton = await startBaton([], {
    BATON_SMTP: server.url,
    BATON_MAIL_FROM: 'Baton <baton@sender.example>',
  });
});

afterAll(async () => {
  await baton.close();
  await server.close();
  expect(baton.bugs).toEqual([]);
});

const owners = ['ann@baton.example', 'bob@baton.example'] as const;

beforeEach(() => {
  for (const owner of owners) server.next(owner);
  server.mails.length = 0;
  server.refused.length = 0;
});

/** Hands a new lead off; whoever's turn it is, their mail meets these manners. */
async function handOff(
  email: string,
  ...manners: Parameters<MailServer['next']>[1][]
): Promise<() => Promise<Json>> {
  for (const owner of owners) server.next(owner, ...manners);
  const answer = await baton.submit(submission(qualified(email)));
  expect(answer.status).toBe(201);
  const [lead] = await baton.all('leads', `&email=${email}`);
  return async () => {
    const all = await baton.all('deliveries', `&lead=${textIn(lead ?? {}, 'id')}`);
    // Of a mail that is given up the admins are told besides.
    const [delivery, ...others] = all.filter(({ type }) => type === 'lead.handed_off');
    expect(others).toEqual([]);
    return delivery ?? {};
  };
}

function attempts(delivery: Json): unknown[] {
  return objectsIn(delivery, 'attempts').map((attempt) => attempt['error']);
}

/** That all of them are one and the same mail, to the byte. */
function expectOneMail(mails: readonly SentMail[]): void {
  expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
  expect(new Set(mails.map((mail) => mail.raw)).size).toBe(1);
}

test('a mail that is taken tells its owner whom, why, and by when', async () => {
  const delivery = await handOff('ada@engines.example');
  await until('it is delivered', async () => (await delivery())['state'] === 'delivered');
  expect(server.mails).toHaveLength(1);
  const [sent] = server.mails;
  const mail = await PostalMime.parse(sent?.raw ?? '');
  expect(mail.from).toMatchObject({ name: 'Baton', address: 'baton@sender.example' });
  expect(mail.to?.[0]?.address).toBe(sent?.to);
  expect(mail.messageId).toBe(`<${textIn(await delivery(), 'id')}@sender.example>`);
  expect(mail.subject).toBe('MQL 60: Ada, engines.example');
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('ada@engines.example');
    expect(part).toContain('More than ten people');
    expect(part).toContain(`${baton.instance.url}/v/`);
  }
});

test('a mail that is put off by 451 is sent again as the very same mail', async () => {
  const delivery = await handOff('bea@engines.example', 'defer');
  await until('it is delivered', async () => (await delivery())['state'] === 'delivered');
  expect(server.mails.map((mail) => mail.manner)).toEqual(['defer', 'take']);
  expectOneMail(server.mails);
  expect(attempts(await delivery())).toEqual(['smtp_451', null]);
});

test('a mail whose connection is cut after its last byte is sent again as the very same mail', async () => {
  const delivery = await handOff('cleo@engines.example', 'cut');
  await until('it is delivered', async () => (await delivery())['state'] === 'delivered');
  expect(server.mails.map((mail) => mail.manner)).toEqual(['cut', 'take']);
  expectOneMail(server.mails);
  expect(attempts(await delivery())).toEqual(['connection_failed', null]);
});

test('a mail that is refused for good is dead, can be seen, and is sent again by hand', async () => {
  const delivery = await handOff('dan@engines.example', 'refuse');
  await until('it is dead', async () => (await delivery())['state'] === 'dead');
  const dead = await delivery();
  expect(dead).toMatchObject({ channel: 'email', nextAt: null, to: expect.toBeOneOf([...owners]) });
  expect(objectsIn(dead, 'attempts')).toMatchObject([{ error: 'mail_refused', status: 550 }]);
  expect(await baton.all('deliveries', '&state=dead')).toEqual([dead]);
  expect(server.refused).toEqual([dead['to']]);
  // The lead itself is none the worse for it.
  const [lead] = await baton.all('leads', '&email=dan@engines.example');
  expect(objectIn(lead ?? {}, 'owner')['email']).toBe(dead['to']);

  await baton.api(`/api/deliveries/${textIn(dead, 'id')}/replay`, 'POST');
  await until('it is delivered', async () => (await delivery())['state'] === 'delivered');
  const about = server.mails.filter(({ messageId }) => messageId.includes(textIn(dead, 'id')));
  expect(about).toHaveLength(1);
});

test('a mail server that is away is tried again, and submissions go on meanwhile', async () => {
  const delivery = await handOff('eve@engines.example', 'cut', 'defer', 'cut');
  await until('the first try failed', async () => attempts(await delivery()).length > 0);
  expect(await delivery()).toMatchObject({ state: 'waiting', nextAt: expect.any(String) });
  expect((await baton.submit(submission(qualified('flo@engines.example')))).status).toBe(201);
  expect(await baton.isHealthy()).toBe(true);
});
