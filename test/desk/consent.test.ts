// What a visitor agreed to is kept as it stood before them, and what nobody finished is kept apart.
import { expect, test } from 'vitest';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allLeads, leadOf, stored } from './views.ts';

const [form] = smallWorkspace.forms;

function asking(consent: unknown, more: object = {}): NodeDesk {
  const bench = nodeDesk();
  const attributes = [
    ...smallWorkspace.attributes,
    { id: 'news', label: 'News', type: 'boolean', about: 'person' },
  ];
  const forms = [{ ...form, consent, ...more }];
  expect(bench.desk.importWorkspace({ ...smallWorkspace, attributes, forms })).toMatchObject({ ok: true });
  return bench;
}

const person = { email: 'c@x.example', size: '1-10' };

function consentOf(bench: NodeDesk, answers: object = {}, more: Partial<Arrival> = {}): unknown {
  stored(bench.desk.intake.submit(arrivalOf({ ...person, ...answers }, more)));
  return leadOf(bench, person.email).submissions.at(-1)?.['consent'];
}

test('the text is kept with its version, its language and the time', () => {
  const bench = asking(
    { text: 'We answer you.', url: 'https://www.example.com/privacy' },
    { translations: { de: { consent: { text: 'Wir antworten Ihnen.' } } } },
  );
  const record = {
    text: 'We answer you.',
    version: expect.stringMatching(/^[0-9a-f]{12}$/),
    url: 'https://www.example.com/privacy',
    language: 'en',
    at: '2027-01-04T09:00:00.000Z',
    agreed: null,
    marketing: null,
  };
  expect(consentOf(bench)).toEqual(record);
  const german = { ...record, text: 'Wir antworten Ihnen.', language: 'de' };
  expect(consentOf(bench, { name: 'C' }, { language: 'de' })).toEqual(german);
  expect(consentOf(bench, { name: 'D' }, { language: '__proto__' })).toEqual(record);
});

test('where it is required nobody is taken without it, and a version of the form’s own is kept', () => {
  const bench = asking({ text: 'I agree.', version: '2026-11', required: true });
  expect(bench.desk.intake.submit(arrivalOf(person))).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'must_be_true', path: ['answers', 'baton_consent'] }],
  });
  expect(consentOf(bench, { baton_consent: 'true' })).toMatchObject({ version: '2026-11', agreed: true });
  const [submission] = leadOf(bench, person.email).submissions;
  expect(submission?.['answers']).toEqual(person);
});

test('an opt-in is kept as what it is, and as an attribute where one is named', () => {
  const bench = asking({ marketing: { text: 'Write to me.', attribute: 'news' } });
  expect(consentOf(bench)).toMatchObject({ text: null, marketing: { text: 'Write to me.', given: false } });
  expect(leadOf(bench, person.email).attributes).not.toHaveProperty('news');
  expect(consentOf(bench, { name: 'C', baton_marketing: true })).toMatchObject({
    marketing: { given: true },
  });
  expect(leadOf(bench, person.email).attributes).toMatchObject({ news: true });
});

test('a form that asks for nothing keeps nothing', () => {
  expect(consentOf(asking(null), { baton_consent: 'true', baton_marketing: 'true' })).toBeNull();
});

const abandoned = (bench: NodeDesk) =>
  bench.desk.submissions({ state: 'abandoned', limit: 10, before: null })?.submissions;

test('what nobody finishes is abandoned after half an hour, with its answers, and never routed', async () => {
  const bench = asking(null, { partials: true });
  const started = arrivalOf({ email: 'left@x.example', size: '51-500' }, { final: false });
  stored(bench.desk.intake.submit(started));
  stored(bench.desk.intake.submit(arrivalOf({ size: '1-10' }, { final: false })));
  stored(bench.desk.intake.submit(arrivalOf({ email: 'bot@x.example' }, { final: false, trapped: true })));
  bench.now += 30 * 60_000 - 1;
  expect(abandoned(bench)).toEqual([]);
  bench.now += 1;
  expect(abandoned(bench)).toEqual([
    expect.objectContaining({
      final: false,
      abandoned: true,
      state: null,
      answers: { email: 'left@x.example', size: '51-500' },
    }),
  ]);
  await bench.settle();
  expect(bench.sent).toEqual([]);
  expect(allLeads(bench)).toEqual([]);
  // Who goes on has not abandoned it, and who sends it has finished it.
  stored(bench.desk.intake.submit({ ...started, answers: { email: 'left@x.example', size: '1-10' } }));
  expect(abandoned(bench)).toEqual([]);
  stored(bench.desk.intake.submit({ ...started, final: true }));
  bench.now += 60 * 60_000;
  stored(bench.desk.intake.submit(started));
  expect(abandoned(bench)).toEqual([]);
  expect(leadOf(bench, 'left@x.example').submissions).toHaveLength(1);
});

test('who finishes under another id, as after a refusal, has abandoned nothing', () => {
  const bench = asking(null, { partials: true });
  const started = arrivalOf({ email: person.email }, { final: false });
  stored(bench.desk.intake.submit(started));
  const refused = { ...started, final: true, answers: { ...person, size: 'nonsense' } };
  expect(bench.desk.intake.submit(refused)).toMatchObject({ kind: 'invalid' });
  bench.now += 60_000;
  stored(bench.desk.intake.submit(arrivalOf(person)));
  bench.now += 60 * 60_000;
  expect(abandoned(bench)).toEqual([]);
  const all = bench.desk.submissions({ state: null, limit: 10, before: null })?.submissions;
  expect(all?.map((one) => [one['final'], one['abandoned']])).toEqual([
    [true, false],
    [false, false],
  ]);
  // Whoever begins anew after that, has.
  stored(bench.desk.intake.submit(arrivalOf({ email: person.email }, { final: false })));
  bench.now += 60 * 60_000;
  expect(abandoned(bench)).toHaveLength(1);
});

test('what nobody finishes is forgotten after thirty days, and what was finished is not', async () => {
  const bench = asking(null);
  const day = 24 * 60 * 60_000;
  stored(bench.desk.intake.submit(arrivalOf({ email: 'old@x.example' }, { final: false })));
  stored(bench.desk.intake.submit(arrivalOf(person)));
  bench.now += 10 * day;
  stored(bench.desk.intake.submit(arrivalOf({ email: 'later@x.example' }, { final: false })));
  const left = () => bench.sql.all(`SELECT unfinished_email AS email FROM submissions ORDER BY id`);
  await bench.runUntil(mondayMorning + 31 * day);
  expect(left()).toEqual([{ email: null }, { email: 'later@x.example' }]);
  await bench.runUntil(mondayMorning + 41 * day);
  expect(left()).toEqual([{ email: null }]);
  expect(bench.sql.all(`SELECT kind FROM due WHERE kind = 'forget'`)).toEqual([]);
});
