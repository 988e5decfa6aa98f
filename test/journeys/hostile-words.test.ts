// One text wherever anybody can write: answers, campaigns, notes, names of people, teams, forms, companies and lists, cells
// of files, the agreement's own words. On every screen of the editor, on every page that a mail links to, and in every mail
// it is text: nothing of it becomes an element, nothing runs, and the page's policy has nothing to refuse. In files that are
// taken out it is no formula.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startInstance, type Instance } from '@baton/host/instance';
import PostalMime from 'postal-mime';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEditorRouter } from '../../apps/editor/src/routes.tsx';
import { builderTabs } from '../../apps/editor/src/builder/tab-names.ts';
import { isRecord, listAt } from '../../apps/host/src/json.ts';
import { ownerLink } from '../../apps/host/src/owner-link.ts';
import { recordOf } from '../api/published-document.ts';
import { chromium } from '../chromium.ts';
import { hostileWorkspace } from '../desk/hostile-workspace.ts';
import { plantFall } from '../desk/fallen.ts';
import { submission } from '../faults/baton.ts';
import { deskFile } from '../faults/desk-file.ts';
import { startMailServer, type MailServer } from '../faults/mail-server.ts';
import { until } from '../faults/until.ts';
import { troublesOf } from './gate-pages.ts';

const hostile = `=1+1"'></title></style><img src=x onerror=canary()><script>canary()</script><svg onload=canary()>{{7*7}}`;
const owner = 'mara@rampline.example';
/** What only the text could have put there. */
const planted = 'img[src=x], svg[onload], [onerror], script:not([src]):not([type])';

let data: string;
let instance: Instance;
let mails: MailServer;
let browser: Browser;
let session: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
let lead: string;
let ran = 0;
/** Pages that a browser was answered with: method, path and status. */
const been: { readonly method: string; readonly path: string; readonly status: number }[] = [];

async function api(path: string, method = 'GET', body?: unknown): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(instance.url + path, {
    method,
    headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${text}`).toBe(true);
  return text === '' ? {} : recordOf(JSON.parse(text));
}

async function send(email: string): Promise<string> {
  const utm = { utm_source: hostile, utm_medium: hostile, utm_campaign: hostile, referrer: hostile };
  const answers = {
    email,
    name: hostile,
    firm: hostile,
    note: hostile,
    size: '51-500',
    role: 'manager',
    team: 3,
  };
  const behaviours = [{ path: `/pricing/${hostile}`, at: new Date().toISOString() }];
  const sent = await fetch(`${instance.url}/f/demo/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': hostile },
    body: JSON.stringify(submission(answers, { visit: utm, behaviours })),
  });
  expect(sent.status, await sent.text()).toBe(201);
  const found = listAt(await api(`/api/leads?email=${email}`), 'leads').find(isRecord);
  return String(found?.['id']);
}

/** A form that has fallen, so that a mail about it links to where such mails are muted. */
async function fall(): Promise<void> {
  await instance.kill();
  const database = new DatabaseSync(await deskFile(data));
  const run = (statement: string, ...values: (string | number)[]): void =>
    void database.prepare(statement).run(...values);
  plantFall(run, Date.now());
  run(
    `INSERT INTO due (kind, subject, at, lane) VALUES ('watch', 0, 0, '') ON CONFLICT DO UPDATE SET at = 0`,
  );
  database.close();
  await instance.restart();
}

