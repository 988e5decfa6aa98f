// Everything `npm start` runs, in the test's own process: the worker on workerd, the demo website, the letterbox,
// and a browser.
import { demoWebhookSecret, demoWorkspace, startLetterbox, startWebsite, type Letterbox } from '@baton/demo';
import { startInstance, type Instance, type LogLine } from '@baton/host/instance';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromium } from '../chromium.ts';

export type DemoStack = {
  readonly instance: Instance;
  /** The folder that it holds. */
  readonly data: string;
  readonly letterbox: Letterbox;
  readonly website: string;
  readonly browser: Browser;
  /** A page in a browser of its own, impatient enough to say what it waits for. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  readonly lines: LogLine[];
  /** A request to `/api` with the owner's key. */
  readonly api: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/**
 * Starts all of it on free ports with an empty data folder. `trusted`: other receivers, as `host:port`; `begin`: what the
 * workspace begins with, made of the demo's.
 */
export async function startDemoStack(
  trusted: readonly string[] = [],
  begin: (demo: object) => object = (demo) => demo,
): Promise<DemoStack> {
  const data = await mkdtemp(join(tmpdir(), 'baton-journey-'));
  const lines: LogLine[] = [];
  const letterbox = await startLetterbox({ port: 0, smtpPort: 0, secrets: [demoWebhookSecret] });
  const instance = await startInstance({
    data,
    trusted: [new URL(letterbox.url).host, ...trusted],
    env: { BATON_SMTP: letterbox.smtpUrl, BATON_MAIL_FROM: 'Baton <baton@rampline.example>' },
    onLine: (line) => lines.push(line),
  });
  const website = await startWebsite({ port: 0, baton: instance.url });
  const api = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${instance.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    });
  const workspace = begin(demoWorkspace({ letterbox: letterbox.url, website: website.url }));
  const imported = await api('/api/workspace', { method: 'PUT', body: JSON.stringify(workspace) });
  if (!imported.ok) throw new Error(`The demo workspace was refused: ${await imported.text()}`);
  const { path, args } = await chromium();
  const browser = await playwright.launch({ executablePath: path, args });
  return {
    instance,
    data,
    letterbox,
    website: website.url,
    browser,
    async newPage(options = {}) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    lines,
    api,
    async close() {
      await browser.close();
      await website.close();
      await instance.stop();
      await letterbox.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
