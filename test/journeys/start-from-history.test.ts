// From a spreadsheet of past leads to what they say: columns are named, wrong rows are told, a lost connection and
// a reload lose and double nothing, what was won says which points and how sure they are, and becomes a first agreement.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { desk, expectCalm } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => {
  await stack.close();
});

const sizes = ['Up to 49 people', '50–249 people', '250–999 people', '1,000 people or more'];
const plans = ['Starter', 'Team', 'None'];

/** Large companies are won far more often, and those that a fair brought a little. */
function pastLeads(many: number): string {
  let seed = 11;
  const chance = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const lines = Array.from({ length: many }, (_, index) => {
    const size = Math.floor(chance() * sizes.length);
    const source = chance() < 0.3 ? 'fair' : 'google';
    const won = chance() < 0.08 + size * 0.16 + (source === 'fair' ? 0.12 : 0);
    const stage = won ? 'Closed Won' : chance() < 0.4 ? 'Disqualified' : 'Closed Lost';
    const date = `${String(1 + (index % 28)).padStart(2, '0')}.0${1 + (index % 9)}.2025`;
    const cells = [index, `past${index}@firm${index}.example`, sizes[size], plans[index % 3], stage];
    return [...cells, date, `${date} 15:30`, source, index % 2 === 0 ? '"Kim; Sales"' : 'Kim'].join(';');
  });
  lines[10] = '10;nobody;50–249 people;Team;Closed Won;01.02.2025;;google;Kim';
  lines[20] = '20;past20@firm20.example;50–249 people;Team;Closed Won;45.02.2025;;google;Kim';
  lines[30] = ';past30@firm30.example;50–249 people;Team;Closed Lost;01.02.2025;;google;Kim';
  lines[40] = '40;past40@firm40.example;50–249 people;Team;Closed Lost;01.02.2031;;google;Kim';
  const header =
    'Record ID;Contact;Company size;Plan;Lead status;Create date;First contacted;Lead source;Owner';
  // As spreadsheets write it: a byte-order mark, and lines that end in two signs.
  return `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
}

test('a spreadsheet by another name is refused kindly', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/review/start`);
  await page.getByText('Choose a CSV, or drop it here').waitFor();
  const file = {
    name: 'leads.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]),
  };
  await page.getByLabel('Choose a CSV').setInputFiles(file);
  await page.getByRole('alert').getByText('This is a spreadsheet (.xlsx)').waitFor();
  await expectCalm(page);
  expect(troubles).toEqual([]);
}, 120_000);

