// One lead per address: what all its submissions come to, what is kept of each, and what of it its browsers know.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const email = 'ada@engines.example';
const options = ['crm', 'mail', 'calls'].map((id) => ({ id, label: id }));

/** Each kind of answer that is merged in its own way, and what was told once need not be told again. */
const fields = [
  { id: 'email', kind: 'email', attribute: 'email', label: 'E', required: true, ask: 'always' },
  { id: 'name', kind: 'text', attribute: 'name', label: 'N', ask: 'untilKnown' },
  { id: 'size', kind: 'choice', attribute: 'company_size', label: 'S', required: true, ask: 'untilKnown' },
  { id: 'role', kind: 'choice', attribute: 'role', label: 'R', ask: 'untilKnown' },
  { id: 'team', kind: 'number', attribute: 'team_size', label: 'T', ask: 'untilKnown' },
  { id: 'uses', kind: 'choices', attribute: 'uses', label: 'U', ask: 'untilKnown' },
  { id: 'title', kind: 'text', attribute: 'job_title', label: 'J', ask: 'untilKnown' },
];

function ready(): NodeDesk {
  const bench = nodeDesk();
  const [form] = smallWorkspace.forms;
  const imported = bench.desk.importWorkspace({
    ...smallWorkspace,
    attributes: [
      ...smallWorkspace.attributes,
      { id: 'uses', label: 'Uses', type: 'choices', about: 'company', options },
      { id: 'job_title', label: 'Job title', type: 'text', about: 'person' },
    ],
    forms: [{ ...form, steps: [{ id: 's1', title: 'About you', fields }] }],
  });
  expect(imported).toMatchObject({ ok: true });
  return bench;
}

const mayMiss = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const answers = fc.record(
  {
    name: fc.constantFrom('Ada', 'Ada Byron', '', '  '),
    role: mayMiss(fc.constantFrom('manager', 'other', '')),
    team: mayMiss(fc.constantFrom(0, 3, '')),
    uses: mayMiss(fc.subarray(['crm', 'mail', 'calls'])),
  },
  { requiredKeys: [] },
);
const submission = fc.record({
  answers,
  size: fc.constantFrom('1-10', '11-50'),
  written: fc.constantFrom(email, ' Ada@Engines.Example ', 'ADA@ENGINES.EXAMPLE'),
});

const isTold = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');

test('the latest answer stands, what is missing changes nothing, a list is replaced whole, and all of it is kept', () => {
  const attributes: Readonly<Record<string, string>> = { size: 'company_size', team: 'team_size' };
  fc.assert(
    fc.property(fc.array(submission, { minLength: 1, maxLength: 6 }), (submissions) => {
      const bench = ready();
      const known: Record<string, unknown> = { email };
      for (const one of submissions) {
        bench.now += 60_000;
        const given = { ...one.answers, size: one.size };
        stored(bench.desk.intake.submit(arrivalOf({ email: one.written, ...given })));
        for (const [id, value] of Object.entries(given)) {
          if (isTold(value)) known[attributes[id] ?? id] = value;
        }
      }
      const lead = leadOf(bench, email);
      const derived = { company_domain: 'engines.example', email_kind: 'business' };
      expect(lead.attributes).toEqual({ ...known, ...derived });
      const history = bench.sql.all(`SELECT answers FROM submissions ORDER BY at`);
      expect(history.map((row) => JSON.parse(String(row['answers'])))).toEqual(
        submissions.map(({ answers: told, size }) => ({
          email,
          ...Object.fromEntries(Object.entries(told).filter(([, value]) => isTold(value))),
          size,
        })),
      );
    }),
    { numRuns: 25 },
  );
});

test('what is derived follows the latest answers, not only the first ones', () => {
  const bench = ready();
  const send = (more: object): void => {
    bench.now += 60_000;
    stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10', ...more })));
  };
  send({});
  expect(leadOf(bench, email).attributes).not.toHaveProperty('seniority');
  send({ title: 'VP of Sales' });
  expect(leadOf(bench, email).attributes).toMatchObject({ seniority: 'vp' });
  send({ title: 'Accountant' });
  expect(leadOf(bench, email).attributes).not.toHaveProperty('seniority');
});

test('two browsers and one address: neither is asked or shown anything by what the other told', () => {
  const bench = ready();
  const pricing = { path: '/pricing', at: mondayMorning - 1000 };
  const send = (answers: object, more: object = {}) => {
    bench.now += 60_000;
    return stored(bench.desk.intake.submit(arrivalOf({ email, ...answers }, more))).reply;
  };
  const one = send({ size: '51-500', role: 'manager' }, { behaviours: [pricing] });
  expect(one.outcome?.id).toBe('booked');
  const two = send({ size: '1-10', name: 'Eve', team: 3 });
  expect(two.outcome?.id).toBe('thanks');
  expect(bench.desk.nextQuestions('demo', one.visitor)?.skip).toEqual(['size', 'role']);
  expect(bench.desk.nextQuestions('demo', two.visitor)?.skip).toEqual(['name', 'size', 'team']);
  expect(leadOf(bench, email)).toMatchObject({ stage: 'mql', attributes: { role: 'manager', name: 'Eve' } });
  // Each goes on from what it told itself: the one is still large, the other still is not.
  expect(send({}, { visitor: two.visitor })).toMatchObject({
    visitor: two.visitor,
    outcome: { id: 'thanks' },
  });
  expect(send({}, { visitor: one.visitor })).toMatchObject({
    visitor: one.visitor,
    outcome: { id: 'booked' },
  });
});

test('what a known browser answers although it need not is taken', () => {
  const bench = ready();
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10', role: 'other' })));
  bench.now += 60_000;
  const again = { email, size: '51-500' };
  stored(bench.desk.intake.submit(arrivalOf(again, { visitor: reply.visitor })));
  expect(leadOf(bench, email).attributes).toMatchObject({ company_size: '51-500', role: 'other' });
});

test('an unfinished submission holds what was told last, and is nobody’s answer yet', () => {
  const bench = ready();
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10' })));
  const draft = arrivalOf({ email, size: '11-50', name: 'A' }, { final: false });
  stored(bench.desk.intake.submit(draft));
  stored(bench.desk.intake.submit({ ...draft, answers: { email, size: '51-500' } }));
  const [row] = bench.sql.all(`SELECT answers, state, lead FROM submissions WHERE final = 0`);
  expect({ ...row, answers: JSON.parse(String(row?.['answers'])) }).toEqual({
    answers: { email, size: '51-500' },
    state: null,
    lead: null,
  });
  expect(leadOf(bench, email)).toMatchObject({ attributes: { company_size: '1-10' } });
  expect(leadOf(bench, email).attributes).not.toHaveProperty('name');
});
