// Sales' side in a real browser on the real worker: a newcomer sends the form on a website, stands in the inbox without a
// reload, and is answered by keys alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { leadView } from '../desk/views.ts';
import { fillDemoForm } from './demo-form.ts';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { desk, expectCalm, phone } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => {
  await stack.close();
});

async function stageOf(email: string): Promise<string | undefined> {
  const answer = await stack.api(`/api/leads?email=${encodeURIComponent(email)}`);
  return z.object({ leads: z.array(leadView) }).parse(await answer.json()).leads[0]?.stage;
}

async function send(email: string, name: string): Promise<void> {
  const page = await stack.newPage();
  await page.goto(`${stack.website}/demo`);
  await fillDemoForm(page, email, name);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await page.context().close();
}

function row(page: Page, name: string) {
  return page.getByRole('link', { name });
}

test('a newcomer stands in the inbox by themselves, is accepted by a key, taken back, and rejected with a reason', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.clock.install();
  await page.goto(`${stack.instance.url}/inbox`);
  await page.getByRole('heading', { name: 'No lead has come yet' }).waitFor();
  // The page's clock stands still until then, so that a busy machine makes no difference.
  await page.clock.pauseAt(Date.now() + 60_000);
  const email = 'ada@engines.example';
  await send(email, 'Ada Lovelace');
  const asking = page.waitForRequest((request) => request.url().includes('/api/inbox?'));
  await page.clock.runFor(1_000);
  await asking;
  await page.clock.resume();
  await row(page, 'Ada Lovelace').waitFor();

  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Ada Lovelace');
  // Pressed twice, it is one verdict, and nobody is told that they were too late for themselves.
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.getByText('Ada Lovelace accepted').waitFor();
  expect(await stageOf(email)).toBe('sal');
  await page.getByRole('heading', { name: 'Everybody has been answered' }).waitFor();
  expect(await page.getByText('was faster').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await row(page, 'Ada Lovelace').waitFor();
  expect(await stageOf(email)).toBe('mql');

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'Lead' });
  await card.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
  const points = await card
    .getByRole('region', { name: 'Score' })
    .getByRole('cell', { name: /^[+−]/ })
    .allInnerTexts();
  const total = await card
    .getByRole('row', { name: /^Total/ })
    .getByRole('cell')
    .innerText();
  expect(points.length).toBeGreaterThan(2);
  expect(points.reduce((sum, one) => sum + Number(one.replace('−', '-')), 0)).toBe(Number(total));
  await card.getByText('How many people work there?').waitFor();
  await card.getByText(/^Handed to/).waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Ada Lovelace rejected').waitFor();
  expect(await stageOf(email)).toBe('lead');
  await card.locator('header').getByText('Rejected', { exact: true }).waitFor();
  await card.getByRole('region', { name: 'Handoff' }).getByText('Rejected', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
});

test('an accepted lead goes on step by step, and a doubt goes back to marketing with its field', async () => {
  await send('carl@gauss.example', 'Carl Gauss');
  const { page, troubles } = await stack.newEditor({ viewport: phone });
  await page.goto(`${stack.instance.url}/inbox`);
  await row(page, 'Carl Gauss').click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Contacted' }).click();
  await page.getByRole('button', { name: 'SQL' }).click();
  await page.getByRole('button', { name: 'Opportunity' }).click();
  await page.getByLabel('What it is worth').fill('12000');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('€12,000', { exact: true }).waitFor();
  expect(await stageOf('carl@gauss.example')).toBe('opportunity');
  await page.getByRole('button', { name: /^Industry/ }).click();
  await page.getByLabel('What is wrong with it?').fill('They build telegraphs.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('asks marketing').waitFor();
  await page.getByRole('link', { name: /back to the list/ }).click();
  await expect.poll(() => row(page, 'Carl Gauss').count()).toBe(0);
  await page.getByRole('link', { name: /^Accepted/ }).click();
  await row(page, 'Carl Gauss').waitFor();
  await expectCalm(page);
  expect(troubles).toEqual([]);
});

test('a row is dragged onto somebody, who has it then, and into nowhere, which changes nothing', async () => {
  await send('dora@drag.example', 'Dora Drag');
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/inbox?q=drag.example`);
  const strip = page.getByRole('region', { name: 'Give to' });
  const take = async (): Promise<void> => {
    const place = await row(page, 'Dora Drag').boundingBox();
    if (place === null) throw new Error('The row is out of sight.');
    await page.mouse.move(place.x + 10, place.y + 5);
    await page.mouse.down();
    await page.mouse.move(place.x + 60, place.y + 90, { steps: 4 });
    await strip.waitFor();
  };
  await row(page, 'Dora Drag').waitFor();
  await take();
  await page.mouse.up();
  await strip.waitFor({ state: 'detached' });
  await page.getByText('Left where it was.').waitFor({ state: 'attached' });
  await take();
  const place = await strip.getByRole('listitem').filter({ hasText: 'Sinéad Walsh' }).boundingBox();
  await page.mouse.move((place?.x ?? 0) + 20, (place?.y ?? 0) + 10, { steps: 4 });
  await page.getByText('Would go to Sinéad Walsh.').waitFor({ state: 'attached' });
  await page.mouse.up();
  await page.getByText('Dora Drag given to Sinéad Walsh').waitFor();
  await page.getByRole('cell', { name: 'Sinéad Walsh' }).waitFor();
  await expectCalm(page);
  expect(troubles).toEqual([]);
});

test('a table of leads is taken with its columns guessed, and one is added by hand', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/inbox?view=everything&q=fair.example`);
  await page.getByRole('heading', { name: 'No lead is like that' }).waitFor();
  await page.getByRole('button', { name: 'Add leads' }).click();
  await page.getByRole('menuitem', { name: 'Import a table' }).click();
  const csv = [
    'Full Name;Work E-Mail;Account Name;Country;Badge',
    'Fay Fair;fay@fair.example;Fair & Co;Germany;1',
    'Broken;not-an-address;Fair & Co;Nowhere;2',
  ].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect.poll(() => page.getByLabel('Work E-Mail is').inputValue()).toBe('email');
  expect(await page.getByLabel('Country is').inputValue()).toBe('country');
  expect(await page.getByLabel('Badge is').inputValue()).toBe('');
  await page.getByLabel('Which event').fill('Spring fair');
  await expectCalm(page);
  await page.setViewportSize(desk);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('1 taken').waitFor();
  await page.getByText('Country: “Nowhere” is no country.').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await row(page, 'Fay Fair').waitFor();

  await page.getByRole('button', { name: 'Add leads' }).click();
  await page.getByRole('menuitem', { name: 'Add one by hand' }).click();
  await page.getByLabel('E-mail', { exact: true }).fill('guy@fair.example');
  await page.getByLabel('Name', { exact: true }).fill('Guy Fair');
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'Lead' });
  await card.getByRole('heading', { name: 'Guy Fair' }).waitFor();
  await card.getByText('Added by sales').first().waitFor();
  expect(troubles).toEqual([]);
});

