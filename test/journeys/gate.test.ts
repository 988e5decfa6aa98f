// From the link on the terminal to a second person at work, in a real browser on the real worker with real mail.
import { startLetterbox, type Letterbox } from '@baton/demo';
import { startInstance, type Instance } from '@baton/host/instance';
import { createServer, type Server } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { ownerLink } from '../../apps/host/src/owner-link.ts';
import { chromium } from '../chromium.ts';
import { expectCalm, troublesOf } from './gate-pages.ts';

let data: string;
let instance: Instance;
let letterbox: Letterbox;
let browser: Browser;

const eve = 'eve@engines.example';

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-gate-'));
  letterbox = await startLetterbox({ port: 0, smtpPort: 0, secrets: [] });
  const env = { BATON_SMTP: letterbox.smtpUrl, BATON_MAIL_FROM: 'Baton <baton@engines.example>' };
  instance = await startInstance({ data, env });
  const { path, args } = await chromium();
  browser = await playwright.launch({ executablePath: path, args });
});

afterAll(async () => {
  await browser.close();
  await instance.stop();
  await letterbox.close();
  await rm(data, { recursive: true, force: true });
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  return context;
}

async function newPage(context: BrowserContext): Promise<{ page: Page; troubles: string[] }> {
  const page = await context.newPage();
  return { page, troubles: troublesOf(page) };
}

test('the link on the terminal makes its opener the owner; the session lives in a cookie that only this host sees', async () => {
  const link = (await ownerLink(instance)) ?? '';
  const context = await newContext();
  const { page, troubles } = await newPage(context);
  await page.goto(instance.url);
  await expectCalm(page);
  // A mail scanner, a prefetch: looking changes nothing.
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
  await page.goto(link);
  await expectCalm(page);
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('Work e-mail').fill('ada@engines');
  await page.getByLabel('Work e-mail').evaluate((input) => input.setAttribute('type', 'text'));
  await page.getByLabel('Work e-mail').fill('not an address');
  await page.getByRole('button', { name: 'Become the owner' }).click();
  await page.getByText('This is no e-mail address.').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Byron');
  await expectCalm(page);
  // The browser tells of the refused form by its status.
  expect(troubles.splice(0)).toEqual([expect.stringContaining('422')]);
  await page.getByLabel('Work e-mail').fill('ada@engines.example');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Forms' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/forms');
  await page.getByText('There is no form yet').waitFor();
  await expectCalm(page);
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  await page.getByText('This browser').waitFor();
  await expectCalm(page);
  expect(await context.cookies()).toMatchObject([
    { name: '__Host-baton', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
  ]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(troubles).toEqual([]);

  // Again, by somebody else: the link is dead.
  const other = await newPage(await newContext());
  await other.page.goto(link);
  await other.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await expectCalm(other.page);

  await page.goto(instance.url);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
  await page.goto(`${instance.url}/account`);
  await page.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
  expect(await context.cookies()).toEqual([]);
}, 60_000);

/** The link in the latest mail to somebody with this subject. */
async function linkTo(email: string, subject: string): Promise<string> {
  const mail = await letterbox.arrival(
    (one) => one.kind === 'email' && one.to.includes(email) && one.subject === subject,
  );
  const link = mail.kind === 'email' ? /https?:\S+\/enter\/\w{32}/.exec(mail.text)?.[0] : undefined;
  if (link === undefined) throw new Error('A mail without a link.');
  return link;
}

test('an admin invites somebody by e-mail, who joins, signs out and comes back by a link; the admin removes them', async () => {
  const asAda = await newContext();
  const { page: admin, troubles } = await newPage(asAda);
  await admin.goto(instance.url);
  await admin.getByLabel('Work e-mail').fill('ada@engines.example');
  await admin.getByRole('button', { name: 'Send me a link' }).click();
  await admin.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await expectCalm(admin);
  await admin.goto(await linkTo('ada@engines.example', 'Sign in to Baton'));
  await expectCalm(admin);
  await admin.getByRole('button', { name: 'Sign in' }).click();
  await admin.getByRole('link', { name: 'People' }).click();
  await admin.getByText('Nobody is invited.').waitFor();
  await expectCalm(admin);
  await admin.getByLabel('Work e-mail').fill(eve);
  await admin.getByLabel('Role').selectOption('Marketing');
  await admin.getByRole('button', { name: 'Invite', exact: true }).click();
  await admin.getByText('The invitation is on its way.').waitFor();
  await expectCalm(admin);

  const asEve = await newContext();
  const { page: guest } = await newPage(asEve);
  await guest.goto(await linkTo(eve, 'Ada Byron invites you to Baton on Baton'));
  await guest.getByText('Role: Marketing.').waitFor();
  await expectCalm(guest);
  await guest.getByLabel('Your name').fill('Eve Moss');
  await guest.getByRole('button', { name: 'Join' }).click();
  await guest.getByRole('link', { name: 'Eve Moss' }).waitFor();
  expect(await guest.getByRole('link', { name: 'People' }).count()).toBe(0);
  await guest.goto(`${instance.url}/people`);
  await guest.getByRole('heading', { name: 'This is for admins' }).waitFor();
  await expectCalm(guest);

  await guest.goto(`${instance.url}/account`);
  await guest.getByRole('button', { name: 'Sign out' }).click();
  await guest.getByLabel('Work e-mail').fill(eve);
  await guest.keyboard.press('Enter');
  await guest.goto(await linkTo(eve, 'Sign in to Baton'));
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await guest.getByRole('link', { name: 'Eve Moss' }).waitFor();

  // Something hangs on her by now.
  const workspace = {
    format: 1,
    people: [
      { email: eve, name: 'Eve Moss', party: 'sales' },
      { email: 'bo@engines.example', name: 'Bo Hill', party: 'sales' },
    ],
    teams: [{ id: 'all', name: 'Everybody', members: [eve] }],
  };
  const asked = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(workspace),
  };
  expect(await admin.evaluate(async (ask) => (await fetch('/api/workspace', ask)).status, asked)).toBe(200);

  await admin.goto(`${instance.url}/people`);
  await admin.getByRole('link', { name: 'Eve Moss' }).click();
  await admin.getByText('Chrome on Linux').waitFor();
  await admin.getByText('a place in Everybody').waitFor();
  await expectCalm(admin);
  await admin.getByLabel('Role').selectOption('Admin');
  await admin.getByRole('button', { name: 'Change role' }).click();
  await admin.getByText('The role is changed, from this moment.').waitFor();
  await guest.reload();
  await guest.getByRole('link', { name: 'People' }).waitFor();
  await admin.getByText('Remove Eve Moss …').click();
  await expectCalm(admin);
  await admin.getByLabel('Who has all of it from then on').selectOption('Bo Hill (bo@engines.example)');
  await admin.getByRole('button', { name: 'Remove for good' }).click();
  await admin.getByText('They can no longer come in, and what was theirs has gone on.').waitFor();
  const kept = await admin.evaluate(async () => (await fetch('/api/workspace')).json());
  expect(kept).toMatchObject({ teams: [{ id: 'all', members: ['bo@engines.example'] }] });
  await guest.reload();
  await guest.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
  expect(troubles).toEqual([]);
}, 60_000);

/** A mail server that takes connections and never says a word. */
async function startMute(): Promise<{ server: Server; url: string; callers: () => number }> {
  let callers = 0;
  const server = createServer(() => {
    callers += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return { server, url: `smtp://127.0.0.1:${address.port}`, callers: () => callers };
}

test('who asks for a link hears the same, whether or not the address is known, and never waits for the mail', async () => {
  const mute = await startMute();
  const folder = await mkdtemp(join(tmpdir(), 'baton-gate-'));
  const baton = await startInstance({
    data: folder,
    env: { BATON_SMTP: mute.url },
    onOutput: () => undefined,
  });
  const ask = async (path: string, values: Record<string, string>) => {
    const headers = { origin: baton.url };
    const body = new URLSearchParams(values);
    const answer = await fetch(new URL(path, baton.url), {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
    });
    const said = [...answer.headers].filter(([name]) => name !== 'set-cookie');
    return { status: answer.status, said, text: await answer.text() };
  };
  try {
    const link = (await ownerLink(baton)) ?? '';
    expect((await ask(link, { name: 'Ada', email: 'ada@engines.example' })).status).toBe(303);
    const known = await ask('/sign-in', { email: 'ada@engines.example' });
    await expect.poll(mute.callers).toBe(1);
    // It is being told to a server that will never answer; nobody waits for it.
    expect(known).toEqual(await ask('/sign-in', { email: 'eve@engines.example' }));
    expect(known.status).toBe(303);
    expect(mute.callers()).toBe(1);
  } finally {
    await baton.stop();
    mute.server.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

test('an admin makes a key, which is shown once and opens what it was made for until it is revoked', async () => {
  const { page, troubles } = await newPage(await newContext());
  await page.goto(await signInLink('ada@engines.example'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Keys' }).click();
  await page.getByText('There are none.').waitFor();
  await expectCalm(page);
  await page.getByLabel('What it is for').fill('CRM sync');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByText('Please choose at least one.').waitFor();
  await expectCalm(page);
  expect(troubles.splice(0)).toEqual([expect.stringContaining('422')]);
  await page.getByRole('checkbox', { name: /^leads/ }).check();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByLabel('The key', { exact: true }).inputValue();
  await expectCalm(page);
  const ask = (path: string) =>
    fetch(instance.url + path, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status);
  expect([await ask('/api/leads'), await ask('/api/workspace')]).toEqual([200, 403]);
  await page.goto(`${instance.url}/keys`);
  await page.getByText('Used just now').waitFor();
  expect(await page.content()).not.toContain(key);
  await page.getByRole('button', { name: 'Revoke the key for CRM sync' }).click();
  await page.getByText('The key opens nothing any more.').waitFor();
  expect(await ask('/api/leads')).toBe(401);
  expect(troubles).toEqual([]);
}, 60_000);

test('the owner makes a second workspace, works there, and goes back', async () => {
  const { page, troubles } = await newPage(await newContext());
  await page.goto(await signInLink('ada@engines.example'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  await page.getByText('New workspace …').click();
  await expectCalm(page);
  await page.getByLabel('Name', { exact: true }).fill('Acme Ltd');
  await page.getByLabel('Short name').fill('main');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByText('There is a workspace of this name.').waitFor();
  await expectCalm(page);
  expect(troubles.splice(0)).toEqual([expect.stringContaining('422')]);
  await page.getByLabel('Short name').fill('acme');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByText('The workspace is there').waitFor();
  await expectCalm(page);
  const banner = page.getByRole('banner');
  await banner.getByText('Acme Ltd').waitFor();
  await page.goto(`${instance.url}/people`);
  await page.getByText('Who may come in to Acme Ltd').waitFor();
  expect(await page.getByRole('listitem').count()).toBe(1);
  await page.goto(`${instance.url}/account`);
  await page.getByRole('button', { name: 'Work here, in Baton' }).click();
  await banner.getByText('Baton').waitFor();
  expect(troubles).toEqual([]);
}, 60_000);

test('a passkey is made on the account page and signs in without a mail, at an address with a name', async () => {
  const context = await newContext();
  const { page, troubles } = await newPage(context);
  const debug = await context.newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const named = (address: string) => address.replace('127.0.0.1', 'localhost');
  await page.goto(await signInLink('ada@engines.example'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  await page.getByText('this address is a number').waitFor();
  await page.goto(named(await signInLink('ada@engines.example')));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('The passkey is made.').waitFor();
  await page.getByText('Never used').waitFor();
  await expectCalm(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
  await expectCalm(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('link', { name: 'Ada Byron' }).click();
  await page.getByText('Used just now').waitFor();
  expect(troubles.splice(0)).toEqual([]);

  await page.getByRole('button', { name: 'Remove the passkey of Chrome on Linux' }).click();
  await page.getByText('The passkey signs nobody in any more.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('No passkey was used.').waitFor();
  await expectCalm(page);
  expect(troubles).toEqual([expect.stringContaining('422')]);
}, 60_000);

/** A link to sign in, made with the owner key. */
async function signInLink(email: string): Promise<string> {
  const made = await fetch(`${instance.url}/api/sign-in-link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  return z.object({ url: z.string() }).parse(await made.json()).url;
}
