// Boxes by the dozen, found by typing.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriers } from '../../../test/access.ts';
import { visit } from '../../../test/browser.ts';
import { publish } from '../../../test/forms.ts';
import { siteOf } from '../../../test/site.ts';

const tools = [
  'Airtable',
  'Asana',
  'Basecamp',
  'Café Pilot',
  'ClickUp',
  'Confluence',
  'Figma',
  'GitHub',
  'GitLab',
];
const more = [
  'HubSpot',
  'Jira',
  'Linear',
  'Miro',
  'Notion',
  'Pipedrive',
  'Salesforce',
  'Slack',
  'Trello',
  'Zapier',
];
const named = [...tools, ...more].map((label, index) => ({ id: `t${index}`, label }));
const options = [...named, { id: 'other', label: 'Other' }];

const site = siteOf(
  publish({
    steps: [
      {
        id: 'you',
        title: 'You',
        fields: [
          { id: 'name', kind: 'text', label: 'Name' },
          { id: 'tools', kind: 'choices', label: 'Tools', options, required: true },
          { id: 'after', kind: 'text', label: 'After' },
        ],
      },
    ],
  }),
);

async function open(path = '/'): Promise<Page> {
  const { page } = await visit(site().browser, `${site().website.url}${path}`);
  await page.getByLabel('Name').focus();
  await search(page).waitFor();
  return page;
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search: Tools' });
const inSight = async (page: Page): Promise<string[]> =>
  (await page.locator('.option').filter({ visible: true }).allInnerTexts()).map((text) => text.trim());

test.each(['/', '/f/demo'])(
  'what is typed leaves the boxes that hold it, what is ticked, and Other: %s',
  async (path) => {
    const page = await open(path);
    await page.getByLabel('Trello').check();
    await search(page).fill('CAFE');
    expect(await inSight(page)).toEqual(['Café Pilot', 'Trello', 'Other']);
    await page.getByText('Found: 1', { exact: true }).waitFor();
    await search(page).fill('xyz');
    expect(await inSight(page)).toEqual(['Trello', 'Other']);
    await page.getByText('Nothing found').waitFor();
    await search(page).fill('');
    expect(await inSight(page)).toHaveLength(options.length);
    expect(await page.getByText('Found').count()).toBe(0);
  },
);

test('what is sent is what was ticked, whatever was searched, and what was typed to search is no answer', async () => {
  const page = await open();
  await search(page).fill('git');
  await page.getByLabel('GitLab').check();
  await search(page).fill('mir');
  // The return key sends nothing from here.
  await search(page).press('Enter');
  await page.getByLabel('Miro').check();
  await page.getByLabel('Miro').press('Tab');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => site().website.submissions.at(-1)?.['answers']).toEqual({ tools: ['t8', 't12'] });
});

test('nothing moves: not when it comes, not while it is typed into, not when all come back', async () => {
  const { page } = await visit(site().browser, site().website.url);
  const top = async () => (await page.getByLabel('After').boundingBox())?.y;
  const first = async () => (await page.getByLabel('Airtable').boundingBox())?.y;
  await page.getByLabel('Name').waitFor();
  const before = [await top(), await first()];
  await page.getByLabel('Name').focus();
  await search(page).waitFor();
  expect([await top(), await first()]).toEqual(before);
  await search(page).fill('asana');
  expect(await top()).toBe(before[0]);
  await page.getByLabel('After').click();
  expect([await top(), await first()]).toEqual(before);
});

test('who sends without an answer is led to the boxes, though a search had hidden them', async () => {
  const page = await open();
  await search(page).fill('zapier');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.getByLabel('Airtable').evaluate((box) => box.matches(':focus'))).toBe(true);
  expect(await inSight(page)).toHaveLength(options.length);
  await search(page).fill('zapier');
  await search(page).press('Escape');
  expect(await search(page).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Send' }).focus();
});

test.each([{}, { colorScheme: 'dark' }] as const)('nobody is kept out: %j', async (options) => {
  const { page } = await visit(site().browser, `${site().website.url}/f/demo`, {
    viewport: { width: 320, height: 700 },
    ...options,
  });
  await page.getByLabel('Name').focus();
  await search(page).fill('a');
  expect(await barriers(page)).toEqual([]);
});

test('what is typed before it has come is searched once it has, and sends nothing meanwhile', async () => {
  const { page } = await visit(site().browser, site().website.url);
  let letIn = (): void => undefined;
  const isLetIn = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route('**/parts/sift.js*', async (route) => {
    await isLetIn;
    await route.continue();
  });
  await search(page).fill('slack');
  await search(page).press('Enter');
  expect(await page.getByText('Please answer this.').count()).toBe(0);
  expect(await inSight(page)).toHaveLength(options.length);
  letIn();
  await page.getByText('Found: 1', { exact: true }).waitFor();
  expect(await inSight(page)).toEqual(['Slack', 'Other']);
});

test('without a script there is nothing to type into, and every box is there', async () => {
  const context = await site().browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site().website.url}/f/demo`);
  expect(await inSight(page)).toHaveLength(options.length);
  expect(await page.getByRole('searchbox').count()).toBe(0);
});