/** Everything that the screens are to show. */
async function write(): Promise<void> {
  const base = hostileWorkspace(hostile);
  const person = { email: owner, name: hostile, party: 'marketing' };
  await api('/api/workspace', 'PUT', { ...base, people: [...base.people, person], destinations: [] });
  lead = await send('ada@engines.example');
  const other = await send('ada.l@post.example');
  await send('cy@third.example');
  await api(`/api/leads/${lead}/notes`, 'POST', { text: hostile, to: 'marketing' });
  await api(`/api/leads/${lead}/notes`, 'POST', { text: hostile });
  await api(`/api/leads/${lead}/merge`, 'POST', { with: other });
  await api(`/api/leads/${lead}/assign`, 'POST', { to: 'vp@baton.example', note: hostile });
  await api('/api/accounts/engines.example', 'PUT', {
    list: hostile,
    tier: hostile.slice(0, 60),
    name: hostile,
  });
  await api('/api/spend', 'PUT', {
    rows: [{ month: '2026-11', source: hostile.slice(0, 100), currency: 'EUR', amount: 12 }],
  });
  const header = ['Mail', hostile, 'Day', 'Stage'];
  const cells = ['past@one.example', hostile, '2025-03-01', 'New'];
  const map = {
    attributes: { email: 'Mail', name: hostile },
    times: { created: 'Day' },
    source: hostile,
    outcome: { column: 'Stage', values: { New: 'lead' } },
  };
  const { id } = await api('/api/history', 'POST', { name: hostile, digest: 'd', rows: 1, header, map });
  await api(`/api/history/${String(id)}/rows`, 'POST', { from: 0, rows: [{ line: 2, cells }] });
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-hostile-'));
  mails = await startMailServer();
  const env = { BATON_SMTP: mails.url, BATON_MAIL_FROM: 'baton@sender.example' };
  instance = await startInstance({ data, env });
  await write();
  await fall();
  await send('dee@fourth.example');
  const { path, args } = await chromium();
  browser = await playwright.launch({ executablePath: path, args });
  const { page } = await newPage();
  await page.goto((await ownerLink(instance)) ?? '');
  await post(page, new URL(page.url()).pathname, { name: hostile, email: hostile });
  expect(await isShown(page, 'the owner’s link')).toBe(true);
  await page.getByLabel('Your name').fill(hostile.slice(0, 100));
  await page.getByLabel('Work e-mail').fill(owner);
  await page.getByRole('button', { name: 'Become the owner' }).click();
  await page.waitForURL('**/forms');
  session = await page.context().storageState();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await instance.stop();
  await mails.close();
  await rm(data, { recursive: true, force: true });
});

/** A page on which it is noted whatever runs, and whatever its policy refuses. */
async function newPage(storageState?: typeof session): Promise<{ page: Page; troubles: string[] }> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({
    viewport,
    ...(storageState === undefined ? {} : { storageState }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('response', (answer) => {
    const request = answer.request();
    if (!request.isNavigationRequest()) return;
    const { pathname: path } = new URL(answer.url());
    been.push({ method: request.method().toLowerCase(), path, status: answer.status() });
  });
  const note = (): void => {
    ran += 1;
  };
  await page.exposeFunction('canary', note);
  page.on('dialog', note);
  return { page, troubles: troublesOf(page) };
}

/** Looks whether anything of the text is more than text; says whether it is there to be read at all. */
async function isShown(page: Page, where: string): Promise<boolean> {
  for (const frame of page.frames()) {
    expect(await frame.locator(planted).count(), where).toBe(0);
    const links = await frame
      .locator('a[href]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(
      links.filter((href) => /^\s*(?:javascript|data|vbscript):/i.test(href)),
      where,
    ).toEqual([]);
  }
  expect(ran, where).toBe(0);
  const text = await page.locator('body').innerText();
  const values = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => ('value' in one ? String(one.value) : '')));
  return `${text} ${values.join(' ')}`.includes('<img src=x');
}

/** As if a page of Baton's own had a form with this in it. */
async function post(page: Page, path: string, values: Readonly<Record<string, string>>): Promise<void> {
  const answered = page.waitForEvent('load');
  await page.evaluate(
    ([action, fields]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action });
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      document.body.append(form);
      form.submit();
    },
    [path, values] as const,
  );
  await answered;
}

const screens = (): readonly string[] => [
  '/inbox?view=everything',
  `/inbox/${lead}?view=everything`,
  ...[
    '',
    '/commitments',
    '/funnel',
    '/speed',
    '/feedback',
    '/money',
    '/alerts',
    '/report',
    '/calibration',
  ].map((part) => `/review${part}`),
  '/review/start',
  '/agreement/proposals/1',
  '/review?number=volume',
  ...['', '/score', '/versions', '/versions/1'].map((part) => `/agreement${part}`),
  '/attributes',
  '/companies',
  '/companies/engines.example',
  '/teams',
  '/changes',
  '/destinations',
  '/quarantine',
  '/ledger',
  '/forms',
  '/forms/demo',
  ...builderTabs.map((tab) => `/forms/demo/${tab}`),
  '/people',
  '/account',
  '/f/demo',
];

