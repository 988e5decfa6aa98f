// Somebody adds a destination, sees a test arrive, holds it back, changes its secret, lets it fail, finds why, and sends
// again what was given up; all of it against a receiver that verifies signatures.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portOf } from '../faults/receiver.ts';
import { until } from '../faults/until.ts';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { sendDemo } from './send-demo.ts';
import { expectCalm } from './gate-pages.ts';

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string };

const got: Got[] = [];
let status = 200;
let server: Server;
let stack: EditorStack;
let page: Page;
let troubles: readonly string[];
let hook: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${portOf(server.address())}`;
  hook = `http://${host}/hook`;
  stack = await startEditorStack([host]);
  ({ page, troubles } = await stack.newEditor());
});

afterAll(async () => {
  await stack.close();
  server.closeAllConnections();
  server.close();
});

const handOff = (): Promise<void> =>
  sendDemo(stack.instance.url, { email: `${randomUUID()}@engines.example` });

/** Throws where none of the signatures is by this secret. */
function verify(secret: string, { headers, body }: Got): void {
  new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
}

function next(count: number): Promise<Got> {
  return until('another webhook', () => got[count]);
}

async function pick(what: string): Promise<void> {
  await page.getByRole('button', { name: 'What to do with Hook' }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

const row = () => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Hook' }) });

test('a webhook is added by keyboard, its secret told once, and a test arrives signed by it', async () => {
  await page.goto(`${stack.instance.url}/destinations`);
  await page.getByText('Nothing was sent yet').waitFor();
  await page.getByRole('button', { name: 'New destination' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Hook');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await page.getByText('An address begins with https:// and has no blanks.').waitFor();
  await page.getByLabel('Address').fill(hook);
  await page.keyboard.press('Enter');
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? '';
  await page.getByRole('button', { name: 'I have it' }).click();
  await row().getByText('Not used yet').waitFor();

  await pick('Send a test');
  await page.getByText(/^The test arrived \(200\)/).waitFor();
  const [first] = got;
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ type: 'baton.test', data: { destination: 'Hook' } });
  if (first !== undefined) verify(secret, first);
  expect(first).toBeDefined();

  await pick('New secret');
  const newer = (await page.getByText(/^whsec_/).textContent()) ?? '';
  expect(newer).not.toBe(secret);
  await page.getByRole('button', { name: 'I have it' }).click();
  await handOff();
  const signedTwice = await next(1);
  verify(secret, signedTwice);
  verify(newer, signedTwice);
});

test('what is owed to a paused destination waits in sight, and goes out when it goes on', async () => {
  await pick('Pause');
  await row().getByText('Paused', { exact: true }).waitFor();
  const before = got.length;
  await handOff();
  await page.reload();
  await row().getByText('1 delivery waits.').waitFor();
  expect(got).toHaveLength(before);
  await pick('Resume');
  await next(before);
  await row().getByText('Working').waitFor();
});

test('one that says never to come back is told of with the reason, and all that was given up goes out again', async () => {
  status = 410;
  const before = got.length;
  await handOff();
  const refused = await next(before);
  await page.reload();
  await row().getByText('Stopped').waitFor();
  await page.getByLabel('State').selectOption('Stopped');
  expect(page.url()).toContain('state=disabled');
  await page.getByRole('button', { name: /^Hook/ }).click();
  await page.getByText('It said never to come back (410).').waitFor();
  await expectCalm(page);
  status = 200;
  await page.getByRole('button', { name: 'Send all again' }).click();
  const again = await next(before + 1);
  expect(again.body).toBe(refused.body);
  expect(again.headers['webhook-id']).toBe(refused.headers['webhook-id']);
  await page.getByText('Nothing was given up').waitFor();
  await row().getByText('Working').waitFor();
});

test('it is removed after a question, and nothing was complained of', async () => {
  await pick('Remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  // Behind the question there is no row either.
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).waitFor({ state: 'detached' });
  await row().waitFor({ state: 'detached' });
  const before = got.length;
  await handOff();
  await page.getByLabel('State').selectOption('In any state');
  await page.getByRole('button', { name: /^crm/ }).first().waitFor();
  expect(got).toHaveLength(before);
  expect(troubles.filter((trouble) => !trouble.includes('422'))).toEqual([]);
});
