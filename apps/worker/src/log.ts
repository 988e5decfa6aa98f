// What the worker says of itself: one JSON object a line. Decisions name people, so they are written only where
// the operator's own terminal reads them (BATON_LOG=decisions).
import type { Score } from '@baton/agreement';
import type { LedgerState } from './desk/ledger.ts';

type DecisionLine = {
  readonly baton: 'decision';
  readonly at: number;
  readonly submission: string;
  readonly form: string;
  readonly email: string;
  readonly score: Pick<Score, 'fit' | 'engagement' | 'intent' | 'total'> | null;
  readonly tier: string | null;
  readonly state: LedgerState;
  readonly owner: { readonly email: string; readonly name: string } | null;
  readonly deadline: string | null;
  readonly timeZone: string | null;
  readonly why: string | null;
  readonly deliveries: readonly string[];
};

export type DeliveryLine = {
  readonly baton: 'delivery';
  readonly id: string;
  readonly submission: string | null;
  readonly kind: string;
  readonly to: string;
  readonly attempt: number;
  readonly state: string;
  readonly ms: number;
  readonly sinceSubmission: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly nextAt: string | null;
};

export type BugLine = {
  readonly baton: 'bug';
  readonly requestId: string;
  readonly message: string;
  readonly stack: string;
};

export type LogLine = DecisionLine | DeliveryLine | BugLine;

/** A bug as a line of the log. */
export function bugLine(error: unknown, requestId: string): BugLine {
  const known = error instanceof Error;
  return {
    baton: 'bug',
    requestId,
    message: known ? error.message : String(error),
    stack: known ? (error.stack ?? '') : '',
  };
}

/** Writes several lines to the console at once. */
export function tellAll(lines: readonly LogLine[]): void {
  console.log(lines.map((line) => JSON.stringify(line)).join('\n'));
}

/** Writes lines to the console; decisions and deliveries only where `decisions` is on. */
export function createLog(decisions: boolean): (line: LogLine) => void {
  return (line) => {
    if (line.baton === 'bug') console.error(JSON.stringify(line));
    else if (decisions) console.log(JSON.stringify(line));
  };
}
