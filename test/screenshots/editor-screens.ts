// The screens of the editor: each tab with and without much on it, and the windows that open over them.
import type { Locator, Page } from 'playwright-core';
import { builderTabs } from '../../apps/editor/src/builder/tab-names.ts';
import type { EditorStack } from '../journeys/editor-stack.ts';
import { write } from './forms-at-work.ts';
import type { Screen } from './screen.ts';

/** Every one of them. */
export function editorScreens(stack: EditorStack): readonly Screen[] {
  return [
    { name: 'editor/inbox', path: '/inbox?view=everything' },
    {
      name: 'editor/lead',
      path: '/inbox?view=everything',
      async act(page) {
        await page.locator('[data-lead]').first().click();
        await page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').first().waitFor();
      },
    },
    { name: 'editor/inbox-nothing-found', path: '/inbox?q=nobody-at-all' },
    { name: 'editor/review', path: '/review' },
    {
      name: 'editor/review-behind',
      path: '/review?number=volume',
      async act(page) {
        await page.getByRole('dialog').getByRole('listitem').first().waitFor();
      },
    },
    { name: 'editor/review-big', path: '/review?big=true' },
    { name: 'editor/review-commitments', path: '/review/commitments' },
    { name: 'editor/forms', path: '/forms' },
    {
      name: 'editor/new-form',
      path: '/forms',
      async act(page) {
        await page.getByRole('button', { name: 'New form', exact: true }).click();
        await page.getByRole('heading', { name: 'New form' }).waitFor();
      },
    },
    { name: 'editor/review-money', path: '/review/money' },
    { name: 'editor/review-alerts', path: '/review/alerts' },
    { name: 'editor/review-report', path: '/review/report' },
    { name: 'editor/start', path: '/review/start' },
    { name: 'editor/agreement', path: '/agreement' },
    {
      name: 'editor/agreement-clause',
      path: '/agreement',
      async act(page) {
        await page.getByRole('button', { name: /^mql: / }).click();
        await page.getByLabel('Followed up within').waitFor();
      },
    },
    { name: 'editor/agreement-score', path: '/agreement/score' },
    { name: 'editor/agreement-versions', path: '/agreement/versions' },
    { name: 'editor/agreement-version', path: '/agreement/versions/1' },
    { name: 'editor/review-funnel', path: '/review/funnel' },
    {
      name: 'editor/review-funnel-behind',
      path: '/review/funnel?open=step.mql.taken',
      async act(page) {
        await page.getByRole('dialog').getByRole('listitem').first().waitFor();
      },
    },
    { name: 'editor/review-speed', path: '/review/speed' },
    { name: 'editor/review-feedback', path: '/review/feedback' },
    { name: 'editor/review-calibration', path: '/review/calibration' },
    { name: 'editor/attributes', path: '/attributes' },
    { name: 'editor/companies', path: '/companies' },
    {
      name: 'editor/changes',
      path: '/changes',
      async act(page) {
        await page.getByRole('listitem').locator('summary').first().click();
        await page.getByRole('columnheader', { name: 'Before' }).waitFor();
      },
    },
    { name: 'editor/changes-nothing', path: '/changes?author=nobody' },
    { name: 'editor/teams', path: '/teams' },
    {
      name: 'editor/new-team',
      path: '/teams',
      async act(page) {
        await page.getByRole('button', { name: 'New team' }).click();
        await page.getByRole('heading', { name: 'New team' }).waitFor();
      },
    },
    {
      name: 'editor/remove-person',
      path: '/teams',
      async act(page) {
        await page
          .getByRole('button', { name: /^What to do with / })
          .first()
          .click();
        await page.getByRole('menuitem', { name: 'Remove' }).click();
        await page.getByText('hangs on').first().waitFor();
      },
    },
    { name: 'editor/destinations', path: '/destinations' },
    {
      name: 'editor/new-destination',
      path: '/destinations',
      async act(page) {
        await page.getByRole('button', { name: 'New destination', exact: true }).click();
        await page.getByRole('heading', { name: 'New destination' }).waitFor();
      },
    },
    { name: 'editor/nothing-there', path: '/forms/nobody/build' },
    ...builderTabs.flatMap((tab) => [
      { name: `editor/${tab}`, path: `/forms/demo/${tab}` },
      { name: `editor/${tab}-begun`, path: `/forms/blank/${tab}` },
    ]),
    {
      name: 'editor/settings',
      path: '/forms/demo/build',
      act: async (page, isPhone) => void (await settingsOf(page, /^What do you do\?, Choose one/, isPhone)),
    },
    {
      name: 'editor/add-field',
      path: '/forms/demo/build',
      act: (page) => page.getByRole('button', { name: 'Add field' }).click(),
    },
    ...windows,
    { name: 'editor/try-decided', path: '/forms/demo/try', act: answer },
    { name: 'editor/clash', path: '/forms/clash/build', act: (page) => clash(page, stack) },
  ];
}

