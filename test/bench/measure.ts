// How anything is measured here: subjects take turns within one run, each is warmed up first, and what is compared
// are medians and ratios, never bare times of different runs.
import { readFile, readdir } from 'node:fs/promises';

/** Times in ms. */
export type Spread = { readonly p50: number; readonly p90: number; readonly p99: number };

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

export function median(values: readonly number[]): number {
  return spreadOf(values).p50;
}

/** Lets subjects take turns, `rounds` times over; the first of each round is another one each time. */
export async function takeTurns<T>(
  subjects: readonly T[],
  rounds: number,
  turn: (subject: T, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < subjects.length; place += 1) {
      const subject = subjects[(place + round) % subjects.length];
      if (subject !== undefined) await turn(subject, round);
    }
  }
}

/** The time all threads of a process have spent computing so far, µs; not a number where the system does not say. */
export async function computed(pid: number): Promise<number> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  if (tasks.length === 0) return Number.NaN;
  const times = await Promise.all(
    tasks.map(async (task) => {
      // A thread may end between the two looks.
      const line = await readFile(`/proc/${pid}/task/${task}/schedstat`, 'utf8').catch(() => '0');
      return Number(line.split(' ', 1)[0]);
    }),
  );
  return times.reduce((sum, time) => sum + time, 0) / 1000;
}

/** Runs `work` over `count` numbers with so many at once; gives how many were done in a second. */
export async function throughput(
  count: number,
  atOnce: number,
  work: (lane: number, number: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async (_, lane) => {
      for (let number = next; number < count; number = next) {
        next += 1;
        await work(lane, number);
      }
    }),
  );
  return (count * 1000) / (performance.now() - begin);
}

/** A table for the terminal; the first column is text, the rest stands right. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('   ');
  const rule = '─'.repeat(line(columns).length);
  process.stdout.write(`\n${title}\n${rule}\n${[line(columns), ...rows.map(line)].join('\n')}\n${rule}\n`);
}

export const fixed = (value: number, digits = 2): string =>
  Number.isNaN(value) ? '–' : value.toFixed(digits);
export const whole = (value: number): string =>
  Number.isNaN(value) ? '–' : Math.round(value).toLocaleString('en');
export const times = (value: number): string => (Number.isNaN(value) ? '–' : `${value.toFixed(2)} ×`);
