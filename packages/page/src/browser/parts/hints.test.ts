// Hints at e-mail addresses, and what only the worker can say of them.
import { expect, test } from 'vitest';
import { visit } from '../../../test/browser.ts';
import { citiesForm, email, openCities, press } from '../../../test/cities-form.ts';
import { fieldOfKind, publishFields } from '../../../test/forms.ts';
import { siteOf } from '../../../test/site.ts';
import { startWebsite } from '../../../test/website.ts';

const site = siteOf(citiesForm());

test('a slip in an address is offered for correction, and taken over by a press', async () => {
  const page = await openCities(site());
  await email(page).fill('ada@gmial.com');
  await email(page).press('Tab');
  const offer = page.getByRole('button', { name: 'Did you mean ada@gmail.com?' });
  await offer.waitFor();
  // It is said where it is heard, and nothing is wrong with the field.
  expect(await offer.evaluate((element) => element.closest('[aria-live=polite]') !== null)).toBe(true);
  expect(await email(page).getAttribute('aria-invalid')).toBe('false');
  await offer.click();
  expect(await email(page).inputValue()).toBe('ada@gmail.com');
  expect(await email(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await offer.count()).toBe(0);
});

test('a hint moves nothing away from under what presses it, however late it comes', async () => {
  const { text, email: mail, consent } = fieldOfKind;
  const agreed = await startWebsite(publishFields(text, mail, consent));
  const { page } = await visit(site().browser, `${agreed.url}/f/demo`);
  const box = page.getByRole('checkbox', { name: 'Consent' });
  const hint = page.getByRole('button', { name: /^Did you mean/ });
  const parts = '**/parts/hints.js*';
  const typed = page.getByRole('textbox', { name: 'Email' });
  let letIn = (): void => undefined;
  const isLetIn = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(parts, async (route) => {
    await isLetIn;
    await route.continue();
  });

  // The first time they are loaded, while something is pressed.
  await typed.fill('ada@gmial.com');
  await box.hover();
  const asked = page.waitForRequest(parts);
  await page.mouse.down();
  await asked;
  const come = page.waitForResponse(parts);
  letIn();
  await come;
  await page.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 50)));
  await page.mouse.up();
  await hint.waitFor();
  expect(await box.isChecked()).toBe(true);

  // From then on they are there at once.
  await typed.fill('ada@nwosu.example');
  await typed.press('Tab');
  await expect.poll(() => hint.count()).toBe(0);
  await typed.fill('ada@gmial.com');
  await box.click();
  await hint.waitFor();
  expect(await box.isChecked()).toBe(false);
  await agreed.close();
});

test('a private address and one for an hour are told of in the marketer’s words, and go on all the same', async () => {
  const page = await openCities(site());
  for (const unwelcome of ['ada@gmail.com', 'ada@mailinator.com']) {
    await email(page).fill(unwelcome);
    await email(page).press('Tab');
    await page.getByText('Work mail?').waitFor();
    expect(await email(page).getAttribute('aria-invalid')).toBe('false');
    await email(page).fill('ada@nwosu.example');
    await email(page).press('Tab');
    await expect.poll(() => page.getByText('Work mail?').count()).toBe(0);
  }
});

test('what only the worker can refuse is said at its field in the marketer’s words, and can be corrected', async () => {
  const refusing = await startWebsite(
    publishFields({
      id: 'email',
      kind: 'email',
      label: 'E-mail',
      required: true,
      business: 'refuse',
      businessText: 'Your office’s, please.',
    }),
  );
  const { page } = await visit(site().browser, `${refusing.url}/f/demo`);
  const refusal = { code: 'not_business', path: ['answers', 'email'], params: { field: 'email' } };
  refusing.answers.push({ status: 422, body: { issues: [refusal] } });
  await email(page).fill('ada@gmail.com');
  await press(page, 'Send');
  await page.getByText('Your office’s, please.').waitFor();
  expect(await email(page).getAttribute('aria-invalid')).toBe('true');
  expect(await email(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  await email(page).fill('ada@nwosu.example');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const [first, second] = refusing.submissions;
  expect(second?.['answers']).toEqual({ email: 'ada@nwosu.example' });
  expect(second?.['id']).not.toBe(first?.['id']);
  await refusing.close();
});