test('what is asked for is the address, and many are answered at once', async () => {
  await send('eva@many.example', 'Eva One');
  await send('eve@many.example', 'Eve Two');
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/inbox`);
  await row(page, 'Eve Two').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('many.example one');
  await page.waitForURL(/q=many\.example/);
  await expect.poll(() => page.locator('[data-lead]').count()).toBe(1);
  await page.reload();
  await row(page, 'Eva One').waitFor();
  expect(await page.locator('[data-lead]').count()).toBe(1);
  await page.getByRole('searchbox').fill('many.example');
  await row(page, 'Eve Two').waitFor();
  await page.keyboard.press('Tab');
  await row(page, 'Eve Two').focus();
  const giving = page.waitForResponse((answer) => answer.url().endsWith('/assign'));
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Person' }).waitFor();
  await page.keyboard.type('Sin');
  await page.keyboard.press('Enter');
  expect((await giving).status()).toBe(200);
  await page.getByText('Eve Two given to Sinéad Walsh').waitFor();
  await page.getByRole('checkbox', { name: 'Select Eva One' }).check();
  await page.getByRole('checkbox', { name: 'Select Eve Two' }).check();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('2 leads accepted').waitFor();
  expect([await stageOf('eva@many.example'), await stageOf('eve@many.example')]).toEqual(['sal', 'sal']);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await row(page, 'Eve Two').waitFor();
  expect([await stageOf('eva@many.example'), await stageOf('eve@many.example')]).toEqual(['mql', 'mql']);
  expect(troubles).toEqual([]);
});

test('a view that asks for a team and a person who are gone says so, and is mended in one press', async () => {
  const night = 'nora@night.example';
  const asked = async (path: string, method: string, body: object = {}): Promise<number> =>
    (await stack.api(path, { method, body: JSON.stringify(body) })).status;
  expect(await asked(`/api/people/${night}`, 'PUT', { name: 'Nora Night', party: 'sales' })).toBe(200);
  expect(await asked('/api/teams/night', 'PUT', { name: 'Night shift', members: [night] })).toBe(200);
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/inbox?view=everything`);
  await page.getByRole('button', { name: 'Filter' }).click();
  const filters = page.getByRole('group', { name: 'Filters' });
  const keepAs = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Keep as a view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('link', { name }).waitFor();
  };
  await filters.getByLabel('Team').selectOption('Night shift');
  await keepAs('At night');
  await filters.getByLabel('Team').selectOption('Team: any');
  await filters.getByLabel('Owner').selectOption('Nora Night');
  await filters.getByLabel('Stage').selectOption('Accepted');
  await keepAs('Hers');
  expect(await page.getByRole('status').filter({ hasText: 'any more' }).count()).toBe(0);

  expect(await asked('/api/teams/night/remove', 'POST')).toBe(200);
  expect(await asked(`/api/people/${night}/remove`, 'POST')).toBe(200);
  await page.reload();
  const note = page.getByRole('status').filter({ hasText: 'any more' });
  await note.getByText(`“Hers” finds nothing. It asks for leads of ${night}, who is not in this`).waitFor();
  await expectCalm(page);
  expect(await filters.getByLabel('Owner').locator('option:checked').innerText()).toBe(`${night} (gone)`);
  await note.getByRole('button', { name: 'Take the filter out of this view' }).click();
  await note.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Hers', exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('owner')).toBe(null);

  await page.getByRole('link', { name: 'At night finds nothing' }).click();
  await note.getByText('“At night” finds nothing. It asks for leads of the team “night”').waitFor();
  await note.getByRole('button', { name: 'Remove this view' }).click();
  await page.getByRole('link', { name: 'At night' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('link', { name: 'Hers', exact: true }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('stage')).toBe('sal');
  expect(await page.getByRole('link', { name: 'At night' }).count()).toBe(0);
  expect(await note.count()).toBe(0);
  expect(troubles).toEqual([]);
}, 60_000);
