// A table of past leads as a CRM gives it, good rows and bad ones, and short ways to take it in.
import { readCsv } from '@baton/workspace/csv';
import { expect } from 'vitest';
import * as z from 'zod';
import { historyMapSchema } from '../../apps/worker/src/desk/history/history-map.ts';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf } from './views.ts';

export const day = 86_400_000;
export const owner = { kind: 'owner', workspace: 'main' } as const;
const { agreement: _agreement, ...rest } = smallWorkspace;
export const unagreed = rest;

export const map = {
  attributes: { email: 'Mail', name: 'Name', company_size: { column: 'Size', values: { big: '51-500' } } },
  outcome: {
    column: 'Stage',
    values: { New: 'lead', Working: 'opportunity', Won: 'won', Dead: 'lost', Unfit: 'rejected' },
  },
  times: {
    created: 'Created',
    handed_off: 'Given',
    contacted: 'Called',
    closed: 'Closed',
    rejected: 'Refused',
  },
  reason: 'Why',
  source: 'Source',
  owner: 'Rep',
  amount: 'Amount',
  key: 'Id',
} as const;

export const table = [
  'Id;Mail;Name;Size;Stage;Created;Given;Called;Closed;Refused;Why;Source;Rep;Amount',
  '1;Ada@One.example;Ada;51–500;Won;2025-03-01 09:00;2025-03-01 10:00;2025-03-01 12:00;2025-04-10;;Fast;google;Ann;€ 12.000',
  '2;ben@two.example;Ben;1-10;Unfit;2025-03-02;2025-03-02;;;2025-03-04;too small;google;bob@baton.example;',
  '3;cy@three.example;Cy;BIG;Dead;2025-03-03;2025-03-03;2025-03-05;2025-05-01;;No budget;fair;Somebody Else;',
  '4;dee@four.example;Dee;11-50;Working;2025-03-04;2025-03-04;;;;;fair;Ann;500',
  '5;eve@five.example;Eve;;Working;2025-03-04;2025-03-04;;;;;fair;Somebody Else;500',
  '6;fay@six.example;Fay;;New;2025-03-05;;;;;;;;',
  '7;nobody;Gil;huge;New;2025-03-05;;;;;;;;',
  '8;hal@eight.example;Hal;;Sleeping;2025-13-05;;;;;;;;',
  '9;ida@nine.example;Ida;;Won;2025-03-05;2025-03-01;;;;;;;x',
  ';jo@ten.example;Jo;;New;2028-03-05;;;;;;;;',
].join('\n');

const importView = z.looseObject({
  id: z.string(),
  state: z.string(),
  next: z.number(),
  taken: z.number(),
  known: z.number(),
  bad: z.number(),
  pieceErrors: z
    .array(z.looseObject({ line: z.number(), column: z.string().nullable(), code: z.string() }))
    .default([]),
});

type Rows = {
  readonly header: readonly string[];
  readonly rows: Parameters<ReturnType<typeof hands>['take']>[2];
};

export function hands(bench: NodeDesk) {
  return bench.desk.as(owner).history;
}

export function bench(workspace: object = smallWorkspace): NodeDesk {
  const made = nodeDesk();
  expect(made.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
  return made;
}

export function rowsOf(csv: string): Rows {
  const read = readCsv(csv);
  if ('openQuote' in read) throw new Error('An open quote.');
  const [header, ...rows] = read.rows;
  return { header: header?.cells ?? [], rows };
}

export function told(answer: ReturnType<ReturnType<typeof hands>['start']>): z.infer<typeof importView> {
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return importView.parse(JSON.parse(answer.text));
}

export function begin(made: NodeDesk, csv = table, given: object = map): string {
  const { header, rows } = rowsOf(csv);
  const asked = { name: 'leads.csv', digest: `d${csv.length}`, rows: rows.length, header };
  return told(hands(made).start({ ...asked, map: historyMapSchema.parse(given) })).id;
}

export function importAll(made: NodeDesk, csv = table, given: object = map): z.infer<typeof importView> {
  return told(hands(made).take(begin(made, csv, given), 0, rowsOf(csv).rows));
}

export const stepsOf = (made: NodeDesk, email: string): unknown =>
  z.object({ stages: z.array(z.object({ stage: z.string(), at: z.string() })) }).parse(leadOf(made, email))
    .stages;

export function ledgerIsBalanced(made: NodeDesk): void {
  const answer = made.desk.as(owner).hands.ledger({ from: '2020-01-01', to: '2027-12-31' });
  if (answer.kind !== 'done') throw new Error('The ledger cannot be read.');
  expect(JSON.parse(answer.text)).toMatchObject({ total: { balanced: true, unknown: 0 } });
}