const windows: readonly Screen[] = [
  {
    name: 'editor/checker',
    path: '/forms/faulty/build',
    async act(page, isPhone) {
      if (isPhone) await page.getByRole('button', { name: 'Steps and fields' }).click();
      await page.getByRole('button', { name: /^Checker/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'editor/publish-errors', path: '/forms/faulty/build', act: publish },
  { name: 'editor/publish-warnings', path: '/forms/warned/build', act: publish },
  {
    name: 'editor/condition',
    path: '/forms/demo/logic',
    async act(page) {
      await page.getByRole('button', { name: /^Show How many of them work in shifts\?/ }).click();
      await page.getByRole('dialog').getByLabel('What is looked at').waitFor();
    },
  },
  {
    name: 'editor/new-attribute',
    path: '/forms/warned/build',
    async act(page, isPhone) {
      const settings = await settingsOf(page, /^Role, Choose one/, isPhone);
      await settings.getByRole('button', { name: 'Create an attribute' }).click();
      await page.getByRole('dialog', { name: 'Create an attribute' }).waitFor();
    },
  },
  {
    name: 'editor/remove-field',
    path: '/forms/warned/build',
    async act(page) {
      await page.getByRole('region', { name: 'The form' }).getByRole('button', { name: /^Role/ }).click();
      await page.keyboard.press('Delete');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'editor/import-csv',
    path: '/forms/demo/translations',
    async act(page) {
      await page.getByRole('button', { name: /^German/ }).click();
      await page.getByRole('button', { name: 'More about German' }).click();
      await page.getByRole('menuitem', { name: 'Import a CSV' }).click();
      await page.getByLabel('File').waitFor();
    },
  },
];

/** Selects a field; on a phone its settings are opened over the form. */
async function settingsOf(page: Page, name: RegExp, isPhone: boolean): Promise<Locator> {
  await page.getByRole('region', { name: 'The form' }).getByRole('button', { name }).click();
  const pane = page.getByRole('complementary', { name: 'Settings' });
  const settings = isPhone ? page.getByRole('dialog', { name: 'Settings' }) : pane;
  if (isPhone) await page.getByRole('button', { name: 'Settings' }).click();
  await settings.getByRole('textbox', { name: 'Question' }).waitFor();
  return settings;
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByLabel('What changed, for those who come after').waitFor();
}

async function answer(page: Page): Promise<void> {
  const form = page.frameLocator('iframe');
  await form.getByLabel('Your name').fill('Ada Byron');
  await form.getByLabel('Work e-mail').fill('ada@engines.example');
  await form.getByText('COO, CEO or owner').click();
  await page.getByText('Director or above').waitFor();
}

/** Somebody else renames the form while this browser is cut off and does the same. */
async function clash(page: Page, stack: EditorStack): Promise<void> {
  await page.context().setOffline(true);
  await page.getByLabel('Name of the form').fill('Letters once a month');
  await write(stack, 'clash', { name: `News of ${new Date().toISOString()}` });
  await page.context().setOffline(false);
  await page.getByRole('dialog').waitFor();
}
