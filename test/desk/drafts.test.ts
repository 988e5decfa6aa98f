// Forms as they are worked on at the Desk: saved as they come, never over somebody else's work, and published in
// numbered versions that stay as they were.
import { isRecord } from '@baton/schema';
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const [form] = smallWorkspace.forms;

function ready(): NodeDesk {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  return bench;
}

function read(text: string | null): Readonly<Record<string, unknown>> {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(value)) throw new Error(`No object: ${text}`);
  return value;
}

function save({ desk }: NodeDesk, revision: number | null, document: unknown, id = 'demo', author = 'ann') {
  const saved = desk.forms.saveDraft(id, revision, document, author);
  return saved.kind === 'invalid' ? saved : { kind: saved.kind, ...read(saved.text) };
}

function publish(
  { desk }: NodeDesk,
  revision: number,
  more: { note?: string; accepted?: boolean } = {},
  id = 'demo',
) {
  const asked = {
    revision,
    note: more.note ?? null,
    accepted: more.accepted ?? false,
    author: 'ann',
    at: null,
  };
  const answer = desk.forms.publish(id, asked);
  if (answer === null) return null;
  return answer.kind === 'invalid' ? answer : { kind: answer.kind, ...read(answer.text) };
}

const renamed = { ...form, name: 'Ask for a demo' };

test('a form nobody works on is its published version, at revision 0', () => {
  const { desk } = ready();
  expect(read(desk.forms.draft('demo'))).toEqual({
    revision: 0,
    base: 1,
    document: form,
    at: null,
    author: null,
    issues: [],
    warnings: [],
    scheduled: null,
  });
  expect(desk.forms.draft('nobody')).toBeNull();
});

test('a draft changes nothing for visitors until it is published', () => {
  const bench = ready();
  expect(save(bench, 0, renamed)).toMatchObject({ kind: 'saved', revision: 1, base: 1, author: 'ann' });
  expect(bench.desk.published('demo')?.form.name).toBe(form?.name);
  expect(publish(bench, 1, { note: 'Shorter.' })).toEqual({
    kind: 'published',
    version: 2,
    changed: true,
    scheduled: null,
    warnings: [],
  });
  expect(bench.desk.published('demo')?.form.name).toBe('Ask for a demo');
  expect(read(bench.desk.forms.draft('demo'))).toMatchObject({ revision: 0, base: 2, document: renamed });
  expect(read(bench.desk.forms.versions('demo'))).toMatchObject({
    versions: [
      { version: 2, author: 'ann', note: 'Shorter.', current: true },
      { version: 1, author: 'owner', note: null, current: false },
    ],
  });
});

test('an unfinished form is saved with what is wrong, and is not published', () => {
  const bench = ready();
  const [step] = form?.steps ?? [];
  const unfinished = {
    ...form,
    steps: [{ ...step, fields: [{ id: 'x', kind: 'no such kind', label: '' }] }],
  };
  const saved = save(bench, 0, unfinished);
  expect(saved).toMatchObject({ kind: 'saved', document: unfinished });
  expect(saved).toHaveProperty('issues.0.code', 'unknown_kind');
  expect(publish(bench, 1)).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'unknown_kind', path: ['document', 'steps', 0, 'fields', 0, 'kind'] }],
  });
  expect(bench.desk.published('demo')?.version).toBe(1);
});

test('who saves over what another has saved is told, and nothing is overwritten', () => {
  const bench = ready();
  save(bench, 0, renamed, 'demo', 'ann');
  const late = save(bench, 0, { ...form, name: 'Mine' }, 'demo', 'bob');
  expect(late).toMatchObject({ kind: 'overtaken', revision: 1, author: 'ann', document: renamed });
  expect(save(bench, 1, { ...form, name: 'Mine' }, 'demo', 'bob')).toMatchObject({
    kind: 'saved',
    revision: 2,
  });
  expect(publish(bench, 1)).toMatchObject({ kind: 'overtaken', revision: 2, author: 'bob' });
});

test('who still holds a draft from before a publishing is told, also where the other has not saved again', () => {
  const bench = ready();
  save(bench, 0, renamed);
  publish(bench, 1);
  const from = (revision: number, base: number) => {
    const saved = bench.desk.forms.saveDraft('demo', revision, { ...form, name: 'Mine' }, 'bob', base);
    return saved.kind;
  };
  // Read at version 1, where nothing was changed either.
  expect(from(0, 1)).toBe('overtaken');
  // Read as the first draft; the next one has a revision of its own.
  expect(save(bench, 0, { ...form, name: 'Next' })).toMatchObject({ kind: 'saved', revision: 2, base: 2 });
  expect(from(1, 1)).toBe('overtaken');
  expect(from(2, 2)).toBe('saved');
});

test('a dropped draft and the one after it are never taken for one another', () => {
  const bench = ready();
  save(bench, 0, renamed);
  bench.desk.forms.dropDraft('demo', 'ann');
  expect(save(bench, 0, { ...form, name: 'Other' })).toMatchObject({ revision: 2 });
  expect(save(bench, 1, renamed)).toMatchObject({ kind: 'overtaken', revision: 2 });
});

test('warnings are asked about, errors of the checker refuse', () => {
  const bench = ready();
  const [step, ...others] = form?.steps ?? [];
  const withField = (field: object) => ({
    ...form,
    steps: [{ ...step, fields: [...(step?.fields ?? []), field] }, ...others],
  });
  const both = (value: string) => ({ field: 'answer.size', operator: '=', value });
  const never = { combinator: 'and', rules: [both('1-10'), both('51-500')] };
  const either = {
    combinator: 'or',
    rules: [
      { field: 'answer.size', operator: 'null' },
      { field: 'answer.size', operator: 'notNull' },
    ],
  };
  save(bench, 0, withField({ id: 'more', kind: 'text', label: 'More', shownWhen: either }));
  expect(publish(bench, 1)).toMatchObject({ kind: 'invalid', issues: [{ code: 'always_holds' }] });
  expect(publish(bench, 1, { accepted: true })).toMatchObject({
    version: 2,
    warnings: [{ code: 'always_holds' }],
  });
  save(bench, 0, withField({ id: 'more', kind: 'text', label: 'More', shownWhen: never }));
  expect(publish(bench, 2, { accepted: true })).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'contradiction' }],
  });
});

