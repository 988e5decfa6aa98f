// From the link on the terminal to the owner's own page, in a real browser on the real worker.
import { startInstance, type Instance } from '@baton/host/instance';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerLink } from '../../apps/host/src/owner-link.ts';
import { chromium } from '../chromium.ts';
import { expectCalm, troublesOf } from './gate-pages.ts';

let data: string;
let instance: Instance;
let browser: Browser;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-gate-'));
  instance = await startInstance({ data });
  const { path, args } = await chromium();
  browser = await playwright.launch({ executablePath: path, args });
});

afterAll(async () => {
  await browser.close();
  await instance.stop();
  await rm(data, { recursive: true, force: true });
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext();
  context.setDefaultTimeout(5_000);
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
  await page.getByRole('heading', { name: 'Ada Byron' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/account');
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
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  await page.goto(`${instance.url}/account`);
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  expect(await context.cookies()).toEqual([]);
}, 60_000);
