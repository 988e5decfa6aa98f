// What the past says of an agreement that somebody writes: held to the checker that reads it and to the replay, threshold
// by threshold.
import { checkTerms, evidenceKey } from '@baton/agreement';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Documents } from '../../apps/worker/src/desk/documents.ts';
import { Evidence, type EvidenceView } from '../../apps/worker/src/desk/terms/evidence.ts';
import { replayedJudge } from '../../apps/worker/src/desk/terms/replayed-judge.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { stored } from './views.ts';

const day = 86_400_000;
const { signatures: _, ...agreement } = smallWorkspace.agreement;
const rule = (field: string, operator: string, value: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});

function ready(): NodeDesk {
  const bench = nodeDesk({ mail: false });
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

type Seen = { readonly path: string; readonly at: number };

function sent(bench: NodeDesk, email: string, answers: object, behaviours: readonly Seen[] = []): void {
  const given = { size: '1-10', role: 'other', ...answers };
  const arrival = arrivalOf({ email, ...given, team: 3 }, { behaviours: [...behaviours] });
  stored(bench.desk.intake.submit(arrival));
}

function evidenceOf(bench: NodeDesk, document: object, from: number, to: number): EvidenceView {
  const begun = bench.desk.terms.evidence({ document }, { from, to });
  if (begun.kind !== 'evidence') throw new Error(JSON.stringify(begun));
  while (begun.evidence.step());
  return begun.evidence.view();
}

function handoffsAt({ thresholds }: EvidenceView, threshold: number): number {
  return thresholds.find(({ from }) => from >= threshold)?.handoffs ?? 0;
}

function withThreshold(from: number): object {
  const tiers = [
    { id: 'mql', from, followUp: 'PT4H' },
    { id: 'nurture', from: 0 },
  ];
  return { ...agreement, tiers };
}

test('each rule is counted once a lead, whenever in the period it held, and never for what came before', () => {
  const bench = ready();
  const { fit } = agreement.score;
  const bySource = { id: 'ads', says: 'From ads', points: 5, when: rule('visit.utm_source', '=', 'ads') };
  const document = {
    ...agreement,
    score: { ...agreement.score, fit: { ...fit, rules: [...fit.rules, bySource] } },
  };
  sent(bench, 'old@x.example', { role: 'student' });
  bench.now += 30 * day;
  const from = bench.now;
  stored(
    bench.desk.intake.submit(
      arrivalOf({ email: 'a@x.example', size: '11-50' }, { visit: { utm_source: 'ads' } }),
    ),
  );
  bench.now += day;
  // The visit of the latest submission is another one; it held all the same.
  sent(bench, 'a@x.example', { size: '11-50' });
  sent(bench, 'b@x.example', {}, [{ path: '/blog/x', at: bench.now }]);
  const view = evidenceOf(bench, document, from, bench.now + 1);
  expect(view.leads).toBe(2);
  expect(view.held).toEqual([
    { kind: 'fit', id: 'size', leads: 1 },
    { kind: 'fit', id: 'manager', leads: 0 },
    { kind: 'fit', id: 'ads', leads: 1 },
    { kind: 'disqualify', id: 'student', leads: 0 },
    { kind: 'routing', id: 'everybody', leads: 2 },
  ]);
  expect(view.scores).toEqual([
    { total: 5, leads: 1 },
    { total: 40, leads: 1 },
  ]);
  expect(view.dots.map(({ total }) => total)).toEqual([5, 40]);
  expect(view.sampled).toBe(null);
});

test('a rule that never held is told by the checker with how many were looked at, and of few leads nothing is claimed', () => {
  const bench = ready();
  const found = (): unknown[] => {
    const view = evidenceOf(bench, agreement, bench.now - 90 * day, bench.now + 1);
    const { attributes, people, teams } = new Documents({ sql: bench.sql, log: () => undefined }).all();
    const context = {
      catalogue: new Map(attributes.map((one) => [one.id, one])),
      people,
      teams,
      today: '2027-01-04',
    };
    const held = new Map(view.held.map(({ kind, id, leads }) => [evidenceKey(kind, id), leads]));
    const evidence = { days: 90, leads: view.leads, held, handoffsADay: null };
    return checkTerms(agreement, context, evidence).flatMap(({ code, path, params }) =>
      code === 'never_held' ? [[path.join('.'), params]] : [],
    );
  };
  for (let many = 0; many < 29; many += 1) sent(bench, `p${many}@x.example`, {});
  expect(found()).toEqual([]);
  sent(bench, 'one-more@x.example', { role: 'manager' });
  expect(found()).toEqual([
    ['score.fit.rules.0', { id: 'size', days: 90, leads: 30 }],
    ['disqualify.0', { id: 'student', days: 90, leads: 30 }],
  ]);
  sent(bench, 'student@x.example', { role: 'student', size: '11-50' });
  expect(found()).toEqual([]);
});

const lead = fc.record({
  who: fc.nat({ max: 5 }),
  size: fc.constantFrom('1-10', '11-50', '51-500'),
  role: fc.constantFrom('manager', 'student', 'other'),
  pages: fc.array(fc.constantFrom('/blog/a', '/pricing', '/pricing/b'), { maxLength: 4 }),
  wait: fc.integer({ min: 1, max: 20 }),
});

test('at every threshold it counts the first handoffs that a replay under that threshold comes to', () => {
  fc.assert(
    fc.property(
      fc.array(lead, { minLength: 1, maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 110 }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 60 }),
      (leads, thresholds, begin) => {
        const bench = ready();
        for (const { who, pages, wait, ...answers } of leads) {
          bench.now += wait * day;
          const seen = pages.map((path, place) => ({ path, at: bench.now - place * 60_000 }));
          sent(bench, `lead${who}@x.example`, answers, seen);
        }
        const period = { from: mondayMorning + begin * day, to: bench.now + 1 };
        fc.pre(period.from < period.to);
        const view = evidenceOf(bench, withThreshold(50), period.from, period.to);
        for (const threshold of [50, ...thresholds]) {
          const begun = bench.desk.terms.replay({ document: withThreshold(threshold) }, period);
          if (begun.kind !== 'replay') throw new Error(JSON.stringify(begun));
          while (begun.replay.step());
          expect([threshold, handoffsAt(view, threshold)]).toEqual([
            threshold,
            begun.replay.view().after.handoffs,
          ]);
        }
      },
    ),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 12) },
  );
});

