// Rows on their way to the worker, some hundred at a time: looked at before, then taken. What is lost on the way is sent
// again until it is there; the worker takes no row twice.
import type { HistoryCheck, HistoryImport, HistoryPiece } from '@baton/worker/api-types';
import type { CsvRow } from '@baton/workspace/csv';
import { ask } from '../../server/ask.ts';
import { Refusal } from '../../server/refusal.ts';
import type { PastFile } from './past-file.ts';

const piece = 400;
const longestWait = 15_000;

export type RowFault = HistoryCheck['errors'][number];

type Sending = {
  readonly signal: AbortSignal;
  /** Called after each piece, and where the worker cannot be reached. */
  readonly onWait: (isWaiting: boolean) => void;
};

export type Checked = { readonly seen: number; readonly good: number; readonly errors: readonly RowFault[] };

/** Says of every row what taking it would. */
export async function checkFile(
  { header, rows }: PastFile,
  map: object,
  { signal, onWait }: Sending,
  onPiece: (checked: Checked) => void,
): Promise<Checked> {
  let checked: Checked = { seen: 0, good: 0, errors: [] };
  for (let at = 0; at < rows.length; at += piece) {
    const part = rows.slice(at, at + piece);
    const said = await asked<HistoryCheck>(
      '/api/history/check',
      { header, map, rows: part.map(sent) },
      signal,
      onWait,
    );
    checked = {
      seen: at + part.length,
      good: checked.good + said.good,
      errors: [...checked.errors, ...said.errors].slice(0, 2_000),
    };
    onPiece(checked);
  }
  return checked;
}

/** Sends what the worker does not have yet. Gives the import as it ended. */
export async function sendFile(
  { rows }: PastFile,
  begun: HistoryImport,
  { signal, onWait }: Sending,
  onPiece: (at: HistoryPiece) => void,
): Promise<HistoryImport> {
  let now = begun;
  while (now.next < rows.length && now.state === 'under_way') {
    const from = now.next;
    const part = rows.slice(from, from + piece);
    const path = `/api/history/${encodeURIComponent(begun.id)}/rows`;
    const said = await asked<HistoryPiece>(path, { from, rows: part.map(sent) }, signal, onWait);
    if (said.next <= from) throw new Refusal(0, 'The import does not go on.', [], undefined);
    onPiece(said);
    now = said;
  }
  return now;
}

function sent({ line, cells }: CsvRow): object {
  return { line, cells };
}

async function asked<T>(
  path: string,
  body: object,
  signal: AbortSignal,
  onWait: (isWaiting: boolean) => void,
): Promise<T> {
  for (let wait = 500; ; wait = Math.min(longestWait, wait * 2)) {
    try {
      const answer = await ask<T>(path, { method: 'POST', body, signal });
      onWait(false);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal) || !error.mayPass || signal.aborted) throw error;
      onWait(true);
      await pause(wait, signal);
    }
  }
}

/** Ends early when the network is back, or when nobody waits any more. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
