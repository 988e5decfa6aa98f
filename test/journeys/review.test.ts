// Journey 7, first half: a manager opens the review by keys alone, changes the period, narrows it down to a source, opens
// a number, a bar, a row and a cell to its leads, and gives the address to somebody else, who sees the same; and the
// numbers hang on the wall.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { desk, expectCalm } from './gate-pages.ts';
import { sendDemo } from './send-demo.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
  const { url } = stack.instance;
  for (const [name, source] of [
    ['Ada Byron', 'google'],
    ['Grace Hopper', 'google'],
    ['Joan Clarke', 'linkedin'],
  ] as const) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@engines.example`;
    await sendDemo(url, { email, name }, { visit: { url, utm_source: source } });
  }
});

afterAll(async () => {
  await stack.close();
});

test(
  'a manager narrows the numbers down, opens one to its leads, and shares what they see',
  { timeout: 120_000 },
  async () => {
    const { page, troubles } = await stack.newEditor({ viewport: desk });
    await page.goto(`${stack.instance.url}/inbox`);
    await page.getByRole('link', { name: 'Review' }).press('Enter', { timeout: 30_000 });
    const volume = page.getByRole('region', { name: 'Qualified volume' });
    await volume.getByText('3', { exact: true }).first().waitFor({ timeout: 30_000 });
    await expectCalm(page);
    await page.setViewportSize(desk);

    const period = page.getByLabel('Period');
    await period.focus();
    await page.keyboard.type('This');
    await expect.poll(() => page.url()).toContain('span=this-month');
    await page.getByRole('button', { name: 'Filters' }).press('Enter');
    await page.getByLabel('Source', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.url()).toContain('source=google');
    await volume.getByText('2', { exact: true }).first().waitFor();

    await volume.getByRole('button', { name: 'Open Qualified volume' }).press('Enter');
    const behind = page.getByRole('dialog', { name: 'Qualified volume: what is behind it' });
    await behind.getByRole('link', { name: 'Grace Hopper' }).waitFor();
    expect(await behind.getByRole('listitem').count()).toBe(2);
    await expectCalm(page);
    await page.setViewportSize(desk);
    const shared = page.url();
    await page.keyboard.press('Escape');
    await expect.poll(() => behind.count()).toBe(0);

    await volume.getByRole('button', { name: 'Qualified volume as a table' }).press('Enter');
    await volume.getByRole('row', { name: /google: 2/ }).waitFor();

    const other = await stack.newEditor({ viewport: desk });
    await other.page.goto(shared);
    await other.page
      .getByRole('dialog', { name: 'Qualified volume: what is behind it' })
      .getByRole('link', { name: 'Grace Hopper' })
      .press('Enter');
    await other.page.waitForURL('**/inbox/lead_*');
    await other.page.getByRole('heading', { name: 'Grace Hopper' }).waitFor();
    expect([...troubles, ...other.troubles]).toEqual([]);
  },
);

test(
  'bars, rows and cells open to their leads by keys alone, and whoever gets the address sees the same',
  { timeout: 120_000 },
  async () => {
    const { page, troubles } = await stack.newEditor({ viewport: desk });
    await page.goto(`${stack.instance.url}/review/funnel`);
    const funnel = page.getByRole('region', { name: 'From step to step' });
    // What somebody waits for who has nothing but keys: the picture is one stop, arrows go through it.
    await funnel.getByRole('button', { name: 'Lead · 3' }).focus();
    await page.keyboard.press('ArrowDown');
    const mql = funnel.getByRole('button', { name: /^MQL · 3: / });
    await expect.poll(() => mql.evaluate((mark) => mark === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    const behind = page.getByRole('dialog', { name: 'Lead → MQL: took the step' });
    await behind.getByText('3 in all').waitFor();
    expect(await behind.getByRole('listitem').count()).toBe(3);
    expect(page.url()).toContain('open=step.mql.taken');
    await expectCalm(page);
    await page.setViewportSize(desk);
    const shared = page.url();
    await page.keyboard.press('Escape');
    await expect.poll(() => mql.evaluate((mark) => mark === document.activeElement)).toBe(true);
    expect(page.url()).not.toContain('open=');
    await expectCalm(page);
    await page.setViewportSize(desk);

    await page.getByRole('link', { name: 'Speed' }).press('Enter');
    const missed = page.getByRole('region', { name: 'Missed by person' });
    await missed.getByRole('button', { name: /0 of / }).first().press('Enter');
    await page.getByRole('dialog', { name: /^Deadlines of / }).waitFor();
    await page.keyboard.press('Escape');
    const week = page.getByRole('region', { name: 'When leads come, and who is there' });
    await week.getByRole('button', { name: /: 3 came/ }).press('Enter');
    const came = page.getByRole('dialog', { name: /^Leads that came on / });
    await came.getByText(/^3 in all: 3 when /).waitFor();
    await page.keyboard.press('Escape');
    // Sized for a finger on a phone is the table, whose rows open too.
    await week.getByRole('button', { name: 'When leads come, and who is there as a table' }).press('Enter');
    const hour = week.getByRole('row', { name: /, \d\d:00 3 3 / });
    await hour.getByRole('button').press('Enter');
    await came.waitFor();

    // On paper and for those who ask for stillness it is the picture alone.
    await page.goto(`${stack.instance.url}/review/funnel`);
    await funnel.getByRole('button', { name: 'Lead · 3' }).waitFor();
    await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
    expect(await funnel.getByRole('button').count()).toBe(0);
    expect(await funnel.locator('svg:has(pattern)').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);

    const other = await stack.newEditor({ viewport: desk });
    await other.page.goto(shared);
    await other.page
      .getByRole('dialog', { name: 'Lead → MQL: took the step' })
      .getByRole('link', { name: 'Grace Hopper' })
      .waitFor();
    await other.page.goto(`${stack.instance.url}/review/speed?open=missed.hour.99`);
    await other.page.getByRole('region', { name: 'First answer' }).waitFor();
    expect(await other.page.getByRole('dialog').count()).toBe(0);
    expect([...troubles, ...other.troubles]).toEqual([]);
  },
);

test(
  'the report leads to what is to be decided, and is printed without the rest',
  { timeout: 120_000 },
  async () => {
    const { page, troubles } = await stack.newEditor({ viewport: desk });
    await page.goto(`${stack.instance.url}/review/alerts`);
    await page.getByRole('group', { name: 'Alerts, by mail' }).waitFor();
    await expectCalm(page);
    await page.setViewportSize(desk);
    await page.getByRole('link', { name: 'Weekly report' }).press('Enter');
    await page.getByRole('heading', { name: 'For the meeting' }).waitFor();
    await expectCalm(page);
    await page.setViewportSize(desk);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Open questions between the teams' }).isVisible()).toBe(
      true,
    );
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: /^Qualified volume: 0 · target / }).press('Enter');
    await page.getByRole('dialog', { name: 'Qualified volume: what is behind it' }).waitFor();
    expect(page.url()).toMatch(/from=\d{4}-\d\d-\d\d&to=/);
    expect(troubles).toEqual([]);
  },
);

test('the numbers hang on the wall, and Escape takes them down', { timeout: 60_000 }, async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/review`);
  await page.getByRole('link', { name: 'Big screen' }).click({ timeout: 30_000 });
  await page.getByText('Escape leaves').waitFor();
  await expectCalm(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const numeral = page.getByRole('region').or(page.locator('section')).getByText('3', { exact: true });
  const { height = 0 } = (await numeral.first().boundingBox()) ?? {};
  // Read from five metres on a screen of a metre: a tenth of its height.
  expect(height).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await page.getByLabel('Period').waitFor();
  expect(troubles).toEqual([]);
});

