// When to end: Ctrl-C, a polite signal, a closed terminal, or the end of whoever started this. npm does not always
// pass signals on, so the parent is watched: an orphan stops itself.
import { readFileSync } from 'node:fs';
import { ifAbsent } from './bundle.ts';

/** Why to end, and with which exit code. */
export type Ending = { readonly why: string; readonly code: number };

const watchMs = 250;

/** Settles once, with the first reason to end. A second Ctrl-C ends the process at once. */
export function untilAskedToStop(): Promise<Ending> {
  return new Promise((resolve) => {
    const on = (signal: NodeJS.Signals, code: number): void => {
      process.once(signal, () => {
        process.once(signal, () => process.exit(code));
        resolve({ why: signal, code });
      });
    };
    on('SIGINT', 130);
    on('SIGTERM', 0);
    on('SIGHUP', 0);
    const family = ancestors();
    setInterval(() => {
      if (ancestors() !== family) resolve({ why: 'the process that started this is gone', code: 0 });
    }, watchMs).unref();
  });
}

/** The parent; where that is a shell that npm started, npm too, since such a shell would outlive npm. */
function ancestors(): string {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined || process.platform !== 'linux') return String(parent);
  const [name, grandparent] = shellAndParent(parent);
  return /^(ba|da|z|a)?sh$/.test(name) ? `${parent} ${grandparent}` : String(parent);
}

/** A process's name and its parent, from /proc/PID/stat: `PID (name) state parent …`. */
function shellAndParent(pid: number): readonly [string, string] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return [stat.slice(stat.indexOf('(') + 1, end), stat.slice(end + 2).split(' ')[1] ?? ''];
  } catch (error) {
    ifAbsent(error);
    return ['', ''];
  }
}
