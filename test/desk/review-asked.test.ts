// What people ask, as the Desk tells it: from answers to free questions, from notes and from the notes of rejections;
// never anything that leads to a person, and nothing that fewer than three people wrote.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf } from './views.ts';

const group = z.looseObject({
  people: z.number(),
  terms: z.array(
    z.looseObject({
      term: z.string(),
      people: z.number(),
      change: z.string().nullable(),
      examples: z.array(z.looseObject({ lead: z.string(), kind: z.string(), text: z.string() })),
    }),
  ),
});
const told = z.looseObject({ against: z.string(), answers: group, sales: group });

const day = 24 * 60 * 60 * 1000;
const questions = [
  { id: 'message', kind: 'textarea', label: 'Anything else?' },
  { id: 'goal', kind: 'text', label: 'What do you want to reach?' },
  { id: 'secret', kind: 'textarea', label: 'What nobody may know', sensitive: true },
];

function begun(): NodeDesk {
  const bench = nodeDesk();
  const forms = smallWorkspace.forms.map((form) => ({
    ...form,
    steps: form.steps.map((step) => ({ ...step, fields: [...step.fields, ...questions] })),
  }));
  expect(bench.desk.importWorkspace({ ...smallWorkspace, forms }).ok).toBe(true);
  return bench;
}

function send({ desk }: NodeDesk, name: string, answers: Readonly<Record<string, string>>): void {
  const all = {
    email: `${name}@a.example`,
    name: 'Ada Gray Lovelace',
    size: '51-500',
    role: 'other',
    ...answers,
  };
  expect(desk.intake.submit(arrivalOf(all)).kind).toBe('stored');
}

function asked({ desk }: NodeDesk, filter: Readonly<Record<string, readonly string[]>> = {}) {
  for (const reading of [desk.review.reading(), desk.review.readingTexts()]) while (reading?.step() === true);
  const answer = desk.review.asked({ from: null, to: null, by: 'company', filter, team: [] });
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return told.parse(JSON.parse(answer.text));
}

const people = ['ann', 'ben', 'cem'];

test('is what at least three people wrote, with where, and without what leads to anybody', () => {
  const bench = begun();
  for (const name of people)
    send(bench, name, {
      message: `Do you integrate with SAP? Write to ${name}@home.example or call +49 30 1234567.`,
      secret: 'our secret merger',
      goal: 'Rotas',
    });
  for (const name of people.slice(1)) send(bench, `x${name}`, { message: 'Only two ask for payroll' });
  const { answers } = asked(bench);
  expect(answers.people).toBe(5);
  const terms = answers.terms.map(({ term }) => term);
  expect(terms).toContain('integrate with sap');
  // A longer term stands for its parts, one line is a name unless it is a sentence, and a name is nobody's question.
  for (const not of ['sap', 'payroll', 'secret merger', 'rotas', 'ada gray lovelace'])
    expect(terms).not.toContain(not);
  const first = answers.terms.find(({ term }) => term === 'integrate with sap');
  expect(first).toMatchObject({ people: 3, examples: [{ kind: 'answer' }, {}, {}] });
  expect(new Set(first?.examples.map(({ lead }) => lead)).size).toBe(3);
  expect(JSON.stringify(answers)).not.toMatch(/@|home\.example|1234567/);
});

test('opens each term to those who wrote it, and to nobody where fewer did than are shown', () => {
  const bench = begun();
  for (const name of people)
    for (const again of ['', ' Really.'])
      send(bench, name, { message: `Do you integrate with SAP?${again}` });
  for (const name of people.slice(1)) send(bench, `x${name}`, { message: 'Only two ask for payroll' });
  const { answers } = asked(bench);
  const behind = (term: string): unknown => {
    const query = { from: null, to: null, by: 'company', filter: {}, team: [] } as const;
    const slice = { kind: 'asked', group: 'answers', term } as const;
    const answer = bench.desk.review.behindSlice(query, slice, { limit: 50, offset: 0 });
    return answer.kind === 'done' ? JSON.parse(answer.text) : answer;
  };
  for (const { term, people: many } of answers.terms)
    expect(behind(term), term).toMatchObject({ total: many });
  expect(behind('')).toMatchObject({ total: answers.people });
  expect(behind('integrate with sap')).toMatchObject({
    leads: people
      .toReversed()
      .map((name) => ({ email: `${name}@a.example`, says: 'In an answer', speaks: 'neither' })),
  });
  for (const none of ['payroll', 'secret', 'nothing at all'])
    expect(behind(none)).toMatchObject({ total: 0, leads: [] });
});

test('is told apart: what visitors write, and what sales writes about them', () => {
  const bench = begun();
  const writer = { by: 'person:ann@baton.example', side: 'sales' } as const;
  for (const name of people) {
    send(bench, name, { goal: 'We plan night shifts' });
    const { id } = leadOf(bench, `${name}@a.example`);
    bench.desk.hands.writeNote(id, writer, { text: 'What about a discount?', to: null, field: null });
  }
  const { answers, sales } = asked(bench);
  expect(answers.terms.map(({ term }) => term)).toContain('plan night shifts');
  expect(sales.terms).toMatchObject([{ term: 'discount', people: 3, examples: [{ kind: 'note' }, {}, {}] }]);
});

test('is compared with the period before, or with all others where it is narrowed down', () => {
  const bench = begun();
  for (let index = 0; index < 30; index += 1) send(bench, `old${index}`, { message: 'What about pricing?' });
  bench.now += 40 * day;
  for (let index = 0; index < 30; index += 1)
    send(bench, `new${index}`, {
      message: index < 20 ? 'Is there a works council view?' : 'What about pricing?',
    });
  const { against, answers } = asked(bench);
  expect(against).toBe('before');
  expect(answers.terms.find(({ term }) => term === 'works council view')).toMatchObject({
    change: 'more',
    before: 0,
  });
  expect(answers.terms.find(({ term }) => term === 'pricing')).toMatchObject({
    people: 10,
    before: 30,
    change: 'less',
  });
  expect(asked(bench, { source: ['nowhere'] })).toMatchObject({
    against: 'others',
    answers: { people: 0, terms: [] },
  });
});

test('whoever is erased asks nothing any more', () => {
  const bench = begun();
  for (const name of people) send(bench, name, { message: 'Is there an audit log?' });
  expect(asked(bench).answers.terms.map(({ term }) => term)).toContain('audit log');
  bench.desk.hands.erase(leadOf(bench, 'ann@a.example').id, 'person:ann@baton.example');
  expect(asked(bench).answers).toMatchObject({ people: 2, terms: [] });
});
