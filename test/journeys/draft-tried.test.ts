// A draft that was never published, tried in a frame of a page at Baton's own address, as a new and as a known visitor:
// the very script, with a page that answers in the worker's place and nothing that reaches it.
import { startInstance, type Instance } from '@baton/host/instance';
import { chromium as playwright, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium } from '../chromium.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';

let data: string;
let instance: Instance;
let browser: Browser;

const [demo] = smallWorkspace.forms;
const document = { ...demo, id: 'unborn', name: 'Not published yet' };

async function api(method: string, path: string, json?: unknown): Promise<unknown> {
  const answer = await fetch(instance.url + path, {
    method,
    headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return answer.json();
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-draft-'));
  instance = await startInstance({ data });
  const { path, args } = await chromium();
  browser = await playwright.launch({ executablePath: path, args });
  await api('PUT', '/api/workspace', { ...smallWorkspace, destinations: [], forms: [] });
  await api('PUT', '/api/forms/unborn/draft', { revision: null, document });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await instance.stop();
  await rm(data, { recursive: true, force: true });
});

/** What the page that tries a form does, as docs/api.md says. */
const tryingPage = (
  token: string | null,
): string => `<!doctype html><title>Trying</title><body><iframe></iframe>
<script>
  const inner = document.querySelector('iframe').contentWindow;
  const { origin } = location;
  const own = origin + '/api/forms/unborn/draft';
  const storage = ${JSON.stringify(token)} === null ? {} : { ['baton:' + origin]: ${JSON.stringify(token)} };
  Object.defineProperty(inner, 'localStorage', { value: storage });
  const real = inner.fetch.bind(inner);
  window.posted = [];
  inner.fetch = async (input, init) => {
    const url = String(input);
    if (!url.startsWith(own + '/')) return real(input, init);
    const what = url.slice(own.length + 1);
    const body = init?.body ? JSON.parse(init.body) : null;
    window.posted.push([what, body]);
    if (what === 'submissions') {
      const show = { kind: 'message', title: 'It would be thanked', text: '' };
      return new Response(JSON.stringify({ submission: 's', visitor: 't', outcome: { id: 'o', show } }), { status: 201 });
    }
    if (what === 'next') return new Response(JSON.stringify({ skip: ['size'], ask: [] }));
    return new Response(null, { status: what === 'challenge' ? 404 : 202 });
  };
  const script = inner.document.createElement('script');
  script.src = own + '.js?revision=1';
  inner.document.body.append(script);
</script>`;

async function trying(token: string | null): Promise<{ page: Page; frame: FrameLocator; asked: string[] }> {
  const context = await browser.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${instance.ownerKey}` },
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.route('**/trying', (route) =>
    route.fulfill({ contentType: 'text/html', body: tryingPage(token) }),
  );
  await page.goto(`${instance.url}/trying`);
  return { page, frame: page.frameLocator('iframe'), asked };
}

const posted = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'posted'));

test('a new visitor: filled in, sent and thanked, with the hints that come later; the worker hears nothing', async () => {
  const { page, frame, asked } = await trying(null);
  await frame.getByLabel('Work e-mail').fill('ada@gmial.com');
  await frame.getByLabel('Name').fill('Ada');
  await frame.getByRole('button', { name: 'Did you mean ada@gmail.com?' }).click();
  await frame.getByRole('radiogroup', { name: 'Company size' }).getByRole('radio').first().check();
  await frame.getByRole('button', { name: 'Send' }).click();
  await frame.getByText('It would be thanked').waitFor();
  expect(await posted(page)).toEqual(
    expect.arrayContaining([
      ['counts', expect.objectContaining({ event: 'view', version: 1 })],
      [
        'submissions',
        expect.objectContaining({ answers: { email: 'ada@gmail.com', name: 'Ada', size: '1-10' } }),
      ],
    ]),
  );
  expect(asked).toContain('GET /api/forms/unborn/parts/hints.js');
  expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  expect(await api('GET', '/api/submissions')).toMatchObject({ submissions: [] });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.context().close();
});

test('a known visitor is asked what the page says, and nothing of it stays in the browser', async () => {
  const { page, frame } = await trying('imagined');
  await frame.getByRole('button', { name: 'Not you?' }).waitFor();
  expect(await frame.getByRole('radiogroup', { name: 'Company size' }).isVisible()).toBe(false);
  expect(await posted(page)).toContainEqual(['next', { visitor: 'imagined' }]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.context().close();
});
