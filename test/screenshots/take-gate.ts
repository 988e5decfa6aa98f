// Takes the pages of the Gate, and the editor before there is any form: a Baton that nobody has come in to yet.
import { startLetterbox } from '@baton/demo';
import { startInstance, type Instance } from '@baton/host/instance';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { ownerLink } from '../../apps/host/src/owner-link.ts';
import { photograph, type Screen } from './screen.ts';

const owner = 'ada@engines.example';

/** Takes those whose name holds the word; how many they were. */
export async function takeGate(browser: Browser, folder: string, word: string): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'baton-screens-'));
  const letterbox = await startLetterbox({ port: 0, smtpPort: 0, secrets: [] });
  const env = { BATON_SMTP: letterbox.smtpUrl, BATON_MAIL_FROM: 'Baton <baton@engines.example>' };
  const instance = await startInstance({ data, env });
  const place = { folder, word, url: instance.url, session: { cookies: [], origins: [] } };
  try {
    const link = (await ownerLink(instance)) ?? '';
    const before = await photograph(browser, [{ name: 'gate/become-owner', path: link }], place);
    const page = await browser.newPage();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Ada Byron');
    await page.getByLabel('Work e-mail').fill(owner);
    await page.getByRole('button', { name: 'Become the owner' }).click();
    await page.waitForURL('**/forms');
    const session = await page.context().storageState();
    await page.context().close();
    return before + (await photograph(browser, screensOf(instance, link), { ...place, session }));
  } finally {
    await instance.stop();
    await letterbox.close();
    await rm(data, { recursive: true, force: true });
  }
}

function screensOf(instance: Instance, spent: string): readonly Screen[] {
  return [
    { name: 'editor/forms-empty', path: '/forms' },
    { name: 'gate/sign-in', path: '/', isStranger: true },
    { name: 'gate/sign-in-sent', path: '/', isStranger: true, act: askForLink },
    { name: 'gate/enter', path: () => signInLink(instance), isStranger: true },
    { name: 'gate/dead-link', path: spent, isStranger: true },
    { name: 'gate/account', path: '/account' },
    {
      name: 'gate/account-new-workspace',
      path: '/account',
      act: (page) => page.getByText('New workspace …').click(),
    },
    { name: 'gate/people-alone', path: '/people' },
    { name: 'gate/people-invited', path: '/people', act: invite },
    { name: 'gate/keys-none', path: '/keys' },
    {
      name: 'gate/keys-refused',
      path: '/keys',
      async act(page) {
        await page.getByLabel('What it is for').fill('CRM sync');
        await page.getByRole('button', { name: 'Make a key' }).click();
        await page.getByText('Please choose at least one.').waitFor();
      },
    },
    { name: 'gate/key-made', path: '/keys', act: makeKey },
    { name: 'gate/keys', path: '/keys' },
  ];
}

async function askForLink(page: Page): Promise<void> {
  await page.getByLabel('Work e-mail').fill(owner);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
}

async function invite(page: Page): Promise<void> {
  await page.getByLabel('Work e-mail').fill('eve@engines.example');
  await page.getByLabel('Role').selectOption('Marketing');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('The invitation is on its way.').waitFor();
}

async function makeKey(page: Page): Promise<void> {
  await page.getByLabel('What it is for').fill('CRM sync');
  await page.getByRole('checkbox', { name: /^leads/ }).check();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('The key', { exact: true }).waitFor();
}

async function signInLink({ url, ownerKey }: Instance): Promise<string> {
  const made = await fetch(`${url}/api/sign-in-link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email: owner }),
  });
  return z.object({ url: z.string() }).parse(await made.json()).url;
}
