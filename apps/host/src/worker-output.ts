// Reads what a running worker prints, line by line: its own lines go one way, noise nowhere, the rest to whoever
// watches. The last of the rest is remembered, to explain a start that failed.
import type { GuardedProcess } from './guarded-process.ts';
import { type LogLine, readLogLine } from './log-line.ts';
import { eachLine } from './output-lines.ts';

/** Who is told what. */
export type OutputReaders = {
  readonly onLine: (line: LogLine) => void;
  readonly onOutput: (text: string) => void;
  readonly isNoise: (line: string) => boolean;
};

const rememberedLines = 20;

/** Starts reading both outputs; gives the last lines that were neither the worker's own nor noise. */
export function readOutput(
  host: Pick<GuardedProcess, 'stdout' | 'stderr'>,
  readers: OutputReaders,
): { readonly said: readonly string[] } {
  const said: string[] = [];
  const onText = (line: string): void => {
    const known = readLogLine(line);
    if (known !== null) return readers.onLine(known);
    if (readers.isNoise(line)) return;
    said.push(line);
    if (said.length > rememberedLines) said.shift();
    readers.onOutput(line);
  };
  eachLine(host.stdout, onText);
  eachLine(host.stderr, onText);
  return { said };
}
