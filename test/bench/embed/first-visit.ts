// One visitor with a slow phone opens the page for the first time.
import type { Browser } from 'playwright-core';
import { probe } from './probe.ts';
import type { Stand } from './stand.ts';
import type { Subject } from './subjects.ts';

/** Four times slower than this machine, 150 ms there and back, 1.6 Mbit/s. */
const phone = { rate: 4, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const patience = 30_000;

export type FirstVisit = {
  readonly requests: number;
  readonly bytes: number;
  /** ms */
  readonly usable: number;
  /** ms in which scripts were compiled and ran, the probe's own share included. */
  readonly script: number;
  /** ms beyond 50 of each task that held the main thread up. */
  readonly blocked: number;
  readonly shift: number;
};

export async function firstVisit(browser: Browser, stand: Stand, subject: Subject): Promise<FirstVisit> {
  stand.show(subject);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.addInitScript(probe);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...phone });
  await devtools.send('Emulation.setCPUThrottlingRate', phone);
  await devtools.send('Performance.enable');
  await page.goto(stand.url, { waitUntil: 'commit' });
  const usable = Number(await page.evaluate('seen.usable'));
  await page.waitForLoadState('networkidle');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => (metrics.find((each) => each.name === name)?.value ?? Number.NaN) * 1000;
  const [blocked, shift] = [await page.evaluate('seen.blocked'), await page.evaluate('seen.shift')].map(
    Number,
  );
  await context.close();
  return {
    ...stand.sent,
    usable,
    script: metric('ScriptDuration'),
    blocked: blocked ?? Number.NaN,
    shift: shift ?? Number.NaN,
  };
}