test('on every screen and page it is text', { timeout: 120_000 }, async () => {
  const left = screens().values();
  const hidden: string[] = [];
  const look = async (): Promise<void> => {
    const { page, troubles } = await newPage(session);
    for (const path of left) {
      await page.goto(instance.url + path);
      await page.locator('h1, h2, form').first().waitFor();
      await page.waitForLoadState('networkidle');
      if (!(await isShown(page, path))) hidden.push(path);
    }
    expect(troubles).toEqual([]);
  };
  await Promise.all([look(), look(), look()]);
  // Where it is not to be read it was not looked at.
  expect(hidden).toEqual([]);
});

test(
  'on the Gate’s pages, also where they say what cannot be taken, it is text',
  { timeout: 60_000 },
  async () => {
    const { page, troubles } = await newPage(session);
    const { url } = instance;
    const shows = async (where: string): Promise<void> => {
      expect(await isShown(page, where), where).toBe(true);
    };
    const guest = 'guest@engines.example';
    // It cannot be mailed, so the link is shown.
    mails.next(guest, 'refuse', 'refuse');
    await page.goto(`${url}/keys`);
    for (const name of [hostile.slice(0, 60), hostile.repeat(9)]) {
      await post(page, '/keys', { name, scope_behaviours: 'on' });
      await shows('/keys');
    }
    await page.goto(`${url}/keys`);
    await shows('/keys');
    await post(page, '/account/workspaces', { id: hostile, name: hostile });
    await shows('/account/workspaces');
    await page.goto(`${url}/people`);
    await post(page, '/people', { email: hostile, role: 'viewer' });
    await shows('/people');
    await post(page, '/people', { email: guest, role: 'viewer' });
    await shows('/people');
    const renew = await page.locator('form[action$="/renew"]').first().getAttribute('action');
    await post(page, String(renew), {});
    await shows('/people/invitations');
    const invitation = /https?:\/\/[\w.:]+\/enter\/\w+/.exec(await page.content())?.[0] ?? '';
    await page.goto(`${url}/people`);
    await page.locator('a[href^="/people/per_"]').first().click();
    await shows('/people/{id}');
    const own = new URL(page.url()).pathname;
    for (const act of ['role', 'remove']) {
      await post(page, `${own}/${act}`, { role: 'viewer', to: owner });
      await shows(`${own}/${act}`);
    }
    expect(troubles.filter((trouble) => !isRefusal(trouble))).toEqual([]);

    const { page: stranger, troubles: others } = await newPage();
    await stranger.goto(invitation);
    expect(await isShown(stranger, 'an invitation')).toBe(true);
    await stranger.goto(`${url}/`);
    await post(stranger, '/sign-in', { email: hostile });
    expect(await isShown(stranger, '/sign-in')).toBe(true);
    await post(stranger, '/sign-in', { email: 'nobody@engines.example' });
    await isShown(stranger, '/sign-in/sent');
    await stranger.goto(`${url}/f/demo`);
    await post(stranger, '/f/demo', { email: hostile, name: hostile, firm: hostile, note: hostile });
    expect(await isShown(stranger, '/f/demo, refused')).toBe(true);
    const answers = {
      email: 'plain@engines.example',
      name: hostile,
      size: '51-500',
      role: 'manager',
      team: '3',
    };
    await post(stranger, '/f/demo', answers);
    await isShown(stranger, '/f/demo, sent');
    const last = listAt(await api('/api/submissions?limit=1'), 'submissions').find(isRecord);
    await stranger.goto(`${url}/f/demo/sent/${String(last?.['id'])}`);
    await isShown(stranger, '/f/demo/sent');
    expect(others.filter((trouble) => !isRefusal(trouble))).toEqual([]);
  },
);