test('on the wall no number leaves its tile, however many words it takes', { timeout: 60_000 }, async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.route('**/api/review/numbers?**', async (route) => {
    const response = await route.fetch();
    const told = Object(await response.json());
    for (const number of told.numbers) number.value = number.unit === 'share' ? 1 : 12_345.6;
    await route.fulfill({ response, json: told });
  });
  await page.goto(`${stack.instance.url}/review?big=true`);
  await page.getByText('Escape leaves').waitFor({ timeout: 30_000 });
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    const widest = await page
      .locator('section')
      .evaluateAll((tiles) => tiles.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(widest).toEqual(Array.from({ length: 7 }, () => 0));
  }
  expect(troubles).toEqual([]);
});

test('an address that says nonsense shows what it can', { timeout: 60_000 }, async () => {
  const { page, troubles } = await stack.newEditor();
  await page.goto(
    `${stack.instance.url}/review/money?span=never&model=best&channel=1&by=zebra&from=2026-99-99`,
  );
  await page.getByLabel('Attribution').waitFor();
  expect(await page.getByLabel('Period').inputValue()).toBe('month');
  expect(await page.getByLabel('Attribution').inputValue()).toBe('first');
  await page.goto(`${stack.instance.url}/ledger?days=never`);
  await page.getByRole('heading', { name: 'Ledger' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Days' }).inputValue()).toBe('30');
  expect(troubles).toEqual([]);
});
