// Somebody begins a form, leaves, and comes back: what they began is kept, is shown as abandoned after half an hour,
// is handed to nobody, and becomes the one submission that they finish. A real browser against a real worker, whose
// clock cannot be moved: what it stored is made older instead.
import { DatabaseSync } from 'node:sqlite';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium } from '../chromium.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { objectsIn, startBaton, textIn, type Baton } from '../faults/baton.ts';
import { deskFile } from '../faults/desk-file.ts';
import { startReceiver, type Receiver } from '../faults/receiver.ts';
import { until } from '../faults/until.ts';

const form = {
  format: 1,
  id: 'begun',
  name: 'Begin',
  language: 'en',
  partials: true,
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', attribute: 'email', label: 'Work e-mail', required: true },
        { id: 'size', kind: 'choice', attribute: 'company_size', label: 'Company size', required: true },
        { id: 'role', kind: 'choice', attribute: 'role', label: 'Role', required: true },
      ],
    },
    {
      id: 'terms',
      title: 'Terms',
      fields: [{ id: 'agree', kind: 'consent', label: 'Keep my answers', required: true }],
    },
    { id: 'more', title: 'More', fields: [{ id: 'message', kind: 'text', label: 'Message' }] },
  ],
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } }],
};

let baton: Baton;
let receiver: Receiver;
let browser: Browser;
let visitor: BrowserContext;

beforeAll(async () => {
  const { path, args } = await chromium();
  receiver = await startReceiver();
  const hook = {
    kind: 'webhook',
    url: `${receiver.url}/crm`,
    on: ['lead.received', 'lead.handed_off'],
  } as const;
  const destinations = [{ id: 'crm', ...hook }];
  [baton, browser] = await Promise.all([
    startBaton(destinations),
    playwright.launch({ executablePath: path, args }),
  ]);
  await baton.api('/api/workspace', 'PUT', { ...smallWorkspace, destinations, forms: [form] });
  visitor = await browser.newContext({ locale: 'en-GB' });
  visitor.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser.close();
  await baton.close();
  await receiver.close();
  expect(baton.bugs).toEqual([]);
});

async function open(): Promise<Page> {
  const page = await visitor.newPage();
  await page.goto(`${baton.instance.url}/f/begun`);
  await page.locator('form[novalidate]').waitFor();
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const abandoned = () => baton.all('submissions', '&state=abandoned');

/** Makes all that is stored older, as if so much time had passed. */
async function passMinutes(minutes: number): Promise<void> {
  await baton.instance.kill();
  const database = new DatabaseSync(await deskFile(baton.data));
  database.prepare(`UPDATE submissions SET at = at - ?1, updated_at = updated_at - ?1`).run(minutes * 60_000);
  database.close();
  await baton.instance.restart();
}

test('what somebody began is kept, shown as abandoned after half an hour, routed to nobody, and finished once', async () => {
  const page = await open();
  await page.getByLabel('Work e-mail').fill('ada@x.example');
  await page.getByRole('radio', { name: '51–500' }).check();
  await page.getByRole('radio', { name: 'Manager' }).check();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/submissions')) sent.push(request.postData() ?? '');
  });
  await press(page, 'Continue');
  // Nobody has agreed yet.
  await page.getByRole('checkbox', { name: 'Keep my answers' }).check();
  expect(sent).toEqual([]);
  await press(page, 'Continue');
  const [begun] = await until('what was begun is stored', async () => {
    const stored = await baton.all('submissions');
    return stored.length > 0 && stored;
  });
  expect(begun).toMatchObject({ final: false, abandoned: false, state: null });
  expect(begun).toMatchObject({ answers: { email: 'ada@x.example', size: '51-500', role: 'manager' } });
  await page.close();

  await passMinutes(29);
  expect(await abandoned()).toEqual([]);
  await passMinutes(1);
  expect((await abandoned()).map((one) => one['id'])).toEqual([begun?.['id']]);
  expect(await baton.all('leads')).toEqual([]);
  expect(await baton.all('deliveries')).toEqual([]);
  expect(receiver.events).toEqual([]);

  const again = await open();
  expect(await again.getByLabel('Work e-mail').inputValue()).toBe('ada@x.example');
  for (const name of ['Continue', 'Continue']) await press(again, name);
  await again.getByLabel('Message').fill('Here I am again');
  await press(again, 'Send');
  await again.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await abandoned()).toEqual([]);
  const stored = await baton.all('submissions');
  expect(stored.map((one) => [one['id'], one['final'], one['state']])).toEqual([
    [begun?.['id'], true, 'handed_off'],
  ]);
  const [lead, ...others] = await baton.all('leads');
  expect(others).toEqual([]);
  expect(textIn(lead ?? {}, 'email')).toBe('ada@x.example');
  expect(objectsIn(lead ?? {}, 'handoffs')).toHaveLength(1);
  // Neither draft nor visitor was known by a cookie.
  expect(await visitor.cookies()).toEqual([]);
});
