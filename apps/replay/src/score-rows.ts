// Every row of a table, judged and counted. What it keeps does not grow with the table, but for a few bytes per lead
// where an order was asked for.
import type { Judge } from '@baton/agreement';
import type { Learner } from './calibrate-leads.ts';
import type { HeldOut } from './held-out.ts';
import type { LeadReader } from './lead-reader.ts';
import type { Row } from './split-records.ts';
import type { ScoredFile } from './scored-file.ts';
import type { Tally } from './tally.ts';

/** Bad rows that are kept to be listed; the rest is counted. */
const mostBadRows = 100_000;

export type BadRow = { readonly line: number; readonly reason: string };
export type BadRows = { readonly listed: readonly BadRow[]; readonly count: number };

/** What takes part in scoring rows. */
export type Scoring = {
  readonly judge: Judge;
  readonly reader: LeadReader;
  readonly tally: Tally;
  /** With the position of the column that orders. */
  readonly heldOut: (HeldOut & { readonly position: number }) | null;
  readonly out: ScoredFile | null;
  /** Takes in what outcomes say of points. */
  readonly learner: Learner | null;
};

export async function scoreRows(batches: AsyncIterable<readonly Row[]>, scoring: Scoring): Promise<BadRows> {
  const { judge, reader, tally, heldOut, out, learner } = scoring;
  const listed: BadRow[] = [];
  let count = 0;

  function refuse(line: number, reason: string): void {
    count += 1;
    if (listed.length < mostBadRows) listed.push({ line, reason });
  }

  for await (const rows of batches) {
    for (const row of rows) {
      if ('reason' in row) {
        refuse(row.line, row.reason);
        continue;
      }
      const read = reader.read(row.cells);
      if ('reason' in read) {
        refuse(row.line, read.reason);
        continue;
      }
      const judgement = judge.judge(read.lead, read.now);
      tally.add(judgement, read.outcome);
      heldOut?.add(row.cells[heldOut.position] ?? '', judgement.score.total, read.outcome);
      learner?.add(judge.facts(read.lead), read.outcome, row.cells);
      out?.add(row.cells, judgement);
    }
    await out?.settle();
  }
  return { listed, count };
}
