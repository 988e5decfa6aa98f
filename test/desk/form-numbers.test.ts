// A form's numbers, by version, step and day, and how they are read from a large ledger.
import { expect, test } from 'vitest';
import type { FormNumbers } from '../../apps/worker/src/desk/form-numbers.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const day = 86_400_000;
const [form] = smallWorkspace.forms;
const second = { id: 's2', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] };
const twoSteps = { ...form, steps: [...(form?.steps ?? []), second] };

function numbersOf(bench: NodeDesk, days = 30): FormNumbers {
  const numbers: FormNumbers = JSON.parse(bench.desk.forms.numbers('demo', days) ?? 'null');
  return numbers;
}

function ready(door: (sql: Sql) => Sql = (sql) => sql): NodeDesk {
  const bench = nodeDesk({ door });
  expect(bench.desk.importWorkspace({ ...smallWorkspace, forms: [twoSteps] })).toMatchObject({ ok: true });
  return bench;
}

const seen = (
  { desk }: NodeDesk,
  version: number,
  event: 'view' | 'start' | 'step',
  step: string | null = null,
) => desk.count('demo', version, event, step);

test('what was seen, begun, reached, sent, put aside and worth something, by version and day', () => {
  const bench = ready();
  const first = bench.now;
  for (let time = 0; time < 4; time += 1) seen(bench, 1, 'view');
  for (let time = 0; time < 3; time += 1) seen(bench, 1, 'start');
  seen(bench, 1, 'step', 's2');
  const nurtured = arrivalOf({ email: 'a@x.example', size: '1-10' });
  bench.desk.intake.submit(nurtured);
  bench.desk.intake.submit(nurtured);
  bench.desk.intake.submit(arrivalOf({ email: 'b@x.example', size: '11-50', role: 'manager', team: 1 }));
  bench.desk.intake.submit(arrivalOf({ email: 'bot@x.example', size: '1-10' }, { trapped: true }));
  bench.desk.intake.submit(arrivalOf({ email: 'c@x.example' }, { final: false }));

  bench.now += day;
  bench.desk.importWorkspace({ format: 1, forms: [{ ...twoSteps, name: 'Anew' }] });
  seen(bench, 2, 'view');
  // Somebody who still had the first version open; their lead is in hand.
  bench.desk.intake.submit(
    arrivalOf({ email: 'b@x.example', size: '51-500', role: 'other' }, { version: 1 }),
  );

  const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const numbers = numbersOf(bench);
  expect(numbers).toMatchObject({ from: iso(first - 28 * day), to: iso(first + day) });
  expect(numbers.versions).toEqual([
    {
      version: 2,
      views: 1,
      starts: 0,
      completions: 0,
      qualified: 0,
      quarantined: 0,
      steps: [
        { id: 's1', title: 'About you', reached: 1 },
        { id: 's2', title: 'More', reached: 0 },
      ],
    },
    {
      version: 1,
      views: 4,
      starts: 3,
      completions: 3,
      qualified: 2,
      quarantined: 1,
      steps: [
        { id: 's1', title: 'About you', reached: 4 },
        { id: 's2', title: 'More', reached: 1 },
      ],
    },
  ]);
  expect(numbers.days).toHaveLength(30);
  expect(numbers.days.slice(-2)).toEqual([
    { day: iso(first), views: 4, starts: 3, completions: 2, qualified: 1 },
    { day: iso(first + day), views: 1, starts: 0, completions: 1, qualified: 1 },
  ]);
  const list = JSON.parse(bench.desk.forms.list());
  expect(list.forms[0].numbers).toEqual({ views: 5, starts: 3, completions: 3, qualified: 2 });

  bench.now += 29 * day;
  expect(numbersOf(bench).days[0]).toMatchObject({ day: iso(first + day), completions: 1 });
  expect(numbersOf(bench, 1).versions).toMatchObject([{ version: 2, views: 0 }]);
});

test('what came twice from one browser is sent once', () => {
  const bench = ready();
  const answers = { email: 'a@x.example', size: '1-10' };
  const submitted = bench.desk.intake.submit(arrivalOf(answers));
  const visitor = submitted.kind === 'stored' ? String(JSON.parse(submitted.reply).visitor) : '';
  bench.desk.intake.submit(arrivalOf(answers, { visitor }));
  expect(numbersOf(bench).versions).toMatchObject([{ completions: 1 }]);
});

test('a form that was only drafted has none, and one that there is none of is none', () => {
  const bench = ready();
  bench.desk.forms.saveDraft('fresh', null, { id: 'fresh', name: 'Fresh' }, 'owner');
  expect(JSON.parse(bench.desk.forms.numbers('fresh', 2) ?? '')).toMatchObject({
    versions: [],
    days: [{}, {}],
  });
  expect(bench.desk.forms.numbers('none', 2)).toBeNull();
});

test('however many submissions there are, an index has them in the order in which they are summed', () => {
  const plans: string[] = [];
  let isAsking = false;
  const bench = ready((sql) => ({
    ...sql,
    all: (statement, ...values) => {
      if (isAsking && statement.includes('FROM submissions')) {
        const plan = sql.all(`EXPLAIN QUERY PLAN ${statement}`, ...values);
        plans.push(...plan.map((row) => String(row['detail'])));
      }
      return sql.all(statement, ...values);
    },
  }));
  isAsking = true;
  numbersOf(bench);
  expect(plans).toEqual(['SEARCH submissions USING INDEX submissions_by_form (form=? AND <expr>>?)']);
});
