// Places that nobody thought of for a form: inside another form, under an address turned elsewhere, in pages of XML and
// of old encodings, in frames without rights, where nothing can be kept; and the ways in which its script comes there.
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, visit } from '../../test/browser.ts';
import { allAnswers, sendAll } from '../../test/demo-request.ts';
import { elsewhere, embedLine } from '../../test/elsewhere.ts';
import { demoRequest } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
let site: string;
let embed: string;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(demoRequest)]);
  site = elsewhere(website);
  embed = embedLine(website);
});

beforeEach(() => {
  website.submissions.length = 0;
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

async function open(html: string, type = 'text/html; charset=utf-8') {
  website.page('/site', html, { 'content-type': type });
  return visit(browser, `${site}/site`);
}

const inBody = (html: string) => `<!doctype html><title>Site</title><body>${html}`;

test('addresses turned elsewhere lead the form nowhere else', async () => {
  const base = '<base href="https://elsewhere.example/deep/" target="_blank">';
  const { page, complaints } = await open(
    `<!doctype html><head><title>Site</title>${base}</head><body>${embed}`,
  );
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(complaints).toEqual([]);
});

test('inside another form, as whole pages of some servers are, each sends its own', async () => {
  const { page, complaints } = await open(
    inBody(`<form id="outer" action="/outer"><input name="q" value="shoes">${embed}<button>Search</button></form>
      <script>outer.addEventListener('submit', (event) => { event.preventDefault(); document.title = 'Outer'; })</script>`),
  );
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Nwosu');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect.poll(() => page.getByRole('alert').textContent()).toBe('2 answers need another look.');
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(await page.title()).toBe('Site');
  expect(await page.evaluate(`[...new FormData(outer).keys()]`)).toEqual(['q']);
  expect(complaints).toEqual([]);
});

test('a page written as XML holds the form', async () => {
  const { page, complaints } = await open(
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Site</title></head><body>
      <script async="async" src="${website.url}/f/demo.js"></script></body></html>`,
    'application/xhtml+xml',
  );
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(complaints).toEqual([]);
});

test('a page in an old encoding shows and sends every letter', async () => {
  const { page } = await open(inBody(embed.replace('.js', '.js?lang=de')), 'text/html; charset=windows-1252');
  await page.getByText('Über Sie').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Zoë Łuczak 三');
  await page.getByRole('textbox', { name: 'Work e-mail' }).fill('zoe@nwosu.example');
  await page.getByText('I build things').click();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('textbox', { name: 'Company', exact: true }).fill('Öl & Söhne');
  await page.getByText('51–200').click();
  await page.locator('select[name=country]').selectOption('DE');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('button', { name: 'Jetzt anfragen' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions[0]).toMatchObject({
    answers: { name: 'Zoë Łuczak 三', company: 'Öl & Söhne' },
  });
});

test.each([
  [
    'written by a script',
    () => inBody(`<script>document.write(${JSON.stringify(embed).replaceAll('/', String.raw`\/`)})</script>`),
  ],
  [
    'made by a script',
    () =>
      inBody(
        `<script>const one = document.createElement('script'); one.src = '${website.url}/f/demo.js'; document.body.append(one)</script>`,
      ),
  ],
  [
    'in the head, before there is a body',
    () => `<!doctype html><head>${embed}</head><body><baton-form form="demo"></baton-form>`,
  ],
  ['there twice', () => inBody(embed + embed)],
  ['there twice, beside the element', () => inBody(`${embed}<baton-form form="demo"></baton-form>${embed}`)],
])('a script that is %s brings one form', async (_, html) => {
  const { page, complaints } = await open(html());
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(await page.locator('baton-form').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('of the same form in two places, each is filled in on its own', async () => {
  const place = '<baton-form form="demo"></baton-form>';
  const { page } = await open(inBody(place + place + embed));
  const names = page.getByRole('textbox', { name: 'Name' });
  await names.first().fill('Ada');
  await names.last().fill('Zoë');
  expect(await names.first().inputValue()).toBe('Ada');
});

const locks = {
  'the storage throws': `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });`,
  'the storage is full': `Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };
    Object.defineProperty(window, 'localStorage', { value: new Proxy({}, { set() { throw new DOMException('no', 'QuotaExceededError'); } }) });`,
  'there is no storage': `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { value: null });`,
};

test.each(Object.entries(locks))('where %s, the form is sent', async (_, script) => {
  const { page, complaints } = await open(inBody(`<script>${script}</script>${embed}`));
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(complaints).toEqual([]);
});

/** Fills the form in and sends it, from one step to the next by the return key at first. */
async function sendIn(frame: FrameLocator): Promise<void> {
  await frame.getByRole('textbox', { name: 'Name' }).fill('Ada Nwosu');
  await frame.getByRole('textbox', { name: 'Work e-mail' }).fill('ada@nwosu.example');
  await frame.getByText('I build things').click();
  await frame.getByRole('textbox', { name: 'Work e-mail' }).press('Enter');
  await frame.getByRole('textbox', { name: 'Company', exact: true }).fill('Nwosu');
  await frame.getByText('51–200').click();
  await frame.locator('select[name=country]').selectOption('DE');
  await frame.getByRole('button', { name: 'Continue' }).click();
  await frame.getByRole('button', { name: 'Send' }).click();
  await frame.getByRole('heading', { name: 'Thank you' }).waitFor();
}

test.each([
  ['of the same website', '', () => `${site}/inner`],
  ['of another website', '', () => `${website.url}/inner`],
  ['that may only run scripts', 'sandbox="allow-scripts"', () => `${website.url}/inner`],
])('in a frame %s the form is sent', async (_, attributes, address) => {
  website.page('/inner', inBody(embed));
  const { page, complaints } = await open(
    inBody(`<iframe ${attributes} width="600" height="900" src="${address()}"></iframe>`),
  );
  await sendIn(page.frameLocator('iframe'));
  expect(website.submissions).toHaveLength(1);
  // That it may not submit a form, the browser says by itself.
  expect(complaints.filter((line) => !line.includes('allow-forms'))).toEqual([]);
});

test.each([
  ['no cookies', ''],
  ['neither cookies nor storage', `<script>${locks['the storage throws']}</script>`],
])(
  'in a frame of a website of which the browser keeps %s, since it is not the page’s own, the form is sent',
  async (_, lock) => {
    const inner = `${lock}<script>document.cookie = 'probe=1; SameSite=None; Secure'</script>${embed}`;
    website.page('/inner', inBody(inner));
    website.page('/site', inBody(`<iframe width="600" height="900" src="${website.url}/inner"></iframe>`));
    const { page, complaints } = await visit(browser, 'about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true });
    await page.goto(`${site}/site`);
    await sendIn(page.frameLocator('iframe'));
    expect(website.submissions).toHaveLength(1);
    // It is as strict as is said: not even a cookie of the frame's own was taken.
    expect(await page.context().cookies()).toEqual([]);
    expect(complaints).toEqual([]);
  },
);
