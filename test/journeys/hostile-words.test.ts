// One text wherever anybody can write: answers, campaigns, notes, names of people, teams, forms, companies and lists, cells
// of files, the agreement's own words. On every screen of the editor, on every page that a mail links to, and in every mail
// it is text: nothing of it becomes an element, nothing runs, and the page's policy has nothing to refuse. In files that are
// taken out it is no formula.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInstance, type Instance } from '@baton/host/instance';
import PostalMime from 'postal-mime';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builderTabs } from '../../apps/editor/src/builder/tabs.ts';
import { isRecord, listAt } from '../../apps/host/src/json.ts';
import { ownerLink } from '../../apps/host/src/owner-link.ts';
import { recordOf } from '../api/published-document.ts';
import { chromium } from '../chromium.ts';
import { hostileWorkspace } from '../desk/hostile-workspace.ts';
import { submission } from '../faults/baton.ts';
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
  const { path, args } = await chromium();
  browser = await playwright.launch({ executablePath: path, args });
  const { page } = await newPage();
  await page.goto((await ownerLink(instance)) ?? '');
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
  '/review?number=volume',
  ...['', '/score', '/versions', '/versions/1'].map((part) => `/agreement${part}`),
  '/attributes',
  '/companies',
  '/companies?open=engines.example',
  '/destinations',
  '/quarantine',
  '/ledger',
  '/forms',
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

test('in every mail, and on every page that one links to, it is text', { timeout: 60_000 }, async () => {
  const { page, troubles } = await newPage();
  await until('the mails are there', () => mails.mails.length >= 5);
  const links = new Set<string>();
  for (const { raw } of mails.mails) {
    const { html = '', subject = '' } = await PostalMime.parse(raw);
    await page.setContent(html);
    expect(await isShown(page, subject), subject).toBe(true);
    for (const [link] of html.matchAll(/https?:\/\/[\w.:]+\/v\/[\w.-]+/g)) links.add(link);
  }
  expect(links.size).toBeGreaterThan(5);
  for (const link of links) {
    await page.goto(link);
    expect(await isShown(page, link)).toBe(true);
  }
  expect(troubles).toEqual([]);
});

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
