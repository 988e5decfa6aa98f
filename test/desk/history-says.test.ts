// What past leads come to: the baseline, points and a threshold that they suggest, and the first thirty days.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { bench, day, hands, importAll, unagreed } from './past-leads.ts';
import { smallWorkspace } from './small-workspace.ts';
import { stored } from './views.ts';

test('the baseline counts what is known, with how sure it is', () => {
  const made = bench();
  importAll(made);
  const baseline = hands(made).baseline();
  while (baseline.step());
  expect(baseline.view()).toMatchObject({
    leads: 6,
    known: 3,
    won: 1,
    from: '2025-03-01T09:00:00.000Z',
    sources: [
      { source: 'fair', leads: 3, known: 1, won: 0 },
      { source: 'google', leads: 2, known: 2, won: 1 },
      { source: null, leads: 1, known: 0, won: 0, interval: null },
    ],
    months: [{ month: '2025-03', leads: 6 }],
    acceptance: { known: 5, accepted: 4 },
    followUp: { known: 3, medianMilliseconds: 2 * day },
    reasons: [{ reason: 'too small', count: 1 }],
  });
});

/** Large companies are won four times as often. */
function pastWithEffect(many: number): string {
  const lines = Array.from({ length: many }, (_, index) => {
    const size = ['1-10', '11-50', '51-500'][index % 3] ?? '';
    const won = size === '51-500' ? index % 2 : Number(index % 11 === 0);
    return `p${index}@c${index}.example,${size},${won},2025-0${1 + (index % 9)}-10`;
  });
  return ['Mail,Size,Won,Day', ...lines].join('\n');
}

const withEffect = {
  attributes: { email: 'Mail', company_size: 'Size' },
  outcome: { column: 'Won', values: { 1: 'won', 0: 'lost' } },
  times: { created: 'Day' },
};

test('enough of it suggests points and a threshold; too little says so, with what stands out', () => {
  const much = bench(unagreed);
  importAll(much, pastWithEffect(600), withEffect);
  const findings = hands(much).findings();
  while (findings.step());
  expect(findings.view()).toMatchObject({
    kind: 'scorecard',
    known: 600,
    rules: expect.arrayContaining([
      expect.objectContaining({ says: expect.stringContaining('51–500'), dimension: 'fit' }),
    ]),
    threshold: { from: expect.any(Number), recall: expect.any(Number) },
  });

  const little = bench(unagreed);
  importAll(little, pastWithEffect(90), withEffect);
  const few = hands(little).findings();
  while (few.step());
  expect(few.view()).toMatchObject({
    kind: 'segments',
    why: 'too_few',
    segments: [{ attribute: 'company_size', value: '51-500', label: 'Company size: 51–500', known: 30 }],
  });
});

test('the first thirty days are read from what there is', async () => {
  const made = nodeDesk();
  const doneOf = (): string[] =>
    z
      .object({ steps: z.array(z.object({ step: z.string(), done: z.boolean() })) })
      .parse(JSON.parse(hands(made).firstDays()))
      .steps.flatMap(({ step, done }) => (done ? step : []));
  expect(doneOf()).toEqual([]);
  made.desk.importWorkspace(unagreed);
  expect(doneOf()).toEqual(['attributes_described', 'people_invited', 'teams_made', 'form_published']);
  importAll(made);
  expect(doneOf()).toContain('history_imported');
  expect(doneOf()).not.toContain('first_submission');
  made.desk.importWorkspace(smallWorkspace);
  stored(
    made.desk.intake.submit(arrivalOf({ email: 'x@x.example', size: '51-500', role: 'manager', team: 3 })),
  );
  await made.settle();
  expect(doneOf()).toEqual([
    'history_imported',
    'attributes_described',
    'people_invited',
    'teams_made',
    'agreement_drafted',
    'agreement_proposed',
    'agreement_signed',
    'form_published',
    'destination_tested',
    'first_submission',
    'first_handoff',
  ]);
});
