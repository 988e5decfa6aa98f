// Which Chromium the tests drive: the one inside the npm package on Linux x64, else an installed Chrome or
// Chromium. It downloads nothing.
import sparticuz from '@sparticuz/chromium';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the browser is and the switches it needs (never the package's own `args`: they turn web security off). */
export type Browser = { readonly path: string; readonly args: string[] };

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Finds a Chromium; throws with the remedy when there is none. */
export async function chromium(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { path: await unpacked(), args: quiet };
  }
  const path = process.env['CHROME_PATH'] ?? installed.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error('No Chromium here: install Chrome or set CHROME_PATH to its executable.');
  }
  return { path, args: quiet };
}

/** The package reuses whatever Chromium lies in the temp folder, so each version gets a folder of its own. */
async function unpacked(): Promise<string> {
  const before = process.env['TMPDIR'];
  const folder = join(tmpdir(), `baton-chromium-${installedVersion()}`);
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  try {
    return await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The package does not export its package.json, so it is looked for beside what it does export. */
function installedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const version = text.includes('"@sparticuz/chromium"')
      ? /"version":\s*"([^"]+)"/.exec(text)?.[1]
      : undefined;
    if (version !== undefined) return version;
  }
  throw new Error('@sparticuz/chromium is installed without its package.json.');
}
