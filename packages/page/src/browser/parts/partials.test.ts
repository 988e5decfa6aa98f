// What is sent before a form is finished, and what is not.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PublishedForm } from '../../render/index.ts';
import { visit } from '../../../test/browser.ts';
import { publish } from '../../../test/forms.ts';
import { siteOf } from '../../../test/site.ts';
import { startWebsite } from '../../../test/website.ts';

const you = {
  id: 'you',
  title: 'You',
  fields: [{ id: 'email', kind: 'email', label: 'E-mail', required: true }],
} as const;
const terms = {
  id: 'terms',
  title: 'Terms',
  fields: [
    { id: 'agree', kind: 'consent', label: 'Keep my answers', required: true },
    { id: 'news', kind: 'consent', label: 'Send me news' },
  ],
} as const;
const more = { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] } as const;
const form = publish({ partials: true, steps: [you, terms, more] });
const site = siteOf(form);
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Whichever of both comes first. */
async function fillIn(page: Page): Promise<void> {
  for (let step = 0; step < 2; step += 1) {
    if (await page.getByLabel('E-mail').isVisible())
      await page.getByLabel('E-mail').fill('ada@nwosu.example');
    else await page.getByLabel('Keep my answers').check();
    await press(page, 'Continue');
  }
  await page.getByLabel('Note').fill('Soon');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

/** What is sent of a form from its first step to its last. */
async function sentOf(published: PublishedForm): Promise<unknown[]> {
  const website = await startWebsite(published);
  try {
    const { page } = await visit(site().browser, `${website.url}/f/demo`);
    await fillIn(page);
    return website.submissions.map(({ final, answers }) => [final, answers]);
  } finally {
    await website.close();
  }
}

const begun = { email: 'ada@nwosu.example', agree: true };
const finished = [true, { ...begun, note: 'Soon' }];

test.each([
  ['without the consent that it demands', [you, terms, more]],
  ['without an address', [terms, you, more]],
])('nothing is sent of a step %s', async (_, steps) => {
  expect(await sentOf(publish({ partials: true, steps }))).toEqual([[false, begun], finished]);
});

test('of a form that does not say so, nothing is sent before it is finished', async () => {
  expect(await sentOf(publish({ steps: form.form.steps }))).toEqual([finished]);
});

test('what cannot be sent early is in nobody’s way, and is not tried again', async () => {
  const { page } = await visit(site().browser, site().website.url);
  site().website.answers.push({ status: 503, body: {} });
  await fillIn(page);
  expect(site().website.submissions.map(({ final }) => final)).toEqual([false, true]);
});
