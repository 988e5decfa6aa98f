// Mails that a scanner opens before their reader does: it asks for every link by HEAD and GET, sends what it takes for the
// form, and goes there with a browser that runs all scripts, presses all buttons and submits all forms by script. Nothing
// changes, for anybody. A reader's press works afterwards, for each of them. BATON_FAULT_RUNS is the number of mails.
import PostalMime from 'postal-mime';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium } from '../chromium.ts';
import { type Baton, objectsIn, qualified, startBaton, submission, textIn } from './baton.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { until } from './until.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const count = Number(asked ?? 12);
/** Pages that are at work at once. */
const scanners = 3;

let mails: MailServer;
let receiver: Receiver;
let baton: Baton;
let browser: Browser;

beforeAll(async () => {
  mails = await startMailServer();
  receiver = await startReceiver();
  const told = ['lead.accepted', 'lead.rejected'];
  baton = await startBaton([{ id: 'told', kind: 'webhook', url: `${receiver.url}/told`, on: told }], {
    BATON_SMTP: mails.url,
    BATON_MAIL_FROM: 'Baton <baton@sender.example>',
  });
  const { path, args } = await chromium();
  browser = await playwright.launch({ executablePath: path, args });
});

afterAll(async () => {
  await browser.close();
  await baton.close();
  await receiver.close();
  await mails.close();
  expect(baton.bugs).toEqual([]);
});

type Links = { readonly accept: string; readonly reject: string; readonly all: readonly string[] };

/** Everything a mail links to at Baton, read as its reader's program would. */
async function linksIn(raw: string): Promise<Links> {
  const { text = '', html = '' } = await PostalMime.parse(raw);
  const linked = `${text} ${html}`.matchAll(new RegExp(`${baton.instance.url}/v/[\\w.-]+`, 'g'));
  const after = (word: string): string => new RegExp(`${word}\\W+(https?://\\S+)`, 'i').exec(text)?.[1] ?? '';
  return {
    accept: after('Accept'),
    reject: after('Reject'),
    all: [...new Set([...linked].map(([link]) => link))],
  };
}

/** What can be sent without a browser: looked at, and the form with what stands in it or might. */
async function probe(link: string): Promise<void> {
  for (const method of ['HEAD', 'GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200);
  for (const form of [
    'nonce=&act=',
    'nonce=&act=accept',
    `nonce=${'A'.repeat(43)}&act=reject&reason=too_small`,
  ]) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await (await fetch(link, { method: 'POST', headers, body: form })).text();
  }
}

/** A browser without a person: everything that a script can do. */
async function run(page: Page, link: string, act: 'accept' | 'reject'): Promise<void> {
  await page.goto(link);
  await page.evaluate(() => {
    for (const input of document.querySelectorAll('input')) if (input.type === 'radio') input.checked = true;
    for (const button of document.querySelectorAll('button')) {
      button.click();
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
        button.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
  });
  const answered = page.waitForEvent('load');
  await page.evaluate((said) => {
    const form = [...document.forms].find((one) => one.querySelector(`[data-press=${said}]`) !== null);
    const field = form?.elements.namedItem('act');
    if (field instanceof HTMLInputElement) field.value = said;
    form?.submit();
  }, act);
  await answered;
}

/** A reader: goes there, and presses with the mouse what stands there to be pressed. */
async function press(page: Page, links: Links, act: 'accept' | 'reject'): Promise<void> {
  await page.goto(links[act]);
  if (act === 'reject') await pressOn(page, 'label:has(input[value=too_small])');
  const answered = page.waitForEvent('load');
  await pressOn(page, `button[data-press=${act}]`);
  await answered;
  const said = await page.evaluate(() => document.querySelector('.said')?.textContent);
  expect(said).toContain(act === 'accept' ? 'Accepted' : 'Rejected');
}

/** By the mouse itself: a locator's patient looking takes the browser longer than the page does. */
async function pressOn(page: Page, what: string): Promise<void> {
  const { x, y } = await page.evaluate((selector) => {
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`There is no ${selector}.`);
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, what);
  await page.mouse.click(x, y);
}

/** Each of them once, by a few pages at a time. */
async function forEach(all: readonly Links[], work: (page: Page, links: Links, at: number) => Promise<void>) {
  let begun = 0;
  const worker = async (): Promise<void> => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(30_000);
    for (let at = begun++; at < all.length; at = begun++) {
      const links = all[at];
      if (links !== undefined) await work(page, links, at);
    }
    await page.context().close();
  };
  await Promise.all(Array.from({ length: scanners }, worker));
}

/** The verdicts that destinations have heard of, by their id. */
const told = (): ReadonlySet<string> => new Set(receiver.events.map((event) => event.id));

const actOf = (at: number): 'accept' | 'reject' => (at % 2 === 0 ? 'accept' : 'reject');

test(
  `${count} mails that a scanner has been through are answered by nobody, and then by one press`,
  { timeout: 30_000 + count * 2_000 },
  async () => {
    for (let at = 0; at < count; at += 1)
      expect((await baton.submit(submission(qualified(`lead${at}@scanned.example`)))).status).toBe(201);
    await until('every mail has come', () => mails.mails.length >= count, 60_000 + count * 100);
    const all = await Promise.all(mails.mails.map(({ raw }) => linksIn(raw)));
    expect(all.every((links) => links.all.length === 3 && links.all.includes(links.reject))).toBe(true);

    const begun = performance.now();
    await forEach(all, async (page, links, at) => {
      for (const link of links.all) await probe(link);
      await run(page, links[actOf(at)], actOf(at));
    });
    const scanned = await baton.all('leads');
    expect(scanned).toHaveLength(count);
    for (const lead of scanned)
      expect(lead).toMatchObject({ stage: 'mql', handoffs: [{ verdict: null, touchedAt: null }] });
    expect(mails.mails).toHaveLength(count);
    expect(receiver.events).toEqual([]);
    const between = performance.now();

    await forEach(all, (page, links, at) => press(page, links, actOf(at)));
    const answered = await baton.all('leads');
    const handoffs = answered.flatMap((lead) => objectsIn(lead, 'handoffs'));
    const verdicts = handoffs.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
    expect(verdicts).toHaveLength(count);
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({ by: expect.stringMatching(/^person:(ann|bob)@/) });
    const accepted = answered.filter((lead) => textIn(lead, 'stage') === 'sal');
    expect(accepted).toHaveLength(Math.ceil(count / 2));
    await until('each verdict has been told', () => told().size >= count, 60_000 + count * 20);
    expect(told().size).toBe(count);
    expect(baton.bugs).toEqual([]);
    if (asked !== undefined)
      console.log(
        `${count} mails scanned in ${Math.round((between - begun) / 1000)} s, ` +
          `${verdicts.length} presses in ${Math.round((performance.now() - between) / 1000)} s`,
      );
  },
);
