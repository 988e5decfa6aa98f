// Waits until Baton answers that submissions can be stored, or says why it does not.
import { setTimeout as wait } from 'node:timers/promises';
import type { GuardedProcess } from './guarded-process.ts';

const pollMs = 20;

/** Null when `GET /healthz` answers 200 while the process runs; else the reason, in words. */
export async function untilAnswering(
  host: Pick<GuardedProcess, 'isRunning' | 'ended'>,
  port: number,
  withinMs: number,
): Promise<string | null> {
  const until = performance.now() + withinMs;
  let last = 'no answer';
  while (performance.now() < until) {
    if (!host.isRunning()) {
      const { code, signal } = await host.ended;
      return `it ended with ${signal ?? `code ${code}`}`;
    }
    const problem = await problemOf(port);
    // Another program on the same port must not pass for this one.
    if (problem === null && host.isRunning()) return null;
    last = problem ?? last;
    await wait(pollMs);
  }
  return `${last} within ${withinMs / 1000} s`;
}

async function problemOf(port: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) });
    const text = await answer.text();
    return answer.status === 200 ? null : `/healthz answers ${answer.status} ${text.slice(0, 500)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
