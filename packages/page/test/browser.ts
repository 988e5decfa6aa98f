// A real browser for this package's tests, opened once and shared by the tests of a file.
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from '../../../test/chromium.ts';

export async function openBrowser(): Promise<Browser> {
  const { path, args } = await chromium();
  return playwright.launch({ executablePath: path, args });
}

/** A page of a visitor whom nobody knows, with what its console and its scripts complained about. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  return { page, complaints };
}

/** From the next load on, counts in `shift` what moves on the page, as browsers do (the score of each layout shift). */
export function watchShifts(page: Page): Promise<unknown> {
  return page.addInitScript(`
    shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
  `);
}

/** Fills the demo request in up to its last button. */
export async function fillIn(page: Page, goal?: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Nwosu');
  await page.getByRole('textbox', { name: 'Work e-mail' }).fill('ada@nwosu.example');
  await page.getByText('I build things').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Company', exact: true }).fill('Nwosu');
  await page.getByText('51–200').click();
  await page.locator('select[name=country]').selectOption('DE');
  await page.getByRole('button', { name: 'Continue' }).click();
  if (goal !== undefined) await page.getByText(goal).click();
}
