// What people do with a lead: the verdict by API, its stages, and what the two sides ask each other.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Actor } from '../../apps/worker/src/access/rights.ts';
import type { HandDeskFor } from '../../apps/worker/src/desk/hands/hand-desk-for.ts';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import type { SalesStep } from '../../apps/worker/src/desk/hands/stage-steps.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const email = 'ada@engines.example';
const hour = 3_600_000;
const toLog = { id: 'log', kind: 'webhook', url: 'https://log.example/hook', on: ['lead.stage_changed'] };
const agreement = {
  ...smallWorkspace.agreement,
  commitments: { marketing: { answerWithin: 'PT4H' }, sales: {} },
};

function as(bench: NodeDesk, role: 'marketing' | 'sales', name: string): HandDeskFor {
  const actor: Actor = {
    kind: 'person',
    id: `per_${name}`,
    email: `${name}@baton.example`,
    role,
    workspace: 'main',
  };
  return bench.desk.as(actor).hands;
}

function handedOff() {
  const bench = nodeDesk();
  bench.desk.importWorkspace({ ...smallWorkspace, agreement, destinations: [toLog] });
  stored(
    bench.desk.intake.submit(arrivalOf({ email, name: 'Ada', size: '51-500', role: 'manager', team: 1 })),
  );
  const lead = leadOf(bench, email);
  const handoff = lead.handoffs[0]?.id ?? '';
  return {
    bench,
    lead: lead.id,
    handoff,
    ann: as(bench, 'sales', 'ann'),
    bob: as(bench, 'sales', 'bob'),
    mia: as(bench, 'marketing', 'cmo'),
  };
}

const told = z.looseObject({});

function read(answer: HandAnswer): z.infer<typeof told> {
  if (answer.kind !== 'done' && answer.kind !== 'taken') throw new Error(JSON.stringify(answer));
  return told.parse(JSON.parse(answer.text));
}

const move = (stage: SalesStep, more: object = {}) => ({
  stage,
  amount: null,
  currency: null,
  reason: null,
  correct: false,
  ...more,
});

test('of a verdict by API and one by link the first stands, and either person may take back only their own', () => {
  const { bench, handoff, ann, bob } = handedOff();
  expect(read(ann.verdict(handoff, { kind: 'accepted' }))).toMatchObject({ verdict: { byName: 'Ann' } });
  const late = bob.verdict(handoff, { kind: 'rejected', reason: 'too_small', note: null });
  expect(late.kind).toBe('taken');
  expect(read(late)).toMatchObject({ verdict: { kind: 'accepted', byName: 'Ann' }, undoUntil: null });
  expect(bob.undoVerdict(handoff)).toMatchObject({
    kind: 'refused',
    detail: expect.stringContaining('Only'),
  });
  bench.now += 9 * 60_000;
  expect(ann.undoVerdict(handoff).kind).toBe('done');
  expect(leadOf(bench, email).stage).toBe('mql');
  ann.verdict(handoff, { kind: 'accepted' });
  bench.now += 11 * 60_000;
  expect(ann.undoVerdict(handoff)).toMatchObject({ detail: expect.stringContaining('ten minutes') });
});

test('what a reason blames is kept with the verdict, whatever the agreement says later', () => {
  const { bench, handoff, lead, ann } = handedOff();
  ann.verdict(handoff, { kind: 'rejected', reason: 'too_small', note: null });
  const rejections = [{ id: 'too_small', says: 'Small', blames: ['role'] }];
  bench.desk.importWorkspace({ format: 1, agreement: { ...agreement, rejections } });
  expect(read(ann.timeline(lead, { limit: 50, before: null }))).toMatchObject({
    events: expect.arrayContaining([expect.objectContaining({ kind: 'verdict', blames: ['size'] })]),
  });
});

test('a verdict cannot be taken back once the lead has gone on', () => {
  const { handoff, lead, ann } = handedOff();
  ann.verdict(handoff, { kind: 'accepted' });
  expect(ann.moveStage(lead, move('sql')).kind).toBe('done');
  expect(ann.undoVerdict(handoff)).toMatchObject({
    kind: 'refused',
    detail: expect.stringContaining('gone on'),
  });
});

test('stages follow each other; a jump is refused in words, a correction goes anywhere, and every step is told', async () => {
  const { bench, handoff, lead, ann } = handedOff();
  expect(ann.moveStage(lead, move('contacted'))).toMatchObject({
    detail: expect.stringContaining('accept it first'),
  });
  ann.verdict(handoff, { kind: 'accepted' });
  for (const stage of ['won', 'opportunity'] as const) {
    expect(ann.moveStage(lead, move(stage)).kind).toBe('refused');
  }
  bench.now += 1;
  for (const [stage, more] of [
    ['contacted', {}],
    ['sql', {}],
    ['opportunity', { amount: 5000, currency: 'EUR' }],
    ['opportunity', { amount: 7000, currency: 'EUR' }],
    ['lost', { reason: 'No budget' }],
  ] as const) {
    bench.now += 1000;
    expect(ann.moveStage(lead, move(stage, more)).kind, stage).toBe('done');
  }
  expect(ann.moveStage(lead, move('won')).kind).toBe('refused');
  bench.now += 1000;
  expect(read(ann.moveStage(lead, move('won', { correct: true })))).toMatchObject({
    stage: 'won',
    amount: 7000,
    reason: null,
    next: [],
  });
  await bench.settle();
  const stages = bench.sent
    .filter(({ target }) => target === toLog.url)
    .map(({ body }) => Object(JSON.parse(body)).data.stage);
  expect(stages.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'lead mql',
    'mql sal',
    'sal contacted',
    'contacted sql',
    'sql opportunity',
    'opportunity opportunity',
    'opportunity lost',
    'lost won',
  ]);
  expect(stages.at(-2)).toMatchObject({ reason: 'No budget', by: 'person:ann@baton.example', version: 1 });
  expect(stages.at(-1)).toMatchObject({ corrected: true });
});