test('past leads come in, and say where one starts from', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/review/start`);
  await page.getByRole('heading', { name: 'Start from history' }).waitFor();
  const step = page.getByRole('link', { name: /^Bring in past leads/ });
  await step.getByText(', to do').waitFor({ state: 'attached' });

  const buffer = Buffer.from(pastLeads(600));
  await page.getByLabel('Choose a CSV').setInputFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer });
  const says = (column: string) => page.getByLabel(`What ${column} says`, { exact: true });
  await says('Contact').waitFor();
  expect(await says('Contact').inputValue()).toBe('attribute:email');
  expect(await says('Lead status').inputValue()).toBe('outcome');
  expect(await says('Create date').inputValue()).toBe('time:created');
  expect(await says('First contacted').inputValue()).toBe('time:contacted');
  expect(await page.getByLabel('How days are written').inputValue()).toBe('dmy');
  expect(await page.getByLabel('What Disqualified stands for').inputValue()).toBe('rejected');
  // A column that nothing here asks for yet becomes an attribute.
  await says('Plan').selectOption('new:choice');
  await expectCalm(page);
  await page.setViewportSize(desk);

  await page.getByRole('button', { name: 'Look at all 600 rows' }).click();
  await page
    .getByText('596 of 600 rows can be taken; 4 cannot, and are left out.')
    .waitFor({ timeout: 60_000 });
  const faults = page.getByRole('list', { name: 'Rows that cannot be taken' });
  expect(await faults.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^Line 12\s+Contact: “nobody” is not an e-mail address$/),
    expect.stringMatching(/^Line 22\s+Create date: “45\.02\.2025” is not a day/),
    expect.stringMatching(/^Line 32\s+Record ID: it is missing$/),
    expect.stringMatching(/^Line 42\s+Create date: “01\.02\.2031” has not happened yet$/),
  ]);

  // The first piece is taken, but nobody hears of it; then nothing goes through at all, and the page is loaded anew.
  let pieces = 0;
  await page.route('**/api/history/*/rows', async (route) => {
    pieces += 1;
    if (pieces === 1) await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Import 596 past leads' }).click();
  await page.getByText('Baton cannot be reached. It goes on by itself').waitFor();
  await page.unroute('**/api/history/*/rows');
  await page.reload();
  await page.getByText(/596 taken, 4 left out/).waitFor({ timeout: 60_000 });
  // What the browser itself says of a lost connection.
  expect(troubles.filter((trouble) => !trouble.includes('ERR_FAILED'))).toEqual([]);
  troubles.length = 0;

  await step.getByText(', done').waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: 'Where you start from' }).waitFor();
  await page.getByText(/of 596 whose outcome is known/).waitFor();
  await page.getByText('Median of 596 that tell it').waitFor();
  await page.getByRole('button', { name: 'Won by source as a table' }).click();
  await page.getByRole('rowheader', { name: 'google' }).waitFor();
  await page.getByRole('button', { name: 'See what the past suggests' }).click();
  await page.getByText(/it puts the won one first \d+% of the time/).waitFor({ timeout: 60_000 });
  await page
    .getByRole('rowheader', { name: /Company size is 1,000/ })
    .first()
    .waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);
  // One is in force here, which a first one would throw away.
  expect(await page.getByRole('button', { name: /draft/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Calibrate it' }).click();
  await page.waitForURL('**/review/calibration*');
  await page.getByRole('heading', { name: 'Calibration' }).waitFor();
  expect(troubles).toEqual([]);
}, 120_000);

test('nobody was told of the past, and what came in is taken back', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  const deliveries = await page.request.get(`${stack.instance.url}/api/deliveries`);
  expect(await deliveries.json()).toMatchObject({ deliveries: [] });
  await page.goto(`${stack.instance.url}/review/start`);
  await page.getByRole('button', { name: 'Take back crm.csv' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('taken back', { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Where you start from' }).waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
}, 120_000);

test('a first agreement is made of the past, and the first thirty days tick themselves', async () => {
  // Nothing has been agreed on, so there is nobody to hand anything to either.
  const fresh = await startEditorStack([], (demo) => ({ ...demo, agreement: undefined, forms: [] }));
  try {
    const { page, troubles } = await fresh.newEditor({ viewport: desk });
    await page.goto(`${fresh.instance.url}/review/start`);
    const step = (name: string, state: 'to do' | 'done') =>
      page.getByRole('link', { name: new RegExp(`^${name}\\s*, ${state}`) }).waitFor({ timeout: 30_000 });
    await step('Bring in past leads', 'to do');
    await step('Draft the agreement', 'to do');
    const buffer = Buffer.from(pastLeads(600));
    await page.getByLabel('Choose a CSV').setInputFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Look at all 600 rows' }).click({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Import 596 past leads' }).click({ timeout: 60_000 });
    await page.getByText(/596 taken, 4 left out/).waitFor({ timeout: 60_000 });
    await step('Bring in past leads', 'done');

    await page.getByRole('button', { name: 'See what the past suggests' }).press('Enter');
    const make = page.getByRole('button', { name: 'Make it the draft' });
    await make.waitFor({ timeout: 60_000 });
    await expectCalm(page);
    await page.setViewportSize(desk);
    await make.press('Enter');
    await page.getByRole('status').getByText('It is the draft now.').waitFor({ timeout: 30_000 });
    // Nobody ticks it, and nobody has to load the page anew.
    await step('Draft the agreement', 'done');
    await step('Propose it', 'to do');
    await page.getByRole('link', { name: 'Read the draft' }).press('Enter');
    await page.waitForURL('**/agreement*');
    await page
      .getByText(/Company size is 1,000/)
      .first()
      .waitFor({ timeout: 30_000 });

    // In the inbox each stands by when it came, marked as past.
    await page.goto(`${fresh.instance.url}/inbox?view=everything`);
    const rows = page.getByRole('row').filter({ hasText: 'firm' });
    await rows.first().waitFor();
    expect(await rows.first().innerText()).toMatch(/Past/);
    const came = await rows
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(came.length).toBeGreaterThan(5);
    expect(came).toEqual(came.toSorted().toReversed());
    await expectCalm(page);
    expect(troubles).toEqual([]);
  } finally {
    await fresh.close();
  }
}, 180_000);
