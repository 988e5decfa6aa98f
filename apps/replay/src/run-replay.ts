// Runs the program as a person would, for this package's own tests: in a folder of its own, on files made for it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

const program = fileURLToPath(new URL('replay.ts', import.meta.url));

export type Ran = {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** The most memory that it held at once, in megabytes. */
  readonly peak: number;
};

// Node tells its own peak when it exits; file descriptor 3 is where it goes.
const tellPeak =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

/** @param folder where relative paths begin. */
export async function runReplay(args: readonly string[], folder = repository): Promise<Ran> {
  const flags = ['--max-semi-space-size=16', '--import', tellPeak, program];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const said = ['', '', '', ''];
  for (const index of [1, 2, 3]) {
    child.stdio[index]?.on('data', (chunk: Buffer) => {
      said[index] += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, out: said[1] ?? '', error: said[2] ?? '', peak: Math.round(Number(said[3]) / 1024) };
}

/** Makes a folder with these files for the time of `work`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-replay-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
