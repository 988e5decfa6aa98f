// The demo request from its first question to "Thank you", where a test is about the page around it.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fillIn } from './browser.ts';
import type { Website } from './website.ts';

/** What arrives of a demo request that {@link sendAll} has filled in. */
export const allAnswers = {
  name: 'Ada Nwosu',
  email: 'ada@nwosu.example',
  role: 'maker',
  company: 'Nwosu',
  size: 's2',
  country: 'DE',
  goals: ['speed', 'proof'],
};

/** Answers every question and sends; what arrived, once the visitor has read that it did. */
export async function sendAll(page: Page, { submissions }: Website): Promise<unknown> {
  await fillIn(page, 'Answer leads faster');
  await page.getByText('Know what marketing brings').click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(submissions).toHaveLength(1);
  return submissions[0]?.['answers'];
}