test('of many leads every so-manieth is read, and it says of how many', () => {
  const bench = ready();
  for (let many = 0; many < 40; many += 1)
    sent(bench, `p${many}@x.example`, { size: '51-500', role: 'manager' });
  const reading = {
    documents: new Documents({ sql: bench.sql, log: () => undefined }),
    parts: { sql: bench.sql, now: () => bench.now },
  };
  const judge = replayedJudge(reading, { version: 1 });
  if (judge.kind !== 'judge') throw new Error(judge.kind);
  const evidence = new Evidence(reading, judge, { from: mondayMorning - day, to: bench.now + 1 }, 10);
  while (evidence.step());
  const view = evidence.view();
  expect(view.sampled).toEqual({ taken: 10, of: 40 });
  expect(view.leads).toBe(10);
  // Of Sunday and Monday one.
  expect(view.openDays).toBe(1);
});

test('a period in which nothing happened is empty, and a document that could not run is refused', () => {
  const bench = ready();
  const sunday = mondayMorning - day;
  const view = evidenceOf(bench, agreement, sunday, sunday + 3_600_000);
  expect(view).toMatchObject({ leads: 0, openDays: 0, thresholds: [], scores: [], dots: [] });
  const refused = bench.desk.terms.evidence({ document: {} }, { from: sunday, to: bench.now });
  expect(refused).toMatchObject({ kind: 'invalid' });
  expect(bench.desk.terms.evidence({ version: 9 }, { from: sunday, to: bench.now })).toEqual({
    kind: 'refused',
    why: 'unknown',
  });
});
