// Somebody imports the companies that they want, and from then on a lead of one of them goes to its owner, with list and
// tier beside its name.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { sendDemo } from './send-demo.ts';
import { expectCalm } from './gate-pages.ts';

let stack: EditorStack;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  stack = await startEditorStack();
  ({ page, troubles } = await stack.newEditor());
});

afterAll(() => stack.close());

const send = (email: string): Promise<void> => sendDemo(stack.instance.url, { email });

test('a list is imported with its columns guessed, and what cannot be taken is told by line', async () => {
  const { people } = await ownersOf();
  const csv = [
    'Account,Website,Tier,Account owner',
    `Analytical Engines,https://www.engines.example/about,A,${people[1]}`,
    'Looms,looms.example,B,',
    'Somebody,gmail.com,B,',
    'Stranger,stranger.example,B,nobody@nowhere.example',
  ].join('\n');
  await page.goto(`${stack.instance.url}/companies`);
  await page.getByText('No company yet').waitFor();
  await page.getByRole('button', { name: 'Import list' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('File').setInputFiles({
    name: 'Enterprise.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await page.getByRole('cell', { name: 'Analytical Engines' }).waitFor();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Domain or website').inputValue()).toBe('Website');
  expect(await dialog.getByLabel('Company name').inputValue()).toBe('Account');
  expect(await dialog.getByLabel('Account tier').inputValue()).toBe('Tier');
  expect(await dialog.getByLabel('Owner’s e-mail').inputValue()).toBe('Account owner');
  expect(await dialog.getByLabel('Put them on the list').inputValue()).toBe('Enterprise');
  await expectCalm(page);
  await page.getByRole('button', { name: 'Import 4 rows' }).click();
  await page.getByText('2 added.').waitFor();
  await page.getByText('Anybody may have a mailbox at gmail.com: it is no company.').waitFor();
  await page.getByText('nobody@nowhere.example is nobody of this workspace.').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: /Looms/ }).waitFor();
});

test('a lead of such a company goes to the account’s owner and is shown with list and tier', async () => {
  const { people, names } = await ownersOf();
  await send('ada@mail.engines.example');
  await page.getByLabel('List').selectOption({ label: 'Enterprise (2)' });
  await page.reload();
  await page.getByText('1 of 2 accounts reached.').waitFor();
  const row = page.getByRole('link', { name: /Analytical Engines/ });
  await row.getByText('Enterprise · A').waitFor();
  await row.getByText('MQL').waitFor();
  await expectCalm(page);
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Analytical Engines' }).waitFor();
  const person = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await person.getByText('Ada Byron').waitFor();
  await person.getByText(names[1] ?? '').waitFor();
  await page.getByText('by the target account').waitFor();
  await expectCalm(page);
  const answer = await page.request.get(
    `${stack.instance.url}/api/leads?email=${encodeURIComponent('ada@mail.engines.example')}`,
  );
  expect(await answer.json()).toMatchObject({
    leads: [
      {
        owner: { email: people[1] },
        attributes: { target_list: 'Enterprise', target_tier: 'A' },
      },
    ],
  });
});

test('one is changed, a list is removed after a question, and nothing was complained of', async () => {
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Account tier').fill('Strategic');
  await page.keyboard.press('Enter');
  await page.getByText('Enterprise · Strategic').waitFor();
  await page.goto(`${stack.instance.url}/companies?list=Enterprise`);
  await page.getByRole('button', { name: 'Remove list' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('link', { name: /Looms/ }).waitFor({ state: 'detached' });
  const left = page.getByRole('link', { name: /engines\.example/ });
  await left.waitFor();
  // What was known of it stands there until it is asked for anew.
  await expect.poll(() => left.textContent()).not.toContain('Enterprise');
  expect(troubles).toEqual([]);
});

/** Sales of the demo, as its document has them. */
async function ownersOf(): Promise<{
  readonly people: readonly string[];
  readonly names: readonly string[];
}> {
  const answer = await page.request.get(`${stack.instance.url}/api/workspace`);
  const document: { people: { email: string; name: string; party: string }[] } = await answer.json();
  const sales = document.people.filter(({ party }) => party === 'sales');
  return { people: sales.map(({ email }) => email), names: sales.map(({ name }) => name) };
}