test('a form is new, is listed, is published, and takes submissions', () => {
  const bench = ready();
  const fresh = { ...form, id: 'fresh', name: 'Fresh' };
  expect(save(bench, 3, fresh, 'fresh')).toMatchObject({ kind: 'invalid', issues: [{ code: 'unknown_id' }] });
  expect(save(bench, null, fresh, 'fresh')).toMatchObject({ kind: 'saved', revision: 1, base: null });
  expect(save(bench, null, fresh, 'fresh')).toMatchObject({ kind: 'overtaken', revision: 1 });
  expect(read(bench.desk.forms.list())).toMatchObject({
    forms: [
      { id: 'demo', version: 1, draft: null },
      { id: 'fresh', name: 'Fresh', version: null, publishedAt: null, draft: { revision: 1, author: 'ann' } },
    ],
  });
  expect(bench.desk.forms.versions('fresh')).toBeNull();
  expect(publish(bench, 1, {}, 'fresh')).toMatchObject({ kind: 'published', version: 1 });
  const arrival = { ...arrivalOf({ email: 'ada@x.example', size: '1-10', role: 'other' }), form: 'fresh' };
  expect(bench.desk.intake.submit(arrival)).toMatchObject({ kind: 'stored' });
  expect(bench.desk.exportWorkspace()['forms']).toHaveLength(2);
});

test('an earlier version comes back as a draft, and is the next version when it is published', () => {
  const bench = ready();
  save(bench, 0, renamed);
  publish(bench, 1);
  expect(bench.desk.forms.restore('demo', 9, 0, 'ann')).toBeNull();
  const restored = bench.desk.forms.restore('demo', 1, 0, 'ann');
  expect(restored).toMatchObject({ kind: 'saved' });
  expect(publish(bench, 2)).toMatchObject({ kind: 'published', version: 3 });
  expect(read(bench.desk.forms.version('demo', 3))).toEqual({ version: 3, document: form });
  expect(read(bench.desk.forms.version('demo', 2))).toEqual({ version: 2, document: renamed });
  expect(bench.desk.forms.version('demo', 4)).toBeNull();
});

test('a draft is dropped, and publishing nothing makes no version', () => {
  const bench = ready();
  expect(bench.desk.forms.dropDraft('demo', 'ann')).toBe(false);
  save(bench, 0, renamed);
  expect(bench.desk.forms.dropDraft('demo', 'ann')).toBe(true);
  expect(publish(bench, 0)).toEqual({
    kind: 'published',
    version: 1,
    changed: false,
    scheduled: null,
    warnings: [],
  });
  expect(publish(bench, 0, {}, 'nobody')).toBeNull();
});

test('what is no form document, or another one, is refused with its place', () => {
  const bench = ready();
  expect(save(bench, 0, [])).toMatchObject({ issues: [{ code: 'wrong_type', path: ['document'] }] });
  expect(save(bench, 0, { ...form, id: 'other' })).toMatchObject({
    issues: [{ code: 'bad_id', path: ['document', 'id'] }],
  });
  const huge = { ...form, note: 'x'.repeat(1_000_000) };
  expect(save(bench, 0, huge)).toMatchObject({ issues: [{ code: 'too_long', path: ['document'] }] });
});

test('drafts outlive a restart', () => {
  const bench = ready();
  save(bench, 0, renamed);
  expect(read(bench.restart().desk.forms.draft('demo'))).toMatchObject({ revision: 1, document: renamed });
});

test('the audit tells who worked on a draft once an hour for each, and who dropped it', () => {
  const bench = ready();
  const by = (author: string, revision: number): void => {
    bench.now += 60_000;
    const saved = bench.desk.forms.saveDraft('demo', revision, renamed, author);
    expect(saved.kind).toBe('saved');
  };
  const told = () =>
    bench.desk
      .changes({ limit: 50 })
      .filter(({ action }) => action.startsWith('draft.'))
      .map(({ action, author, before, after }) => [action, author, before, after])
      .toReversed();
  for (let revision = 0; revision < 20; revision += 1) by(revision % 2 === 0 ? 'ann' : 'bob', revision);
  const first = [
    ['draft.saved', 'ann', { revision: 0 }, { revision: 1 }],
    ['draft.saved', 'bob', { revision: 1 }, { revision: 2 }],
  ];
  expect(told()).toEqual(first);
  bench.now += 60 * 60_000;
  by('ann', 20);
  bench.now += 1;
  bench.desk.forms.dropDraft('demo', 'bob');
  expect(told()).toEqual([
    ...first,
    ['draft.saved', 'ann', { revision: 20 }, { revision: 21 }],
    ['draft.dropped', 'bob', { revision: 21 }, null],
  ]);
});

test('however long the audit is, a save finds what was noted by its index', () => {
  const { sql } = ready();
  const [plan] = sql.all(
    `EXPLAIN QUERY PLAN SELECT 1 FROM audit WHERE action = 'draft.saved' AND subject = ? AND author = ? AND at > ? LIMIT 1`,
    'demo',
    'ann',
    0,
  );
  expect(plan?.['detail']).toContain('audit_of_saves (subject=? AND author=? AND at>?)');
});
