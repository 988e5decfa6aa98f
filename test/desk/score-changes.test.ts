// How a lead's score came about: one line each time it changed, with its cause.
import { expect, test } from 'vitest';
import { mostChanges } from '../../apps/worker/src/desk/score-changes.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { sign } from './sign.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const answers = { email: 'a@x.example', size: '11-50', role: 'other', team: 3 };

function ready(): NodeDesk {
  const bench = nodeDesk({ mail: false });
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

function history(bench: NodeDesk): { total: number; cause: { kind: string } }[] {
  const lead = leadOf(bench, 'a@x.example').id;
  return Object(JSON.parse(bench.desk.terms.scores(lead) ?? 'null')).scores;
}

test('each change with its cause, and no line where nothing changed', async () => {
  const bench = ready();
  stored(bench.desk.intake.submit(arrivalOf(answers)));
  const first = leadOf(bench, 'a@x.example').submissions.at(-1)?.id;
  bench.now += 20_000;
  stored(bench.desk.intake.submit(arrivalOf(answers)));
  bench.desk.recordOfLead('a@x.example', [{ path: '/pricing', at: bench.now }]);
  bench.desk.recordOfLead('a@x.example', [{ event: 'nothing', at: bench.now }]);
  const { signatures: _, ...agreement } = smallWorkspace.agreement;
  const score = { ...agreement.score, fit: { ...agreement.score.fit, max: 30 } };
  bench.desk.importWorkspace({ format: 1, agreement: { ...agreement, score } });
  sign(bench, 2, 'marketing', 'cmo@baton.example');
  sign(bench, 2, 'sales', 'vp@baton.example');
  await bench.runUntil(bench.now + 1000);
  expect(history(bench)).toMatchObject([
    {
      total: 40,
      tier: 'nurture',
      agreement: 1,
      cause: { kind: 'submission', submission: first, form: 'demo' },
    },
    { total: 55, intent: 15, tier: 'mql', cause: { kind: 'behaviour', path: '/pricing', many: 1 } },
    { total: 45, fit: 30, tier: 'nurture', agreement: 2, cause: { kind: 'agreement' } },
  ]);
  expect(bench.desk.terms.scores('lead_none')).toBeNull();
});

test('a lead keeps its first line and the latest ones', () => {
  const bench = ready();
  for (let time = 0; time < mostChanges + 40; time += 1) {
    bench.now += 20_000;
    stored(bench.desk.intake.submit(arrivalOf({ ...answers, size: time % 2 === 0 ? '11-50' : '1-10' })));
  }
  const lines = history(bench);
  expect(lines).toHaveLength(mostChanges);
  const numbers = bench.sql
    .all(`SELECT number FROM score_changes ORDER BY number`)
    .map((row) => row['number']);
  expect(numbers.slice(0, 2)).toEqual([1, 42]);
  expect(numbers.at(-1)).toBe(mostChanges + 40);
});

test('what only waits for an agreement has no history yet', () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace({ ...smallWorkspace, agreement: undefined });
  const taken = bench.desk.intake.submit(arrivalOf(answers));
  expect(taken.kind).toBe('stored');
  expect(history(bench)).toEqual([]);
});
