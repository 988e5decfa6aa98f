// One holder at a time of a folder or a build: a file with the holder's process id and start time. A file whose
// process is gone, or whose id another process got since, is taken over. It never waits; that is the caller's choice.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { ifAbsent } from './bundle.ts';
import { isRecord, numberAt, parseJson, textAt } from './json.ts';

/** Who holds a lock: a process id, when that process started (as the system tells it), and since when. */
export type Holder = { readonly pid: number; readonly started: string; readonly since: string };

/** Either the lock, to be released, or who has it. */
export type Locked = { readonly release: () => Promise<void> } | { readonly heldBy: Holder };

/** Takes the lock kept in `file`, taking over one whose holder is dead. */
export async function takeLock(file: string): Promise<Locked> {
  const mine = `${file}.${randomUUID()}`;
  const holder: Holder = {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    since: new Date().toISOString(),
  };
  const text = JSON.stringify({ ...holder, id: mine });
  await writeFile(mine, text);
  try {
    for (;;) {
      // A hard link fails when the name exists: the one atomic "create if absent, with content" of a file system.
      if (await linked(mine, file)) return { release: () => releaseIfOurs(file, text) };
      const other = await readHolder(file);
      if (other !== null && isAlive(other)) return { heldBy: other };
      await removeStale(file);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose holder is gone: one at a time, and looked at once more. Otherwise whoever comes second would remove
 * what the first has taken meanwhile.
 */
async function removeStale(file: string): Promise<void> {
  const turn = await takeLock(`${file}.turn`);
  // Somebody is at it.
  if (!('release' in turn)) return;
  try {
    const text = await readFile(file, 'utf8').catch(ifAbsent);
    const holder = holderIn(text);
    if (text !== null && (holder === null || !isAlive(holder))) await rm(file, { force: true });
  } finally {
    await turn.release();
  }
}

async function releaseIfOurs(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(ifAbsent)) === text) await rm(file, { force: true });
}

async function readHolder(file: string): Promise<Holder | null> {
  return holderIn(await readFile(file, 'utf8').catch(ifAbsent));
}

function holderIn(text: string | null): Holder | null {
  const value = text === null ? null : parseJson(text);
  if (!isRecord(value)) return null;
  const pid = numberAt(value, 'pid');
  const started = textAt(value, 'started');
  const since = textAt(value, 'since');
  return pid === null || started === null || since === null ? null : { pid, started, since };
}

function isAlive(holder: Holder): boolean {
  const started = processStart(holder.pid);
  return started !== null && started === holder.started;
}

/** When a process started, as the system counts it; null when there is no such process. */
function processStart(pid: number): string | null {
  return process.platform === 'linux' ? startInProc(pid) : startByPs(pid);
}

/** Field 22 of /proc/PID/stat: ticks since boot. The name in field 2 may hold anything, so count from its end. */
function startInProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch (error) {
    return ifAbsent(error);
  }
}

function startByPs(pid: number): string | null {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { status, stdout, error } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env,
  });
  if (error !== undefined) throw error;
  const text = stdout.trim();
  return status === 0 && text !== '' ? text : null;
}