/** The browser notes every answer that is not 2xx. */
function isRefusal(trouble: string): boolean {
  return /the server responded with a status of 4(?:09|22)/.test(trouble);
}

test('in every mail, and on every page that one links to, it is text', { timeout: 60_000 }, async () => {
  const { page, troubles } = await newPage();
  const report = await (
    await newPage(session)
  ).page.request.post(`${instance.url}/api/review/report/send`, {
    headers: { origin: instance.url },
    data: { day: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) },
  });
  expect(report.ok()).toBe(true);
  await until('the mails are there', async () => {
    const parsed = await Promise.all(mails.mails.map(({ raw }) => PostalMime.parse(raw)));
    const isReport = parsed.some(({ headers }) => headers.some(({ key }) => key === 'list-unsubscribe'));
    return isReport && parsed.some(({ subject = '' }) => subject.startsWith('Alert'));
  });
  const links = new Set<string>();
  for (const { raw } of mails.mails) {
    const { html = '', subject = '' } = await PostalMime.parse(raw);
    await page.setContent(html);
    expect(await isShown(page, subject), subject).toBe(true);
    for (const [link] of html.matchAll(/https?:\/\/[\w.:]+\/(?:v|quiet)\/[\w.-]+/g)) links.add(link);
  }
  expect(links.size).toBeGreaterThan(5);
  for (const link of links) {
    await page.goto(link);
    // The page of the report speaks of nothing else.
    const shows = (await page.getByRole('heading', { name: 'The weekly report' }).count()) === 0;
    expect(await isShown(page, link), link).toBe(shows);
    // As a script would: it changes nothing, and is told so.
    await post(page, new URL(link).pathname, { act: hostile, reason: hostile, note: hostile });
    expect(await isShown(page, link), link).toBe(shows);
  }
  expect(troubles).toEqual([]);
});

test('there is no page that was not gone to', async () => {
  const paths = recordOf((await api('/openapi.json'))['paths']);
  const answers = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(recordOf(item)).flatMap(([method, operation]) =>
      Object.entries(recordOf(recordOf(operation)['responses'])).map(([status, answer]) => ({
        method,
        path,
        status,
        isPage: 'text/html' in recordOf(recordOf(answer)['content'] ?? {}),
      })),
    ),
  );
  const pages = answers.filter(
    ({ isPage, status, path }) => isPage && shown.has(status) && !path.endsWith('/{place}'),
  );
  expect(pages.length).toBeGreaterThan(30);
  const missing = pages.filter(
    ({ method, path, status }) =>
      !been.some(
        (one) => one.method === method && one.status === Number(status) && patternOf(path).test(one.path),
      ),
  );
  expect(missing).toEqual([]);
  // What lies below a screen's address is the editor's to say.
  const screensMissing = Object.keys(createEditorRouter().routesByPath).filter(
    (path) => !been.some((one) => one.status === 200 && patternOf(path).test(one.path)),
  );
  expect(screensMissing).toEqual([]);
});

/** Answers that say something of what is stored or was sent; the others say the same to everybody. */
const shown = new Set(['200', '409', '422']);

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}|\$\w+/g, '[^/]+')}$`);
}

test('in tables that are taken out no cell is a formula, and in lines it is a string', async () => {
  for (const what of ['leads', 'events']) {
    const headers = { authorization: `Bearer ${instance.ownerKey}` };
    const read = async (format: string): Promise<string> =>
      (await fetch(`${instance.url}/api/export/${what}?format=${format}`, { headers })).text();
    const cells = cellsOf(await read('csv'));
    expect(cells.some((cell) => cell.startsWith(`'${hostile}`))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
    const lines = (await read('ndjson')).trim().split('\n');
    for (const line of lines) expect(isRecord(JSON.parse(line))).toBe(true);
    expect(lines.join('')).toContain(JSON.stringify(hostile).slice(1, -1));
  }
});

/** The cells of a CSV as a spreadsheet would have them, formulas not run. */
function cellsOf(csv: string): string[] {
  const found = csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
