import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';
import { bySlices, search } from './proof-of-work.ts';

const cost = 100_000;
const salt = 'c0ffee00c0ffee00c0ffee00?expires=1900000000&form=demo&';

function challengeOf(number: number, of = salt): Parameters<typeof bySlices>[0] {
  const challenge = createHash('sha256').update(`${of}${number}`).digest('hex');
  return { algorithm: 'SHA-256', challenge, maxnumber: cost, salt: of, signature: 'signed' };
}

let browser: Browser;
let website: Website;

beforeAll(async () => {
  const form = { ...demoRequest.form, protection: { proofOfWork: true, minSeconds: 2 } };
  [browser, website] = await Promise.all([openBrowser(), startWebsite({ ...demoRequest, form })]);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

test('the number behind a hash is found, of whatever length the salt is', () => {
  for (let length = 0; length < 140; length += 1) {
    const long = 's'.repeat(length);
    expect(search(long, challengeOf(7, long).challenge, 0, 10)).toBe(7);
    expect(search(long, challengeOf(7, long).challenge, 8, 10)).toBe(-1);
  }
});

test('in slices every number is looked at, the first and the last too', async () => {
  for (const number of [0, 1, 199, 200, 201, 1000]) {
    expect(await bySlices({ ...challengeOf(number), maxnumber: 1000 })).toBe(number);
  }
  expect(await bySlices({ ...challengeOf(1001), maxnumber: 1000 })).toBe(-1);
});

test('between slices of ten milliseconds the page has its turn', async () => {
  // A machine that needs five milliseconds from one look at the clock to the next.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
  const turns = vi.spyOn(globalThis, 'setTimeout');
  try {
    await bySlices({ ...challengeOf(9_000), maxnumber: 8_000 });
    expect(turns.mock.calls.length).toBeGreaterThanOrEqual(20);
  } finally {
    clock.mockRestore();
    turns.mockRestore();
  }
});

async function sendFrom(page: Page): Promise<Record<string, unknown>> {
  website.submissions.length = 0;
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  return website.submissions[0] ?? {};
}

function give(challenge: unknown): void {
  website.page('/f/demo/challenge', JSON.stringify(challenge));
}

function solution(proof: unknown): unknown {
  return JSON.parse(atob(String(proof)));
}

test('a browser does the work off the main thread, and tells how long the form was in sight', async () => {
  const challenge = challengeOf(90_000);
  give(challenge);
  const { page } = await visit(browser, `${website.url}/f/demo`, {});
  const worker = page.waitForEvent('worker');
  const sent = await sendFrom(page);
  expect((await worker).url()).toMatch(/^blob:/);
  expect(solution(sent['proof'])).toEqual({ ...challenge, number: 90_000 });
  expect(sent['elapsed']).toBeGreaterThan(0);
  expect(sent['elapsed']).toBeLessThan(60_000);
});

test('where the page allows no worker, the work is done on the page', async () => {
  const challenge = challengeOf(90_000);
  give(challenge);
  const html =
    '<!doctype html><title>Strict</title><script src="/f/demo.js" defer></script><baton-form form="demo"></baton-form>';
  website.page('/strict', html, {
    'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
  });
  const { page } = await visit(browser, `${website.url}/strict`, {});
  const sent = await sendFrom(page);
  expect(solution(sent['proof'])).toEqual({ ...challenge, number: 90_000 });
});

test('when no challenge can be had the form is sent all the same', async () => {
  give('nonsense');
  const { page } = await visit(browser, `${website.url}/f/demo`, {});
  expect((await sendFrom(page))['proof']).toBe('unavailable');
});

test('who comes back to a draft says nothing of the time', async () => {
  give(challengeOf(1));
  const { page } = await visit(browser, `${website.url}/f/demo`, {});
  await fillIn(page);
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith('/f/demo'))))
    .toBe(true);
  await page.reload();
  expect(await sendFrom(page)).not.toHaveProperty('elapsed');
});

test('a form on a page of its own is in sight since the page was gone to, however late its script comes', async () => {
  give(challengeOf(1));
  const { page } = await visit(browser, 'about:blank');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/demo.js**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${website.url}/f/demo`, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  await page.waitForFunction(() => performance.now() > 2500);
  release();
  await page.locator('form[novalidate]').waitFor();
  expect((await sendFrom(page))['elapsed']).toBeGreaterThan(2500);
});

test.each([
  ['its answer was lost', ['cut body', { status: 503, body: {} }] as const],
  ['it was refused', [{ status: 422, body: { issues: [] } }] as const],
])('a submission that is bettered after %s brings a proof of its own', async (_, answers) => {
  const { page } = await visit(browser, 'about:blank');
  let asked = 0;
  await page.route('**/challenge', async (route) => {
    asked += 1;
    await route.fulfill({
      json: challengeOf(7, `c0ffee00c0ffee00c0ffee0${asked}?expires=1900000000&form=demo&`),
    });
  });
  await page.goto(`${website.url}/f/demo`);
  website.submissions.length = 0;
  website.answers.push(...answers);
  await fillIn(page, 'Answer leads faster');
  const send = page.getByRole('button', { name: 'Send' });
  await send.click();
  await expect.poll(() => website.submissions.length).toBe(1);
  await page.getByText('Fewer leads that go nowhere').click();
  if (answers.length === 1) await send.click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const first = website.submissions[0];
  const last = website.submissions.at(-1);
  expect(solution(last?.['proof'])).toMatchObject({ number: 7 });
  expect(last?.['proof']).not.toBe(first?.['proof']);
});

test('what is tried again as it was brings the same proof', async () => {
  give(challengeOf(7));
  const { page } = await visit(browser, `${website.url}/f/demo`);
  website.submissions.length = 0;
  website.answers.push('cut body');
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const [first, second] = website.submissions;
  expect(second).toMatchObject({ id: first?.['id'], proof: first?.['proof'] });
});
