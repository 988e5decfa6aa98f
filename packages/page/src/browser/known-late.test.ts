// A visitor whom the website came to know after this form had been drawn for a stranger, or has forgotten since: what the
// worker demands then is asked.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { siteOf } from '../../test/site.ts';
import type { Answer } from '../../test/website.ts';

const form = publish({
  profiling: { maxProgressive: 1, order: 'listed' },
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        { id: 'tool', kind: 'text', label: 'Tool', ask: 'progressive', required: true },
        { id: 'budget', kind: 'text', label: 'Budget', ask: 'progressive', required: true },
      ],
    },
    {
      id: 'more',
      title: 'More',
      fields: [{ id: 'job', kind: 'text', label: 'Job', ask: 'untilKnown', required: true }],
    },
  ],
});
const refused = (field: string): Answer => ({
  status: 422,
  body: { issues: [{ code: 'required', path: ['answers', field] }] },
});
const site = siteOf(form);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const sight = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('baton-form')?.shadowRoot?.querySelectorAll('[data-field]') ?? [])]
      .filter((field) => field.checkVisibility())
      .map((field) => field.getAttribute('data-field')),
  );

async function first(page: Page) {
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByLabel('Tool').fill('Abacus');
  await press(page, 'Continue');
  await page.getByLabel('Job').fill('Boss');
}

test('what the worker demands of somebody known by now is shown', async () => {
  const { page: one } = await visit(site().browser, site().website.url);
  const two = await one.context().newPage();
  await two.goto(site().website.url);
  await first(two);
  await press(two, 'Send');
  await two.getByRole('heading', { name: 'Thank you' }).waitFor();
  await first(one);
  site().website.answers.push(refused('budget'));
  await press(one, 'Send');
  await expect.poll(() => one.locator('.notice').textContent()).toMatch(/another look/);
  expect(Object(site().website.submissions.at(-1))['visitor']).toBe('visitor-token');
  expect(await sight(one)).toContain('budget');
});

test('what the worker demands of somebody who was forgotten in another tab is shown', async () => {
  const { page: one } = await visit(site().browser, site().website.url);
  await first(one);
  await press(one, 'Send');
  await one.getByRole('heading', { name: 'Thank you' }).waitFor();
  site().website.next.skip = ['tool', 'job'];
  await one.reload();
  await one.getByRole('button', { name: 'Not you?' }).waitFor();
  const two = await one.context().newPage();
  await two.goto(site().website.url);
  await two.getByRole('button', { name: 'Not you?' }).click();
  await one.getByLabel('E-mail').fill('ada@nwosu.example');
  await one.getByLabel('Budget').fill('12');
  site().website.answers.push(refused('job'));
  await press(one, 'Send');
  await expect.poll(() => site().website.submissions.length).toBe(2);
  await expect.poll(() => one.locator('.notice').textContent()).toMatch(/another look/);
  expect(await sight(one)).toContain('job');
});
