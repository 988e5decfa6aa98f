// The catalogue in use: what an attribute's options and place cannot lose, what archiving leaves as it was, and that merging
// takes no answer and no rule its meaning.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const minute = 60_000;
const roles = {
  label: 'Job',
  type: 'choice',
  about: 'person',
  options: [
    { id: 'boss', label: 'Boss' },
    { id: 'student', label: 'Student' },
    { id: 'other', label: 'Other' },
  ],
};

function bench(): NodeDesk {
  const made = nodeDesk();
  made.desk.importWorkspace(smallWorkspace);
  return made;
}

const listShape = z.object({
  attributes: z.array(
    z.looseObject({
      id: z.string(),
      archived: z.boolean(),
      mergedInto: z.string().nullable(),
      known: z.number(),
      uses: z.array(z.looseObject({ kind: z.string(), id: z.string() })),
    }),
  ),
  leads: z.number(),
});

function attributeOf({ desk }: NodeDesk, id: string): z.infer<typeof listShape>['attributes'][number] {
  const found = listShape.parse(JSON.parse(desk.attributes.list())).attributes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No ${id}.`);
  return found;
}

function leadOf({ desk }: NodeDesk, email: string): z.infer<typeof leadShape> {
  return leadShape.parse(desk.leads({ email, limit: 1, before: null })?.leads[0]);
}

const leadShape = z.looseObject({
  attributes: z.record(z.string(), z.unknown()),
  score: z.looseObject({ total: z.number() }),
  stage: z.string(),
});

test('the catalogue says where each is used and of how many leads it is known', () => {
  const made = bench();
  made.desk.intake.submit(arrivalOf({ email: 'a@one.example', size: '11-50', role: 'other' }));
  made.desk.intake.submit(arrivalOf({ email: 'b@one.example', size: '11-50' }));
  expect(attributeOf(made, 'role')).toMatchObject({
    known: 1,
    uses: [
      { kind: 'form', id: 'demo' },
      { kind: 'agreement', id: '1' },
    ],
  });
  expect(attributeOf(made, 'company_domain')).toMatchObject({ derived: true, known: 2, uses: [] });
});

test('options are added, renamed and put in another order, but none goes that is used or known', () => {
  const made = bench();
  const size = {
    label: 'Headcount',
    type: 'choice',
    about: 'company',
    ordered: true,
    options: [
      { id: '1-10', label: 'Up to ten' },
      { id: '11-50', label: '11–50' },
      { id: '51-500', label: '51–500' },
      { id: '501+', label: 'More' },
    ],
  };
  expect(made.desk.attributes.save('company_size', size, 'owner')).toMatchObject({ kind: 'done' });
  expect(attributeOf(made, 'company_size')).toMatchObject({ label: 'Headcount' });
  made.desk.intake.submit(arrivalOf({ email: 'a@one.example', size: '51-500' }));
  expect(
    made.desk.attributes.save('company_size', { ...size, options: [{ id: '1-10', label: 'x' }] }, 'owner'),
  ).toMatchObject({
    kind: 'invalid',
    issues: [
      { code: 'option_in_use', params: { option: '11-50', where: 'Agreement' } },
      { code: 'option_in_use', params: { option: '51-500', where: 'leads' } },
    ],
  });
  expect(made.desk.attributes.save('company_size', { ...size, type: 'choices' }, 'owner')).toMatchObject({
    issues: [{ code: 'type_is_fixed', path: ['type'] }],
  });
  expect(made.desk.attributes.save('seniority', { ...size }, 'owner')).toMatchObject({
    issues: [{ code: 'reserved_id', path: ['id'] }],
  });
});

test('what is archived goes on in forms and in the agreement, and comes back', () => {
  const made = bench();
  expect(made.desk.attributes.archive('role', true, 'owner')).toMatchObject({ kind: 'done' });
  expect(attributeOf(made, 'role').archived).toBe(true);
  made.desk.intake.submit(arrivalOf({ email: 'a@one.example', size: '11-50', role: 'manager', team: 3 }));
  expect(leadOf(made, 'a@one.example')).toMatchObject({
    attributes: { role: 'manager' },
    score: { total: 60 },
  });
  made.desk.attributes.archive('role', false, 'owner');
  expect(attributeOf(made, 'role').archived).toBe(false);
  expect(made.desk.attributes.archive('none', true, 'owner')).toMatchObject({ kind: 'unknown' });
});

test('merged: old answers fill what is missing, new ones say both, and the agreement reads what it was signed over', async () => {
  const made = bench();
  made.desk.attributes.save('job', roles, 'owner');
  const send = (email: string, role: string): void => {
    made.desk.intake.submit(arrivalOf({ email, size: '11-50', role, team: 3 }));
  };
  for (let count = 0; count < 230; count += 1) send(`p${count}@one.example`, 'manager');
  const merge = { into: 'job', options: { manager: 'boss' } };
  expect(made.desk.attributes.merge('role', merge, 'person:ann@x.example')).toMatchObject({
    kind: 'done',
    text: expect.stringContaining('"id":"demo"'),
  });
  expect(leadOf(made, 'p229@one.example').attributes).not.toHaveProperty('job');
  await made.runUntil(mondayMorning + minute);
  expect(
    made.sql.all(
      `SELECT id FROM leads WHERE attributes ->> 'job' = 'boss' AND attributes ->> 'role' = 'manager'`,
    ),
  ).toHaveLength(230);
  expect(leadOf(made, 'p0@one.example').score.total).toBe(60);

  send('p0@one.example', 'student');
  expect(leadOf(made, 'p0@one.example').attributes).toMatchObject({ role: 'student', job: 'student' });
  send('new@two.example', 'manager');
  expect(leadOf(made, 'new@two.example')).toMatchObject({
    attributes: { role: 'manager', job: 'boss' },
    score: { total: 60 },
    stage: 'mql',
  });
  expect(attributeOf(made, 'role')).toMatchObject({ archived: true, mergedInto: 'job' });
  expect(made.desk.attributes.archive('role', false, 'owner')).toMatchObject({
    issues: [{ code: 'merged' }],
  });
  const actions = made.desk.changes({ limit: 50 }).map(({ action, author }) => `${action} ${author}`);
  expect(actions).toContain('attribute.merged person:ann@x.example');
});

test('what would lose something is not merged, and says what', () => {
  const made = bench();
  made.desk.attributes.save('job', roles, 'owner');
  made.desk.attributes.save('old', roles, 'owner');
  made.desk.attributes.archive('old', true, 'owner');
  const code = (id: string, into: string, options = {}): unknown => {
    const answer = made.desk.attributes.merge(id, { into, options }, 'owner');
    return answer.kind === 'invalid' ? answer.issues[0] : answer.kind;
  };
  expect(code('role', 'job')).toMatchObject({ code: 'option_unmapped', params: { option: 'manager' } });
  expect(code('role', 'job', { manager: 'nobody' })).toMatchObject({ code: 'option_unmapped' });
  expect(code('role', 'name')).toMatchObject({ code: 'other_type', path: ['into'] });
  expect(code('role', 'company_size')).toMatchObject({ code: 'about_other' });
  expect(code('role', 'role')).toMatchObject({ code: 'into_itself' });
  expect(code('role', 'none')).toMatchObject({ code: 'unknown_attribute' });
  expect(code('role', 'seniority')).toMatchObject({ code: 'unknown_attribute' });
  expect(code('job', 'old')).toMatchObject({ code: 'into_archived' });
  expect(code('none', 'job')).toBe('unknown');
  expect(code('role', 'job', { manager: 'boss' })).toBe('done');
  expect(code('role', 'job', { manager: 'boss' })).toMatchObject({ code: 'already_merged' });
  expect(code('job', 'role')).toMatchObject({ code: 'into_archived' });
});
