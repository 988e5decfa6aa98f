// Where somebody is among the steps while others come and go.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { siteOf } from '../../test/site.ts';

const when = (field: string, value: string) =>
  ({ combinator: 'and', rules: [{ field: `answer.${field}`, operator: '=', value }] }) as const;
const form = publish({
  profiling: { maxProgressive: 1, order: 'listed' },
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        { id: 'job', kind: 'text', label: 'Job', ask: 'untilKnown' },
        {
          id: 'role',
          kind: 'choice',
          label: 'Role',
          options: [
            { id: 'boss', label: 'I lead a team' },
            { id: 'maker', label: 'I build things' },
          ],
        },
      ],
    },
    {
      id: 'team',
      title: 'Your team',
      shownWhen: when('role', 'boss'),
      fields: [{ id: 'size', kind: 'text', label: 'Team size' }],
    },
    { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] },
  ],
});

const site = siteOf(form);

const visibleSteps = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('baton-form')?.shadowRoot?.querySelectorAll('.step') ?? [])]
      .filter((step) => step.checkVisibility())
      .map((step) => step.getAttribute('data-step')),
  );
const progress = (page: Page) => page.locator('.progress').textContent();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The name of what has the focus, and its value. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document.activeElement?.shadowRoot ?? document;
    return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
      ? [activeElement.name, activeElement.value]
      : activeElement?.localName;
  });

async function toLast(page: Page) {
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByText('I lead a team').click();
  await press(page, 'Continue');
  await page.getByLabel('Team size').fill('12');
  await press(page, 'Continue');
  await page.getByLabel('Note').waitFor();
}

test('what the website fills in leaves visitors at their step when one before it goes', async () => {
  const { page } = await visit(site().browser, site().website.url);
  await toLast(page);
  await page.evaluate(() =>
    Reflect.get(document.querySelector('baton-form') ?? {}, 'prefill')({ role: 'maker' }),
  );
  expect([await visibleSteps(page), await progress(page)]).toEqual([['more'], 'Step 2 of 2']);
});

test('so it does when a step comes before theirs', async () => {
  const { page } = await visit(site().browser, site().website.url);
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await press(page, 'Continue');
  await page.getByLabel('Note').fill('hello');
  await page.evaluate(() =>
    Reflect.get(document.querySelector('baton-form') ?? {}, 'prefill')({ role: 'boss' }),
  );
  expect([await visibleSteps(page), await progress(page)]).toEqual([['more'], 'Step 3 of 3']);
});

test('what the website spoils in a step that was passed is led back to before it is sent', async () => {
  const { page } = await visit(site().browser, site().website.url);
  await toLast(page);
  await page.evaluate(() =>
    Reflect.get(document.querySelector('baton-form') ?? {}, 'prefill')({ email: 'no address' }),
  );
  await press(page, 'Send');
  expect([await visibleSteps(page), await focused(page)]).toEqual([['you'], ['email', 'no address']]);
  expect(site().website.submissions).toEqual([]);
});

test('who begins anew at a later step begins at the first', async () => {
  const { page } = await visit(site().browser, site().website.url);
  await toLast(page);
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  site().website.next.skip = ['job'];
  await page.reload();
  await page.getByRole('button', { name: 'Not you?' }).waitFor();
  await toLast(page);
  await press(page, 'Not you?');
  expect(await visibleSteps(page)).toEqual(['you']);
});

test('who goes back while it cannot be sent yet betters an answer and goes on again', async () => {
  const { page } = await visit(site().browser, site().website.url);
  const notice = () => page.locator('.notice').textContent();
  await toLast(page);
  await page.context().setOffline(true);
  await press(page, 'Send');
  await expect.poll(notice).toMatch(/line/);
  const offline = await notice();
  await press(page, 'Back');
  await page.getByLabel('Team size').fill('13');
  expect(await notice()).toBe(offline);
  await press(page, 'Continue');
  await page.getByLabel('Note').waitFor();
  expect([await visibleSteps(page), await notice()]).toEqual([['more'], offline]);
  // Already under way.
  await press(page, 'Send');
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(site().website.submissions).toHaveLength(1);
  expect(site().website.submissions[0]?.['answers']).toMatchObject({ size: '13' });
});

test('a double press on Continue goes one step on', async () => {
  const { page } = await visit(site().browser, site().website.url);
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByText('I lead a team').click();
  await page.getByRole('button', { name: 'Continue' }).dblclick({ delay: 60 });
  await page.getByLabel('Team size').waitFor();
  // Whatever the second press was to do, it has done by the end of another step.
  await press(page, 'Back');
  expect([await visibleSteps(page), await progress(page)]).toEqual([['you'], 'Step 1 of 3']);
});

const untitled = siteOf(
  publish({
    steps: [
      { id: 'one', title: '', fields: [{ id: 'first', kind: 'text', label: 'First' }] },
      {
        id: 'two',
        title: '',
        fields: [
          {
            id: 'kind',
            kind: 'choice',
            label: 'Kind',
            options: ['a', 'b'].map((id) => ({ id, label: `Kind ${id}` })),
          },
        ],
      },
      {
        id: 'three',
        title: '',
        fields: [
          { id: 'plan', kind: 'hidden', label: 'Plan' },
          { id: 'more', kind: 'text', label: 'More', shownWhen: when('first', 'more') },
          { id: 'last', kind: 'textarea', label: 'Last' },
        ],
      },
    ],
  }),
);
test('a step without a title has the focus at its first question in sight, at what was chosen there', async () => {
  const { browser, website } = untitled();
  for (const path of ['/', '/f/demo']) {
    const { page } = await visit(browser, `${website.url}${path}`);
    await press(page, 'Continue');
    expect(await focused(page)).toEqual(['kind', 'a']);
    await page.getByText('Kind b').click();
    await press(page, 'Continue');
    expect(await focused(page)).toEqual(['last', '']);
    await press(page, 'Back');
    expect(await focused(page)).toEqual(['kind', 'b']);
    await press(page, 'Back');
    expect(await focused(page)).toEqual(['first', '']);
  }
});

test('three quick presses go two steps on: only the second of two may have been meant for the step before', async () => {
  const { browser, website } = untitled();
  const { page } = await visit(browser, website.url);
  await page.getByRole('button', { name: 'Continue' }).click({ clickCount: 3, delay: 30 });
  expect([await visibleSteps(page), await progress(page)]).toEqual([['three'], 'Step 3 of 3']);
  expect(website.submissions).toEqual([]);
});

test('a return key that is held down goes one step on, and writes as many lines as ever', async () => {
  const { browser, website } = untitled();
  const { page } = await visit(browser, website.url);
  /** As a keyboard tells of a key that is not let go. */
  const hold = async () => {
    for (let time = 0; time < 4; time += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
  };
  await page.getByLabel('First').focus();
  await hold();
  expect([await visibleSteps(page), await progress(page)]).toEqual([['two'], 'Step 2 of 3']);
  await page.keyboard.press('Enter');
  await hold();
  expect(await page.getByLabel('Last').inputValue()).toBe('\n\n\n\n');
  expect(website.submissions).toEqual([]);
});
