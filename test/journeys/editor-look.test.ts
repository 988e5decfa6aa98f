// How a form looks and speaks, and what it asks consent for: set by a marketer in a real browser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';
import { desk, draftOf } from './newsletter-form.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

test('a colour that cannot be read says why, and one press makes it readable', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/theme`);
  await page.getByLabel('Accent', { exact: true }).fill('ffee00');
  await page.getByText('1.2 : 1 against the background. To be read it takes 3 : 1.').waitFor();
  await expectCalm(page);
  await expect
    .poll(async () => (await draftOf(stack, 'demo')).issues)
    .toMatchObject([{ code: 'low_contrast' }]);
  await page.setViewportSize(desk.viewport);
  await page.getByRole('button', { name: 'Use #a2970c' }).click();
  await expect
    .poll(async () => draftOf(stack, 'demo'))
    .toMatchObject({ issues: [], document: { theme: { accent: '#a2970c' } } });
  const button = page.getByRole('figure', { name: 'On a light page' }).locator('.send').first();
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(162, 151, 12)',
  );
  await page.getByRole('button', { name: 'Midnight' }).click();
  await expectCalm(page);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect
    .poll(async () => draftOf(stack, 'demo'))
    .toMatchObject({ document: { theme: { accent: '#a2970c' } } });
  expect(troubles).toEqual([]);
});

test('what visitors agree to is seen as they see it, and a tick is kept of the lead', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/consent`);
  await page.getByLabel('What visitors agree to').fill('We use this to call you back.');
  await page.getByLabel('A box of its own').check();
  await page.getByLabel('Where it can be read').fill('http://rampline.example/privacy');
  await page.getByText('A whole address that begins with https://.').waitFor();
  await page.getByLabel('Where it can be read').fill('https://rampline.example/privacy');
  await page.getByLabel('Ask whether you may write to them').check();
  await page.getByRole('button', { name: 'Create “May be written to”' }).click();
  await expect.poll(() => page.getByLabel('A tick is kept').inputValue()).toBe('marketing_consent');
  const seen = page.getByRole('figure').locator('form.baton');
  expect(await seen.locator('.consent').allInnerTexts()).toEqual([
    'We use this to call you back. Privacy policy *',
    'You may write to me about products and events. I can stop it at any time.',
  ]);
  expect(await seen.locator('input[type=checkbox]:checked').count()).toBe(0);
  await page.getByLabel('Sent too soon').check();
  await page.getByLabel('Sent too soon to be typed: seconds').fill('5');
  await page.getByLabel('A sum for the browser').check();
  await page.getByLabel('Cloudflare Turnstile').check();
  await page.getByText('BATON_TURNSTILE_SECRET').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.getByLabel('Cloudflare Turnstile').uncheck();
  await page.getByText('After consent').click();
  await expect
    .poll(async () => draftOf(stack, 'demo'))
    .toMatchObject({
      issues: [],
      document: {
        consent: { required: true, marketing: { attribute: 'marketing_consent' } },
        protection: { minSeconds: 5, proofOfWork: true },
        journal: 'consent',
      },
    });
  expect(troubles).toEqual([]);
});

test('a language is added by name, filled in by keyboard and in a spreadsheet, and asked for before it goes', async () => {
  const { page, troubles } = await stack.newEditor({ ...desk, acceptDownloads: true });
  await page.goto(`${stack.instance.url}/forms/demo/translations`);
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByPlaceholder('German, Español, pt-BR').fill('hebr');
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hebrew' }).waitFor();
  const missing = page.getByRole('status').filter({ hasText: 'missing' });
  const before = Number.parseInt(await missing.innerText(), 10);

  // By keyboard from one that is missing to the next.
  await page.getByRole('button', { name: 'Next missing' }).press('Enter');
  await page.keyboard.type('בקשת הדגמה');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('עליך');
  await missing.filter({ hasText: String(before - 2) }).waitFor();
  const title = page.getByLabel('Title of the step: About you');
  expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await page.getByLabel('Missing only').check();
  await expect.poll(() => page.getByLabel('Name of the form: Request a demo').count()).toBe(0);
  await page.getByLabel('Missing only').uncheck();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);

  const menu = page.getByRole('button', { name: 'More about Hebrew' });
  await menu.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('demo-he.csv');
  const chunks = await (await download.createReadStream()).toArray();
  const sheet = Buffer.concat(chunks).toString('utf8');
  expect(sheet).toMatch(/^steps\/\w+\/title,About you,Title of the step,About you,עליך\r$/m);
  const filled = `${sheet
    .replace(/^(fields\/email\/label,.*,)\r$/m, '$1דוא״ל\r')
    .replace('עליך', 'קצת עליך')}fields/gone/label,Nowhere,Question,Gone,הלך\r\n`;

  await menu.click();
  await page.getByRole('menuitem', { name: 'Import a CSV' }).click();
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'demo-he.csv', mimeType: 'text/csv', buffer: Buffer.from(filled) });
  await page.getByText('2 texts would change.').waitFor();
  await page.getByText(`line ${filled.trimEnd().split('\r\n').length}: fields/gone/label`).waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.getByRole('button', { name: 'Take 2 texts' }).click();
  await expect.poll(() => page.getByLabel('Question: Work e-mail').inputValue()).toBe('דוא״ל');
  expect(await title.inputValue()).toBe('קצת עליך');
  await missing.filter({ hasText: String(before - 3) }).waitFor();

  // What the button says in the form's own language.
  await page.getByRole('button', { name: /^English/ }).click();
  await page.getByLabel('Button: Send').fill('Ask for it');
  await expect
    .poll(async () => draftOf(stack, 'demo'))
    .toMatchObject({
      issues: [],
      document: {
        translations: {
          he: { name: 'בקשת הדגמה', fields: { email: { label: 'דוא״ל' } } },
          en: { texts: { send: 'Ask for it' } },
        },
      },
    });

  await page.getByRole('button', { name: /^Hebrew/ }).click();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Remove Hebrew' }).click();
  await page.getByText('3 texts go with it.').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect.poll(async () => JSON.stringify(await draftOf(stack, 'demo'))).toContain('דוא״ל');
  expect(troubles).toEqual([]);
});