test('a lost lead may come back as the agreement says', () => {
  const { bench, handoff, lead, ann } = handedOff();
  ann.verdict(handoff, { kind: 'accepted' });
  ann.moveStage(lead, move('lost', { reason: 'No budget' }));
  bench.now += 91 * 24 * hour;
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 2 })));
  expect(leadOf(bench, email)).toMatchObject({ stage: 'mql', handoffs: [{}, {}] });
  expect(ann.moveStage(lead, move('won', { correct: true }))).toMatchObject({
    detail: expect.stringContaining('verdict'),
  });
});

test('a question is mailed to the side that is asked, is due in the agreed hours, and only that side closes it', async () => {
  const { bench, lead, ann, bob, mia } = handedOff();
  await bench.settle();
  bench.sent.length = 0;
  // Monday, 16:30 in Berlin: four hours of the agreement's end on Tuesday at 12:00.
  bench.now = Date.parse('2027-01-04T15:30:00Z');
  const asked = read(ann.writeNote(lead, { text: 'Whence the size?', to: null, field: 'company_size' }));
  expect(asked).toMatchObject({ to: 'marketing', dueAt: '2027-01-05T11:00:00.000Z', overdue: false });
  await bench.settle();
  expect(bench.sent.map(({ target }) => target)).toEqual(['cmo@baton.example']);
  expect(bench.sent[0]?.body).toContain('Whence the size?');
  // The lead card, where they answer.
  expect(bench.sent[0]?.body).toContain(`/inbox/${lead}`);
  const id = String(asked['id']);
  expect(read(bob.answerNote(id, 'I wonder too.'))).toMatchObject({ answeredAt: null });
  bench.now = Date.parse('2027-01-05T12:00:00Z');
  const open = { to: null, lead: null, open: true, limit: 10, before: null };
  expect(read(mia.questions(open))).toMatchObject({
    questions: [{ overdue: true, age: { ms: 20.5 * hour, openMs: 5 * hour } }],
    open: { marketing: { waiting: 1, overdue: 1 }, sales: { waiting: 0, overdue: 0 } },
    answerWithin: { marketing: 'PT4H', sales: null },
  });
  bench.sent.length = 0;
  expect(read(mia.answerNote(id, 'From the form.'))).toMatchObject({
    answeredBy: 'person:cmo@baton.example',
    answers: [{ text: 'I wonder too.' }, { text: 'From the form.' }],
  });
  expect(read(mia.questions(open))).toMatchObject({ questions: [] });
  await bench.settle();
  expect(bench.sent.map(({ target }) => target).toSorted()).toEqual([
    'ann@baton.example',
    'bob@baton.example',
  ]);
});

test('a question to sales goes to the lead’s owner alone', async () => {
  const { bench, lead, mia } = handedOff();
  await bench.settle();
  bench.sent.length = 0;
  mia.writeNote(lead, { text: '=cmd|"/c calc"!A1 <img src=x onerror=alert(1)>', to: 'sales', field: null });
  await bench.settle();
  expect(bench.sent.map(({ target }) => target)).toEqual(['ann@baton.example']);
  expect(Object(JSON.parse(bench.sent[0]?.body ?? '{}')).html).not.toContain('<img src=x');
});

test('a timeline read page by page is the whole of it, in order, each thing once', () => {
  const { bench, lead, handoff, ann } = handedOff();
  ann.verdict(handoff, { kind: 'accepted' });
  const behaviours = Array.from({ length: 20 }, (_, at) => ({
    path: `/p${at % 4}`,
    at: bench.now - at * hour,
  }));
  const journal = {
    touches: [{ at: '2027-01-01T10:00:00Z', utm_source: 'mail', url: 'https://x.example/' }],
  };
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500' }, { behaviours, journal })));
  const page = z.object({
    events: z.array(z.looseObject({ id: z.string(), at: z.string() })),
    next: z.string().nullable(),
  });
  const whole = page.parse(read(ann.timeline(lead, { limit: 200, before: null })));
  const ids: string[] = [];
  for (let before: string | null = null; ;) {
    const { events, next } = page.parse(read(ann.timeline(lead, { limit: 3, before })));
    ids.push(...events.map(({ id }) => id));
    if (next === null) break;
    before = next;
  }
  expect(ids).toEqual(whole.events.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const times = whole.events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(ids.filter((id) => id.includes('.behaviour.'))).toHaveLength(20);
  expect(ids.filter((id) => id.includes('.visit.'))).toHaveLength(1);
});
