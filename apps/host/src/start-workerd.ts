// Starts workerd and waits until Baton answers that submissions can be stored. Its output is read line by line:
// the worker's own lines go one way, noise nowhere, the rest to whoever watches.
import { setTimeout as wait } from 'node:timers/promises';
import { type GuardedProcess, startGuarded } from './guarded-process.ts';
import { type LogLine, readLogLine } from './log-line.ts';
import { eachLine } from './output-lines.ts';
import { PortTaken } from './port.ts';
import { isNoise, workerdProgram } from './workerd-program.ts';

/** What to start and whom to tell. */
export type WorkerdStart = {
  readonly config: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly onLine: (line: LogLine) => void;
  readonly onOutput: (text: string) => void;
};

const answerWithinMs = 15_000;
const pollMs = 20;
const rememberedLines = 20;

/** Starts workerd and settles when `GET /healthz` answers 200. Throws `PortTaken` or an error with its words. */
export async function startWorkerd(start: WorkerdStart): Promise<GuardedProcess> {
  const workerd = await startGuarded([workerdProgram(), 'serve', start.config], {
    env: environment(start.settings),
  });
  const said: string[] = [];
  const onText = (line: string): void => {
    const known = readLogLine(line);
    if (known !== null) return start.onLine(known);
    if (isNoise(line)) return;
    said.push(line);
    if (said.length > rememberedLines) said.shift();
    start.onOutput(line);
  };
  eachLine(workerd.stdout, onText);
  eachLine(workerd.stderr, onText);
  const problem = await untilAnswering(workerd, start.port);
  if (problem === null) return workerd;
  await workerd.kill();
  if (said.some((line) => /address already in use/i.test(line))) throw new PortTaken(start.port);
  throw new Error([`Baton did not start: ${problem}.`, ...said].join('\n'));
}

/** Null when it answers; else why not. */
async function untilAnswering(workerd: GuardedProcess, port: number): Promise<string | null> {
  const until = performance.now() + answerWithinMs;
  let last = 'no answer';
  while (performance.now() < until) {
    if (!workerd.isRunning()) {
      const { code, signal } = await workerd.ended;
      return `workerd ended with ${signal ?? `code ${code}`}`;
    }
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) });
      const text = await answer.text();
      // Another program on the same port must not pass for this one.
      if (answer.status === 200 && workerd.isRunning()) return null;
      last = `/healthz answers ${answer.status} ${text.slice(0, 500)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await wait(pollMs);
  }
  return `${last} within ${answerWithinMs / 1000} s`;
}

/** Only what workerd needs: the settings, and where this machine keeps its certificates. */
function environment(settings: Readonly<Record<string, string>>): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'LANG'];
  const own = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(own), ...settings, CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
}
