// What is looked over before it is sent, where it is not for everybody's eyes.
import { expect, test } from 'vitest';
import { visit } from '../../../test/browser.ts';
import { publish } from '../../../test/forms.ts';
import { siteOf } from '../../../test/site.ts';

const options = ['yes', 'no'].map((id) => ({ id, label: `The answer ${id}` }));
const many = Array.from({ length: 9 }, (_, index) => ({ id: `o${index}`, label: `The answer ${index}` }));
const site = siteOf(
  publish({
    review: true,
    steps: [
      {
        id: 'you',
        title: 'You',
        fields: [
          { id: 'email', kind: 'email', label: 'E-mail', required: true },
          { id: 'code', kind: 'text', label: 'Code', sensitive: true },
          { id: 'health', kind: 'choice', label: 'Health', sensitive: true, options },
          { id: 'drugs', kind: 'choices', label: 'Drugs', sensitive: true, options },
          { id: 'illness', kind: 'choice', label: 'Illness', sensitive: true, options: many },
          { id: 'pain', kind: 'rating', label: 'Pain', sensitive: true },
          { id: 'agree', kind: 'consent', label: 'Agree' },
          { id: 'none', kind: 'choice', label: 'None', sensitive: true, options },
        ],
      },
    ],
  }),
);

test('what is sensitive is not shown, of whatever kind, only that there is an answer', async () => {
  const { page } = await visit(site().browser, site().website.url);
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByLabel('Code').fill('hunter2');
  await page.locator('[name=health][value=no]').check();
  await page.locator('[name=drugs][value=yes]').check();
  await page.locator('select[name=illness]').selectOption('o3');
  await page.locator('[name=pain][value="4"]').check();
  await page.getByLabel('Agree').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const rows = page.locator('.review div');
  await rows.first().waitFor();
  expect(
    await rows.evaluateAll((all) =>
      all.map((row) => [row.querySelector('dt')?.textContent.trim(), row.querySelector('dd')?.textContent]),
    ),
  ).toEqual([
    ['E-mail', 'ada@nwosu.example'],
    ['Code', '••••'],
    ['Health', '••••'],
    ['Drugs', '••••'],
    ['Illness', '••••'],
    ['Pain', '••••'],
    ['Agree', 'Yes'],
    ['None', '–'],
  ]);
});
