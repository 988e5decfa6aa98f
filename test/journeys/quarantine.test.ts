// What looks like a machine's, looked at by keys alone: released it is a lead like all others, the ledger adds up, and
// the person may have their data out and gone.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { desk, expectCalm } from './gate-pages.ts';
import { sendDemo } from './send-demo.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => {
  await stack.close();
});

/** As something does that fills in what people cannot see. */
const sendTrapped = (email: string, name: string): Promise<void> =>
  sendDemo(stack.instance.url, { email, name }, { trap: 'x' });

test('a suspect is released by a key and becomes a lead, another is confirmed, and what was learnt can be taken off', async () => {
  await sendTrapped('bot@spam.example', 'Buy Now');
  await sendTrapped('ada@engines.example', 'Ada Lovelace');
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/inbox`);
  await page.getByRole('link', { name: 'Quarantine 2 to look at' }).press('Enter');
  const ada = page.getByRole('article', { name: 'ada@engines.example' });
  await ada.getByText('Filled in a field that people cannot see').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);

  await page.keyboard.press('j');
  await expect.poll(() => ada.evaluate((row) => row === document.activeElement)).toBe(true);
  await page.keyboard.press('o');
  await ada.getByText('How many people work there?').waitFor();
  await page.keyboard.press('r');
  await page.getByText('ada@engines.example released: handed off').waitFor();
  const bot = page.getByRole('article', { name: 'bot@spam.example' });
  await expect.poll(() => bot.evaluate((row) => row === document.activeElement)).toBe(true);
  await page.keyboard.press('c');
  await page.getByText('bot@spam.example stays aside').waitFor();
  await page.getByRole('heading', { name: 'Nothing waits here' }).waitFor();
  await page.getByRole('link', { name: 'Quarantine', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Confirmed' }).click();
  await bot.getByText('confirmed by mara@rampline.example').waitFor();

  await page.getByRole('link', { name: 'Learnt' }).click();
  await page.getByText('Everybody at engines.example').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);
  await page.getByRole('button', { name: 'Suspect again: Everybody at engines.example' }).click();
  await expect.poll(() => page.getByText('Everybody at engines.example', { exact: true }).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('the ledger adds up before and after a person has their data out and is erased', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk, acceptDownloads: true });
  await page.goto(`${stack.instance.url}/ledger`);
  await page.getByText('It adds up').waitFor();
  const together = page.getByRole('row', { name: /^Together/ }).getByRole('cell');
  // The balance stands with the days; then accepted, handed off … quarantined … erased.
  expect(await together.allInnerTexts()).toEqual(['', '2', '1', '0', '0', '0', '1', '0', '0', '0', '0']);
  await expectCalm(page);
  await page.setViewportSize(desk);

  await page.goto(`${stack.instance.url}/inbox`);
  await page.getByRole('link', { name: 'Ada Lovelace' }).click();
  const menu = page.getByRole('button', { name: 'More to do with them' });
  await menu.press('Enter');
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export all that is kept' }).press('Enter');
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ tables: { leads: [{ email: 'ada@engines.example' }] } });

  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Erase this person' }).press('Enter');
  const erase = page.getByRole('button', { name: 'Erase for good' });
  await page.getByLabel('Type ada@engines.example to erase').fill('ada@engines');
  expect(await erase.isDisabled()).toBe(true);
  await expectCalm(page);
  await page.setViewportSize(desk);
  await page.getByLabel('Type ada@engines.example to erase').fill('ada@engines.example');
  await page.keyboard.press('Enter');
  await page.getByText(/^Erased for good: \d+ entries$/).waitFor();
  await page.getByRole('heading', { name: 'No lead has come yet' }).waitFor();
  await page.getByRole('link', { name: 'Ledger' }).click();
  await page.getByText('2 accepted, 1 of them erased').waitFor();
  await page.getByText('It adds up').waitFor();
  expect(await together.allInnerTexts()).toEqual(['', '2', '0', '0', '0', '0', '1', '0', '0', '0', '1']);
  expect(troubles).toEqual([]);
});
