// Runs Baton under `wrangler dev`, which loads changed code at once: slower than what `npm start` runs, and for
// development only. Its data lies in the same data folder, under a name of its own.
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repository } from './build-runtime.ts';
import { startGuarded } from './guarded-process.ts';
import { hostEnvironment } from './host-environment.ts';
import type { Instance, InstanceOptions } from './instance.ts';
import { PlainError } from './plain-error.ts';
import { prepareInstance } from './prepare-instance.ts';
import { untilAnswering } from './until-answering.ts';
import { readOutput } from './worker-output.ts';

/** A running Baton without what only tests of the embedded one need. */
export type DevInstance = Omit<Instance, 'pid' | 'kill' | 'restart'>;

const answerWithinMs = 60_000;
const graceMs = 5_000;

/** Starts `wrangler dev` and settles when Baton answers. Throws as `startInstance` does. */
export async function startDevInstance(options: InstanceOptions): Promise<DevInstance> {
  const { data, port, url, owner, settings, release } = await prepareInstance(options);
  try {
    const folder = join(data, 'wrangler');
    await mkdir(folder, { recursive: true });
    const variables = join(folder, 'settings.env');
    await writeFile(variables, environmentFile(settings), { mode: 0o600 });
    const program = join(
      dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
      'bin/wrangler.js',
    );
    const args = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--env-file', variables];
    const quiet = ['--show-interactive-dev-session=false', '--persist-to', folder];
    const wrangler = await startGuarded([process.execPath, program, ...args, ...quiet], {
      env: { ...hostEnvironment(), FORCE_COLOR: '0' },
      cwd: repository,
    });
    const onOutput = options.onOutput ?? ((text) => process.stderr.write(`${text}\n`));
    readOutput(wrangler, { onLine: options.onLine ?? (() => undefined), onOutput, isNoise });
    const problem = await untilAnswering(wrangler, port, answerWithinMs);
    if (problem !== null) {
      await wrangler.stop(graceMs);
      throw new PlainError(`wrangler dev did not start: ${problem}.`);
    }
    let asked = false;
    void wrangler.ended.then(({ code, signal }) =>
      asked ? undefined : options.onCrash?.(signal ?? `code ${code}`),
    );
    return {
      url,
      port,
      ownerKey: owner.key,
      ownerKeyFile: owner.file,
      ownerKeyIsNew: owner.isNew,
      async stop() {
        asked = true;
        await wrangler.stop(graceMs);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** wrangler reads it as dotenv does: single quotes keep everything but a single quote. */
function environmentFile(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value.includes("'") ? JSON.stringify(value) : `'${value}'`}\n`)
    .join('');
}

const noise =
  /^\[wrangler:info\] (GET|POST|PUT|HEAD|OPTIONS|Ready) |^env\.|^Binding |^Your Worker has access|^Using secrets|^Service bindings,|^⎔ Starting/;

/** Requests one by one, the table of bindings: what happened is printed in Baton's own words. */
function isNoise(line: string): boolean {
  return line.trim() === '' || noise.test(line);
}
