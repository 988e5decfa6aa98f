// The demo's form, filled in by hand as a director would who wants to start now.
import type { Page } from 'playwright-core';

/** All three steps but Send. */
export async function fillDemoForm(page: Page, email: string, name = 'Ada Lovelace'): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByRole('radio', { name: 'Director of operations' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Company' }).fill('Analytical Engines');
  await chooseIn(page, 'How many people work there?', 3);
  await chooseIn(page, 'Industry', 1);
  await page.locator('select[name=country]').selectOption('DE');
  await page.getByLabel('How many of them work in shifts?').fill('800');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('group', { name: 'What should get better?' }).getByRole('checkbox').first().check();
  await chooseIn(page, 'When would you like to start?', 0);
  await page.getByLabel('Phone').fill('+49 30 901820');
}

/** One option of a choice, however it is shown. */
export async function chooseIn(page: Page, label: string, index: number): Promise<void> {
  const select = page.getByRole('combobox', { name: label });
  // The first line of a list is no option.
  if ((await select.count()) > 0) await select.selectOption({ index: index + 1 });
  else await page.getByRole('radiogroup', { name: label }).getByRole('radio').nth(index).check();
}
