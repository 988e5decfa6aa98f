// What an import of the whole document cannot take from what leads have said, from merges, and from what is drafted.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, statesOf, stored } from './views.ts';

type Json = Readonly<Record<string, unknown>>;

function ready(): NodeDesk {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  return bench;
}

function imported(bench: NodeDesk, document: unknown) {
  const result = bench.desk.importWorkspace(document);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

function refused(bench: NodeDesk, attribute: Json): unknown {
  const before = JSON.stringify(bench.desk.exportWorkspace());
  const result = bench.desk.importWorkspace({ format: 1, attributes: [attribute] });
  expect(JSON.stringify(bench.desk.exportWorkspace())).toBe(before);
  return result.ok ? 'taken' : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
}

function attributeOf(bench: NodeDesk, id: string): Json {
  const view: { attributes: Json[] } = JSON.parse(bench.desk.attributes.list());
  const found = view.attributes.find((one) => one['id'] === id);
  if (found === undefined) throw new Error(`No ${id}.`);
  return found;
}

const optionsOf = (bench: NodeDesk, id: string): unknown[] => {
  const { options } = attributeOf(bench, id);
  return Array.isArray(options) ? options.map((option: Json) => option['id']) : [];
};

const role = choice('role');
const size = choice('company_size');
const job = { ...role, id: 'job', label: 'Job' };

function choice(wanted: string) {
  for (const { options, ...rest } of smallWorkspace.attributes) {
    if (rest.id === wanted && options !== undefined) return { ...rest, options };
  }
  throw new Error(`No ${wanted}.`);
}

function send(bench: NodeDesk, email: string, answers: Json): void {
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '11-50', ...answers })));
}

test('an option that a lead has said stays in its place, and is told; one that nobody has said goes', () => {
  const bench = ready();
  send(bench, 'a@x.example', { role: 'student' });
  send(bench, 'b@x.example', { size: '1-10' });
  const result = imported(bench, {
    format: 1,
    attributes: [
      { ...role, options: [{ id: 'other', label: 'Anything else' }] },
      { ...size, options: [{ id: '51-500', label: '51–500' }] },
    ],
  });
  expect(result.warnings.filter(({ code }) => code === 'option_stays')).toEqual([
    { code: 'option_stays', path: ['attributes', 0, 'options'], params: { option: 'student' } },
    { code: 'option_stays', path: ['attributes', 1, 'options'], params: { option: '1-10' } },
    { code: 'option_stays', path: ['attributes', 1, 'options'], params: { option: '11-50' } },
  ]);
  expect(optionsOf(bench, 'role')).toEqual(['student', 'other']);
  expect(optionsOf(bench, 'company_size')).toEqual(['1-10', '11-50', '51-500']);
  // What was said is judged as before, by an instance that reads everything anew.
  const again = bench.restart();
  expect(leadOf(again, 'a@x.example').attributes).toMatchObject({ role: 'student' });
  send(again, 'c@x.example', { role: 'student' });
  expect(statesOf(again, 'c@x.example')).toEqual(['disqualified']);
});

test('another type or bearer under what leads have said is refused with its place, and nothing is stored', () => {
  const bench = ready();
  const { options: _, ...plain } = role;
  send(bench, 'a@x.example', { role: 'other' });
  expect(refused(bench, { ...plain, type: 'number' })).toEqual(['type_is_fixed attributes.0.type']);
  expect(refused(bench, { ...role, about: 'company' })).toEqual(['about_is_fixed attributes.0.about']);
  // Where no lead has said anything yet, the document may.
  imported(bench, { format: 1, attributes: [{ ...smallWorkspace.attributes[3], type: 'text' }] });
  expect(attributeOf(bench, 'team_size')).toMatchObject({ type: 'text' });
});

test('a document that knows nothing of a merge leaves it, and cannot turn it elsewhere or take it back', async () => {
  const bench = ready();
  imported(bench, { format: 1, attributes: [job] });
  send(bench, 'a@x.example', { role: 'manager', team: 3 });
  expect(bench.desk.attributes.merge('role', { into: 'job', options: {} }, 'owner').kind).toBe('done');
  await bench.runUntil(bench.now + 60_000);
  expect(imported(bench, smallWorkspace).warnings).toEqual([
    { code: 'stays_merged', path: ['attributes', 4] },
  ]);
  expect(attributeOf(bench, 'role')).toMatchObject({ archived: true, mergedInto: 'job' });
  send(bench, 'b@x.example', { role: 'other' });
  expect(leadOf(bench, 'b@x.example').attributes).toMatchObject({ role: 'other', job: 'other' });

  expect(refused(bench, { ...role, mergedInto: 'name' })).toContain('already_merged attributes.0.mergedInto');
  expect(refused(bench, { ...role, archived: false })).toEqual(['merged attributes.0.archived']);
  expect(refused(bench, { ...job, mergedInto: 'role' })).toContain(
    'merged_in_circle attributes.0.mergedInto',
  );
});

