// From the form on a website to the mail in sales' inbox, in a real browser, over real SMTP and a signed webhook.
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { leadView } from '../desk/views.ts';
import { chooseIn as choose, fillDemoForm as fill } from './demo-form.ts';
import { startDemoStack, type DemoStack } from './demo-stack.ts';
import { embeddingSite } from './embedding-site.ts';

let stack: DemoStack;

beforeAll(async () => {
  stack = await startDemoStack();
});

afterAll(async () => {
  await stack.close();
});

async function openForm(): Promise<{ page: Page; troubles: string[] }> {
  const page = await stack.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${stack.website}/demo`);
  return { page, troubles };
}

const leadsAnswer = z.object({ leads: z.array(leadView) });

async function leadOf(email: string): Promise<z.infer<typeof leadView> | undefined> {
  const answer = await stack.api(`/api/leads?email=${encodeURIComponent(email)}`);
  return leadsAnswer.parse(await answer.json()).leads[0];
}

/** The address that follows a word in a plain text mail. */
function linkOf(text: string, word: string): string {
  return new RegExp(`${word}\\W+(https?://\\S+)`, 'i').exec(text)?.[1] ?? '';
}

test('a form that is not there: its website’s developer reads why on the console, its visitors see nothing', async () => {
  const page = await stack.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  const src = `${stack.instance.url}/f/dem0.js`;
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><link rel="icon" href="data:,"><body><p>Before</p>
      <script>addEventListener('baton:error', ({ detail }) => { document.title = JSON.stringify(detail) })</script>
      <baton-form form="dem0"></baton-form><script async src="${src}"></script>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    const address = site.address();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    await expect.poll(() => page.title()).toBe('{"form":"dem0","status":404}');
    expect(said).toEqual([expect.stringContaining(`there is no published form "dem0", asked for at ${src}`)]);
    expect((await page.locator('body').innerText()).trim()).toBe('Before');
  } finally {
    site.closeAllConnections();
    site.close();
  }
});

test('a website says how the form opens, and has it opened by window.Baton', async () => {
  const script = `${stack.instance.url}/f/demo.js`;
  const site = await embeddingSite(`${script}?mode=popup&api`, 'demo');
  const page = await stack.newPage();
  try {
    // Another website's wish before it changes nothing.
    expect(await (await fetch(script)).text()).not.toContain('showModal');
    await page.goto(site.url);
    await page.locator('dialog').waitFor({ state: 'attached' });
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    await page.waitForFunction('window.Baton');
    await page.evaluate(`Baton.open('demo')`);
    await page.getByRole('dialog').getByLabel('Your name').waitFor();
    await page.evaluate(`Baton.close()`);
    await page.getByLabel('Your name').waitFor({ state: 'hidden' });
  } finally {
    await site.close();
  }
});

test('a visitor sends the form on a website; sales has the mail and the signed webhook; one press accepts', async () => {
  const { page, troubles } = await openForm();
  const email = 'ada@engines.example';
  await fill(page, email);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();

  const lead = await leadOf(email);
  expect(lead).toMatchObject({
    stage: 'mql',
    attributes: { company: 'Analytical Engines', country: 'DE', shift_workers: 800 },
  });
  const reasons = lead?.score?.reasons ?? [];
  expect(reasons.length).toBeGreaterThan(1);
  expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(lead?.score?.total);

  const webhook = await stack.letterbox.arrival(
    (one) => one.kind === 'webhook' && one.type === 'lead.handed_off',
  );
  expect(webhook).toMatchObject({
    verified: true,
    body: { data: { lead: { email }, tier: lead?.tier, score: lead?.score } },
  });
  const mail = await stack.letterbox.arrival(
    (one) => one.kind === 'email' && one.to.includes(lead?.owner?.email ?? ''),
  );
  if (mail.kind !== 'email') throw new Error('Not a mail.');
  expect(mail.subject).toContain('Ada Lovelace');
  for (const reason of reasons.toSorted((a, b) => b.points - a.points).slice(0, 5))
    expect(mail.text).toContain(reason.says);
  expect(mail.text).toContain('Analytical Engines');
  expect(mail.html).toContain('Follow up by');

  const accept = linkOf(mail.text, 'Accept');
  const sales = await stack.newPage();
  await sales.goto(accept);
  expect((await leadOf(email))?.stage).toBe('mql');
  await sales.getByRole('button', { name: 'Accept' }).click();
  await sales.getByText('Accepted').waitFor();
  expect((await leadOf(email))?.stage).toBe('sal');
  await sales.getByRole('button', { name: 'Take it back' }).click();
  await sales.getByRole('button', { name: 'Accept' }).waitFor();
  expect((await leadOf(email))?.stage).toBe('mql');
  expect(troubles).toEqual([]);
});

test('a scanner that follows every link and sends every form changes nothing', async () => {
  const { page } = await openForm();
  const email = 'scanned@engines.example';
  await fill(page, email);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const mail = await stack.letterbox.arrival((one) => one.kind === 'email' && one.text.includes(email));
  if (mail.kind !== 'email') throw new Error('Not a mail.');
  const links = [...mail.text.matchAll(/https?:\/\/\S+\/v\/\S+/g)].map(([link]) => link);
  expect(links).toHaveLength(3);
  const scanner = await stack.newPage();
  for (const link of links) {
    await fetch(link, { method: 'HEAD' });
    await scanner.goto(link);
    await scanner.evaluate(() => {
      for (const button of document.querySelectorAll('button')) button.click();
    });
    const answered = scanner.waitForEvent('load');
    await scanner.evaluate(() => {
      const form = document.querySelector('form');
      const act = form?.elements.namedItem('act');
      if (act instanceof HTMLInputElement) act.value = 'accept';
      form?.submit();
    });
    await answered;
  }
  expect((await leadOf(email))?.stage).toBe('mql');
});

test('the hosted page works without JavaScript, and what cannot be taken comes back filled in', async () => {
  const page = await stack.newPage({ javaScriptEnabled: false });
  await page.goto(`${stack.instance.url}/f/demo`);
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('Work e-mail').fill('grace@navy.example');
  await page.getByRole('radio', { name: 'COO, CEO or owner' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Company' }).fill('Navy');
  await choose(page, 'How many people work there?', 3);
  await choose(page, 'Industry', 1);
  await page.locator('select[name=country]').selectOption('US');
  await page.getByRole('button', { name: 'Continue' }).click();
  // What the answers brought up is asked, and until then nothing goes on.
  await page.getByLabel('How many of them work in shifts?').fill('90');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('group', { name: 'What should get better?' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('link', { name: 'When would you like to start?' }).waitFor();
  expect(await leadOf('grace@navy.example')).toBeUndefined();
  await choose(page, 'When would you like to start?', 1);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you').first().waitFor();
  expect(await leadOf('grace@navy.example')).toMatchObject({
    attributes: { name: 'Grace Hopper', shift_workers: 90, country: 'US' },
  });
});
