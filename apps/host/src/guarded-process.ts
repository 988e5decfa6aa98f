// Starts a program that never outlives this one, not even when this one is killed with SIGKILL: a tiny shell
// watcher beside it holds the other end of a pipe, and ends the program when the pipe closes without a word.
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

// The shell becomes the program by `exec`, so the process id is the program's. `$$` inside the subshell is that id
// too. A word on the pipe dismisses the watcher; the end of the pipe means that the parent is gone.
const script = `( read -r word <&3 && exit
  kill -TERM $$; sleep 3; kill -KILL $$ ) >/dev/null 2>&1 &
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
      dismissWatcher(child);
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
      const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
      child.kill('SIGTERM');
      await ended.finally(() => clearTimeout(late));
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function dismissWatcher(child: ChildProcess): void {
  const pipe = child.stdio[3];
  if (pipe === null || pipe === undefined || !('end' in pipe)) return;
  // The watcher may be gone before the word arrives; then there is nobody left to tell.
  pipe.on('error', () => pipe.destroy());
  pipe.end('done\n');
}