test('the option that another attribute was merged into does not go unseen', () => {
  const bench = ready();
  imported(bench, { format: 1, attributes: [job] });
  bench.desk.attributes.merge('role', { into: 'job', options: {} }, 'owner');
  const without = { ...job, options: job.options.filter(({ id }) => id !== 'student') };
  expect(refused(bench, without)).toEqual(['option_unmapped attributes.0.options']);
});

test('what is archived stays so until a document says otherwise', () => {
  const bench = ready();
  bench.desk.attributes.archive('role', true, 'owner');
  expect(imported(bench, smallWorkspace).warnings).toEqual([
    { code: 'stays_archived', path: ['attributes', 4] },
  ]);
  expect(attributeOf(bench, 'role')).toMatchObject({ archived: true });
  expect(imported(bench, { format: 1, attributes: [{ ...role, archived: false }] }).warnings).toEqual([]);
  expect(attributeOf(bench, 'role')).toMatchObject({ archived: false });
  expect(bench.desk.exportWorkspace()['attributes']).toEqual(smallWorkspace.attributes);
});

test('a merge that a document brings is checked, and reaches the leads that are there', async () => {
  const bench = ready();
  send(bench, 'a@x.example', { role: 'manager', team: 3 });
  const merged = { ...role, mergedInto: 'job' };
  expect(refused(bench, merged)).toEqual(['unknown_attribute attributes.0.mergedInto']);
  expect(refused(bench, { ...role, mergedInto: 'company_size' })).toEqual([
    'about_other attributes.0.mergedInto',
  ]);
  const [manager, ...others] = job.options;
  const boss = { ...job, options: [{ ...manager, id: 'boss' }, ...others] };
  imported(bench, { format: 1, attributes: [boss] });
  expect(refused(bench, merged)).toEqual(['option_unmapped attributes.0.mergedOptions']);
  imported(bench, { format: 1, attributes: [{ ...merged, mergedOptions: { manager: 'boss' } }] });
  await bench.runUntil(bench.now + 60_000);
  expect(leadOf(bench, 'a@x.example').attributes).toMatchObject({ role: 'manager', job: 'boss' });
  expect(attributeOf(bench, 'role')).toMatchObject({ archived: true });
  // And an export holds all of it.
  const second = nodeDesk();
  imported(second, JSON.parse(JSON.stringify(bench.desk.exportWorkspace())));
  expect(second.desk.exportWorkspace()).toEqual(bench.desk.exportWorkspace());
});

test('a draft of the agreement that the new attributes leave behind is told with its place; the one in force judges on', () => {
  const bench = ready();
  const { signatures: _, ...agreement } = smallWorkspace.agreement;
  const draft = { ...agreement, title: 'Next' };
  expect(bench.desk.terms.saveDraft(null, draft, 'owner').kind).toBe('done');
  const without = { ...role, options: role.options.filter(({ id }) => id !== 'student') };
  const { warnings } = imported(bench, { format: 1, attributes: [without] });
  expect(warnings).toContainEqual({
    code: 'agreement_draft_no_longer_fits',
    path: ['attributes', 0],
    params: { attribute: 'role', problem: 'not_an_option', at: 'disqualify.0.when.rules.0.value' },
  });
  const read: { draft: { issues: unknown[] } } = JSON.parse(
    bench.desk.terms.read({ email: null, role: null }),
  );
  expect(read.draft.issues).toHaveLength(1);
  expect(
    bench.desk.terms.propose({ revision: 1, note: null, answers: null, by: 'owner', side: null }).kind,
  ).toBe('invalid');
  send(bench, 'a@x.example', { role: 'student' });
  expect(leadOf(bench, 'a@x.example').agreement?.version).toBe(1);
  expect(statesOf(bench, 'a@x.example')).toEqual(['disqualified']);
});
