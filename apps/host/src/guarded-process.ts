// Starts a program that never outlives this one, not even when this one is killed with SIGKILL: a tiny shell
// watcher beside it holds the other end of a pipe, and ends the program when that closes.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A running program. */
export type GuardedProcess = {
  readonly pid: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** When it ended: its exit code, or the signal that ended it. Settles once. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly isRunning: () => boolean;
  /** Asks it to end (SIGTERM) and ends it after `graceMs`. Settles when it is gone. */
  readonly stop: (graceMs: number) => Promise<void>;
  /** Ends it at once (SIGKILL). Settles when it is gone. */
  readonly kill: () => Promise<void>;
};

// The shell becomes the program by `exec`, so the process id is the program's. Program, watcher and whatever the
// program starts share one process group: `kill 0` reaches them all, and nobody else.
const script = `( trap '' TERM; read -r word <&3
  kill -TERM 0; sleep 3; kill -KILL 0 ) >/dev/null 2>&1 &
exec "$@" 3<&-`;

/** Starts `command`; throws when it cannot be started. Standard input is empty. */
export async function startGuarded(
  command: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly cwd?: string },
): Promise<GuardedProcess> {
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
    // A group of its own: Ctrl-C in the terminal is for the parent, which then ends this in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      endGroup(child);
      resolve({ code, signal });
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const { pid, stdout, stderr } = child;
  if (pid === undefined || stdout === null || stderr === null)
    throw new Error(`${command[0]} has no output.`);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    stdout,
    stderr,
    ended,
    isRunning,
    async stop(graceMs) {
      const late = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
      child.kill('SIGTERM');
      await ended.finally(() => clearTimeout(late));
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Ends the watcher, and children that the program left behind. */
function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Nobody is left in the group.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
