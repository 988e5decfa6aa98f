// What comes after the first page: what follows a form, the windows that it opens in, who is known already, and the
// pages to which the worker leads a visitor without a script.
import type { Page } from 'playwright-core';
import { demoRequest, publish } from '../../packages/page/test/forms.ts';
import { renderOutcome, renderPage } from '../../packages/page/src/render/index.ts';
import type { PageOptions } from '../../packages/page/src/render/index.ts';
import { fillIn } from '../../packages/page/test/browser.ts';
import type { Shot } from './shots.ts';

type State = Pick<Shot, 'name' | 'form' | 'act' | 'answers' | 'html' | 'storage'>;

const url = 'https://cal.example/ada';
const shows = {
  message: {
    kind: 'message',
    title: 'Thank you, Ada',
    text: 'We answer within four hours.\nOn weekdays, that is.',
  },
  booking: {
    kind: 'booking',
    url,
    inline: true,
    title: 'Pick a time',
    text: 'Thirty minutes.',
    label: 'Book a call',
  },
  link: {
    kind: 'booking',
    url,
    title: 'Pick a time',
    text: 'Thirty minutes with somebody who knows your industry.',
  },
  download: { kind: 'download', url, title: 'It is yours', text: 'Forty pages on handing over leads.' },
} as const;

const thankful = publish({
  ...demoRequest.form,
  outcomes: Object.entries(shows).map(([id, show]) => ({ id, show })),
  consent: {
    text: 'I agree that my answers are used to reply to me.',
    url: 'https://www.example.com/privacy',
    required: true,
    marketing: { text: 'Write to me once a month. I can end it at any time.' },
  },
});

async function finish(page: Page): Promise<void> {
  await fillIn(page);
  await page.getByRole('checkbox', { name: 'I agree' }).check();
  await page.locator('.send').click();
  await page.locator('h2').waitFor();
  // A calendar takes a moment to be there, or not.
  await page.waitForLoadState('networkidle');
}

const opening = { triggers: [], once: 'always', button: 'Talk to us' } as const;
const inMode = (mode: 'popup' | 'slidein' | 'page') =>
  publish({ ...demoRequest.form, embed: { mode, ...opening } });
const open = (page: Page) => page.getByRole('button', { name: 'Talk to us' }).click();

const known = publish({
  ...demoRequest.form,
  steps: demoRequest.form.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => (field.id === 'role' ? { ...field, ask: 'untilKnown' } : field)),
  })),
});

const reviewed = publish({ ...thankful.form, review: true });
const answers = {
  name: 'Ada Nwosu',
  email: 'ada@nwosu.example',
  role: 'manager',
  team: '12',
  company: 'Nwosu & Daughters',
  size: 's2',
  country: 'DE',
  goals: ['speed', 'proof'],
  message: 'We use a spreadsheet.\nIt is in the way.',
  baton_consent: 'true',
};
const options: PageOptions = { action: '/f/demo', script: '/f/demo.js', values: answers, submission: 'x' };
const missing = [
  { code: 'required', path: ['answers', 'company'] },
  { code: 'required', path: ['answers', 'size'] },
];
const led = (more: Partial<PageOptions>) => renderPage(reviewed, { ...options, ...more });

/** A list that is searched, below an address that may be mistyped. */
const searched = publish({
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', label: 'Work e-mail', required: true },
        { id: 'country', kind: 'country', label: 'Country' },
        { id: 'message', kind: 'textarea', label: 'Anything we should know?' },
      ],
    },
  ],
});

const tools =
  'Airtable Asana Basecamp ClickUp Confluence Figma GitHub GitLab HubSpot Jira Linear Miro Notion Pipedrive';
/** More boxes than anybody looks through. */
const boxes = publish({
  steps: [
    {
      id: 'you',
      title: 'Your tools',
      fields: [
        { id: 'email', kind: 'email', label: 'Work e-mail' },
        {
          id: 'tools',
          kind: 'choices',
          label: 'What do you use?',
          help: 'As many as you like',
          options: `${tools} Salesforce Slack Trello Zapier`
            .split(' ')
            .map((label) => ({ id: label.toLowerCase(), label })),
        },
      ],
    },
  ],
});

const errors = async (page: Page) => page.locator('.send').click();

/** On a website in light and dark, at both sizes. */
export const furtherStates: readonly State[] = [
  ...Object.entries(shows).map(([id, show]) => ({
    name: `outcome-${id}`,
    form: thankful,
    answers: [{ status: 201, body: { submission: 'sub_1', outcome: { id, show } } }],
    act: finish,
  })),
  {
    name: 'consent',
    form: thankful,
    act: async (page) => {
      await fillIn(page);
      await errors(page);
    },
  },
  {
    name: 'review',
    form: reviewed,
    act: async (page) => {
      await fillIn(page, 'Answer leads faster');
      await page.getByRole('checkbox', { name: 'I agree' }).check();
      await errors(page);
      await page.locator('.review div').first().waitFor();
    },
  },
  ...(['popup', 'slidein', 'page'] as const).flatMap((mode) => [
    { name: mode, form: inMode(mode), act: open },
    {
      name: `${mode}-errors`,
      form: inMode(mode),
      act: async (page: Page) => {
        await open(page);
        await errors(page);
      },
    },
  ]),
  { name: 'known', form: known, storage: 'token' },
  {
    name: 'list',
    form: searched,
    act: async (page) => {
      await page.getByLabel('Work e-mail').fill('ada@gmial.com');
      // A list that somebody is in stays as it is.
      await page.getByLabel('Anything').focus();
      await page.locator('.hint').waitFor();
      await page.locator('.combo input').fill('united');
      await page.locator('.combo li').first().waitFor();
    },
  },
  {
    name: 'boxes',
    form: boxes,
    act: async (page) => {
      await page.getByText('Figma').click();
      await page.getByRole('searchbox').fill('l');
    },
  },
  {
    name: 'refused',
    form: demoRequest,
    answers: [{ status: 403, body: {} }],
    act: async (page) => {
      await fillIn(page);
      await errors(page);
      await page.getByText('could not be sent').waitFor();
    },
  },
];

/** Pages of the form's own, as the worker gives them to a browser without scripts. */
export const ledStates: readonly State[] = [
  { name: 'led-first', form: reviewed, html: renderPage(reviewed, { ...options, values: {} }) },
  { name: 'led-second', form: reviewed, html: led({ stage: { step: 'company' } }) },
  {
    name: 'led-errors',
    form: reviewed,
    html: led({
      stage: { step: 'company' },
      issues: missing,
      values: { ...answers, company: '', size: '' },
    }),
  },
  { name: 'led-last', form: reviewed, html: led({ stage: { step: 'need' } }) },
  { name: 'led-review', form: reviewed, html: led({ stage: { step: '_review' } }) },
  ...Object.entries(shows).map(([id, show]) => ({
    name: `led-outcome-${id}`,
    form: thankful,
    html: renderOutcome(thankful, show, {}),
  })),
];
