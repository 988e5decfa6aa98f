// Tables that are taken out: everything once, in the order of time, however many pages it takes.
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const owner = { kind: 'owner', workspace: 'main' } as const;

function tables(bench: NodeDesk) {
  return bench.desk.as(owner).tables;
}

function eventsOf(bench: NodeDesk): Readonly<Record<string, unknown>>[] {
  const lines: Readonly<Record<string, unknown>>[] = [];
  let from: ReturnType<ReturnType<typeof tables>['events']>['next'] = null;
  do {
    const page = tables(bench).events(from);
    lines.push(...page.lines);
    from = page.next;
  } while (from !== null);
  return lines;
}

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

test('what happened to a lead is told in its order, and that it was taken out is on record', async () => {
  const bench = ready();
  stored(
    bench.desk.intake.submit(arrivalOf({ email: 'a@one.example', size: '51-500', role: 'manager', team: 3 })),
  );
  await bench.settle();
  // The deadline passes before anybody answers.
  await bench.runUntil(mondayMorning + 6 * 60 * 60_000);
  const open = leadOf(bench, 'a@one.example').handoffs.find((one) => one['verdict'] === null)?.id ?? '';
  expect(bench.desk.as(owner).hands.verdict(open, { kind: 'accepted' })).toMatchObject({ kind: 'done' });
  const types = eventsOf(bench).map(({ type, stage, verdict }) => [type, stage ?? verdict ?? null]);
  expect(types).toContainEqual(['verdict', 'accepted']);
  expect(types.slice(0, 3)).toEqual([
    ['submission', null],
    ['handoff', null],
    ['stage', 'mql'],
  ]);
  expect(types.map(([type]) => type)).toContain('breach');
  expect(eventsOf(bench)[0]).toMatchObject({ email: 'a@one.example', form: 'demo', state: 'handed_off' });
  expect(tables(bench).begin('leads', 'csv')).toContain('company_size');
  expect(bench.desk.changes({ limit: 1 })).toMatchObject([
    { action: 'leads.exported', after: { format: 'csv' } },
  ]);
});

test('thousands come page by page, each once and in order, history among them', () => {
  const bench = ready();
  const many = 1300;
  for (let index = 0; index < many; index += 1) {
    bench.now += 1000;
    stored(
      bench.desk.intake.submit(
        arrivalOf({ email: `p${index}@x.example`, size: '1-10', role: 'other', team: 3 }),
      ),
    );
  }
  const { history } = bench.desk.as(owner);
  const begun = history.start({
    name: 'past.csv',
    digest: 'd',
    rows: 700,
    header: ['Mail', 'Day', 'Stage'],
    map: {
      attributes: { email: 'Mail' },
      outcome: { column: 'Stage', values: { Unfit: 'rejected' } },
      times: { created: 'Day' },
      dates: 'iso',
    },
  });
  if (begun.kind !== 'done') throw new Error(JSON.stringify(begun));
  const day = (index: number): string => `2025-0${1 + (index % 9)}-1${index % 10}`;
  const rows = Array.from({ length: 700 }, (_, index) => ({
    line: index + 2,
    cells: [`past${index}@x.example`, day(index), 'Unfit'],
  }));
  expect(history.take(String(JSON.parse(begun.text).id), 0, rows)).toMatchObject({ kind: 'done' });

  const events = eventsOf(bench);
  const times = events.map(({ at }) => String(at));
  expect(times).toEqual(times.toSorted());
  expect(events.filter(({ type }) => type === 'submission')).toHaveLength(many + 700);
  expect(new Set(events.map((one) => JSON.stringify(one))).size).toBe(events.length);
  expect(events.filter(({ type }) => type === 'verdict')).toHaveLength(700);

  const emails: unknown[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page = tables(bench).leads(after);
    emails.push(...page.lines.map(({ email }) => email));
    after = page.next;
  }
  expect(new Set(emails).size).toBe(many + 700);
  expect(emails).toHaveLength(many + 700);
});
