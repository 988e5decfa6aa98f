// A Chromium that can be killed as a whole, and started again on what it left on disk.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium as playwright, type BrowserContext } from 'playwright-core';
import { chromium } from '../chromium.ts';
import { until } from './until.ts';

export type MortalBrowser = {
  readonly context: BrowserContext;
  /** SIGKILL to the browser and all its processes at once; settles when they are gone. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts one on a folder that holds its profile. */
export async function startMortalBrowser(folder: string): Promise<MortalBrowser> {
  const { path, args } = await chromium();
  const portFile = join(folder, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  // A group of its own, so that one signal reaches all of it.
  const child = spawn(path, [...args, ...own], { detached: true, stdio: 'ignore' });
  try {
    const port = await until('the browser listens', async () => {
      if (child.exitCode !== null) throw new Error(`The browser ended with ${child.exitCode}.`);
      return /^\d+\n/.exec(await readFile(portFile, 'utf8').catch(() => ''))?.[0].trim();
    });
    const browser = await playwright.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The browser has no profile.');
    const kill = () => killed(child);
    return {
      context,
      kill,
      async close() {
        await browser.close();
        await kill();
      },
    };
  } catch (error) {
    await killed(child);
    throw error;
  }
}

async function killed(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
  await ended;
}
