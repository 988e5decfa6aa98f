// Publishing at a time: planned, looked through again at its hour, taken back, and kept over a restart.
import { isRecord } from '@baton/schema';
import { expect, test } from 'vitest';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const hour = 3_600_000;
const [form] = smallWorkspace.forms;
const renamed = { ...form, name: 'Ask for a demo' };
const unfinished = { ...form, steps: [] };

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

function read(answer: { readonly kind: string; readonly text?: string } | string | null): unknown {
  const text = typeof answer === 'string' ? answer : answer?.text;
  return text === undefined ? answer : JSON.parse(text);
}

/** The audit tells apart what was done a millisecond apart. */
function later(bench: NodeDesk): NodeDesk['desk']['forms'] {
  bench.now += 1;
  return bench.desk.forms;
}

const save = (bench: NodeDesk, revision: number, document: unknown, author = 'ann') =>
  read(later(bench).saveDraft('demo', revision, document, author));

function planFor(bench: NodeDesk, at: number, more: { revision?: number; accepted?: boolean } = {}) {
  const { revision = 1, accepted = false } = more;
  return read(later(bench).publish('demo', { revision, note: 'Soon.', accepted, author: 'ann', at }));
}

const versionOf = ({ desk }: NodeDesk) => desk.published('demo')?.version;
const draftOf = ({ desk }: NodeDesk) => read(desk.forms.draft('demo'));
/** The latest first, without the saves. */
const audited = ({ desk }: NodeDesk, many: number) =>
  desk
    .changes({ limit: 50 })
    .filter(({ action }) => action.startsWith('form.'))
    .slice(0, many);

test('a draft becomes the next version at its hour, by whoever planned it, with the note', async () => {
  const bench = ready();
  const at = bench.now + 3 * hour;
  save(bench, 0, renamed);
  const scheduled = { at: new Date(at).toISOString(), by: 'ann', revision: 1, note: 'Soon.' };
  expect(planFor(bench, at)).toEqual({ version: 1, changed: false, scheduled, warnings: [] });
  expect(draftOf(bench)).toMatchObject({ revision: 1, scheduled });
  expect(read(bench.desk.forms.list())).toMatchObject({ forms: [{ version: 1, draft: { scheduled } }] });
  await bench.runUntil(at - 1);
  expect(versionOf(bench)).toBe(1);
  await bench.runUntil(at);
  expect(versionOf(bench)).toBe(2);
  expect(read(bench.desk.forms.versions('demo'))).toMatchObject({
    versions: [{ version: 2, at: scheduled.at, author: 'ann', note: 'Soon.' }, { version: 1 }],
  });
  expect(draftOf(bench)).toMatchObject({ revision: 0, base: 2, scheduled: null });
  expect(audited(bench, 2)).toMatchObject([
    { action: 'form.published', author: 'ann', before: { version: 1 }, after: { version: 2, note: 'Soon.' } },
    { action: 'form.scheduled', author: 'ann', after: { at: scheduled.at, revision: 1 } },
  ]);
  expect(bench.sql.all(`SELECT * FROM due WHERE kind = 'publish'`)).toEqual([]);
});

test('whoever was away at the hour publishes when it is back', async () => {
  const bench = ready();
  save(bench, 0, renamed);
  await bench.runUntil(bench.now + 1);
  const at = bench.now + hour;
  planFor(bench, at);
  const again = bench.restart();
  expect(again.wakeAt).toBe(at);
  again.now += 5 * hour;
  await again.runUntil(again.now);
  expect(versionOf(again)).toBe(2);
});

test('saving the draft anew takes the plan back and says so, to its writer and in the audit', async () => {
  const bench = ready();
  save(bench, 0, renamed);
  planFor(bench, bench.now + hour);
  expect(save(bench, 1, { ...form, name: 'Another name' }, 'bob')).toMatchObject({
    revision: 2,
    scheduled: null,
    unscheduled: { by: 'ann', revision: 1 },
  });
  expect(audited(bench, 1)).toMatchObject([
    { action: 'form.unscheduled', author: 'bob', before: { revision: 1 } },
  ]);
  const again = save(bench, 2, renamed);
  expect(isRecord(again) && 'unscheduled' in again).toBe(false);
  await bench.runUntil(bench.now + 2 * hour);
  expect(versionOf(bench)).toBe(1);
});

test('it is taken back by hand, by dropping the draft and by publishing now; a second plan replaces the first', async () => {
  const bench = ready();
  save(bench, 0, renamed);
  expect(bench.desk.forms.cancelSchedule('demo', 'bob')).toBe(false);
  planFor(bench, bench.now + hour);
  expect(later(bench).cancelSchedule('demo', 'bob')).toBe(true);
  expect(audited(bench, 1)).toMatchObject([{ action: 'form.unscheduled', author: 'bob' }]);
  expect(draftOf(bench)).toMatchObject({ revision: 1, scheduled: null });
  planFor(bench, bench.now + hour);
  expect(later(bench).dropDraft('demo', 'bob')).toBe(true);
  expect(audited(bench, 1)).toMatchObject([{ action: 'form.unscheduled', author: 'bob' }]);
  save(bench, 0, renamed);
  planFor(bench, bench.now + hour, { revision: 2 });
  planFor(bench, bench.now + 2 * hour, { revision: 2 });
  await bench.runUntil(bench.now + hour);
  expect(versionOf(bench)).toBe(1);
  expect(
    read(
      bench.desk.forms.publish('demo', { revision: 2, note: null, accepted: false, author: 'cy', at: null }),
    ),
  ).toEqual({
    version: 2,
    changed: true,
    scheduled: null,
    warnings: [],
  });
  expect(bench.sql.all(`SELECT * FROM due WHERE kind = 'publish'`)).toEqual([]);
  await bench.runUntil(bench.now + 5 * hour);
  expect(versionOf(bench)).toBe(2);
});

test('what cannot be published now is not planned, nor for the past or a year beyond', () => {
  const bench = ready();
  save(bench, 0, unfinished);
  expect(planFor(bench, bench.now + hour)).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'email_required' }],
  });
  save(bench, 1, renamed);
  expect(planFor(bench, bench.now + hour, { revision: 1 })).toMatchObject({ revision: 2 });
  expect(draftOf(bench)).toMatchObject({ scheduled: null });
  for (const [at, code] of [
    [bench.now, 'not_in_future'],
    [bench.now + 400 * 24 * hour, 'too_far'],
  ] as const) {
    expect(planFor(bench, at, { revision: 2 })).toEqual({
      kind: 'invalid',
      issues: [{ code, path: ['at'] }],
    });
  }
});

test('what can no longer be published at its hour stays a draft, and the audit says why', async () => {
  const bench = ready();
  save(bench, 0, renamed);
  expect(planFor(bench, bench.now + hour, { accepted: true })).toMatchObject({ scheduled: { revision: 1 } });
  // An attribute that the form asks for is another one since.
  const attributes = smallWorkspace.attributes.map((one) =>
    one.id === 'team_size' ? { ...one, type: 'boolean' } : one,
  );
  expect(bench.desk.importWorkspace({ format: 1, attributes })).toMatchObject({ ok: true });
  await bench.runUntil(bench.now + hour);
  expect(versionOf(bench)).toBe(1);
  expect(draftOf(bench)).toMatchObject({
    revision: 1,
    scheduled: null,
    issues: [{ path: ['steps', 0, 'fields', 4, 'attribute'] }],
  });
  expect(audited(bench, 1)).toMatchObject([
    {
      action: 'form.not_published',
      author: 'ann',
      subject: 'demo',
      after: { revision: 1, issues: [{ path: ['document', 'steps', 0, 'fields', 4, 'attribute'] }] },
    },
  ]);
  expect(bench.sql.all(`SELECT * FROM due WHERE kind = 'publish'`)).toEqual([]);
});

test('a version that came by another way is not taken back unseen', async () => {
  const bench = ready();
  save(bench, 0, renamed);
  planFor(bench, bench.now + hour);
  bench.desk.importWorkspace({ format: 1, forms: [{ ...form, name: 'From Git' }] });
  await bench.runUntil(bench.now + hour);
  expect(bench.desk.published('demo')?.form.name).toBe('From Git');
  expect(audited(bench, 1)).toMatchObject([
    { action: 'form.not_published', after: { issues: [{ code: 'published_since' }] } },
  ]);
});

test('many forms at one hour are all published, beside one that cannot be', async () => {
  const bench = ready();
  const at = bench.now + hour;
  const ids = ['one', 'two', 'three'];
  for (const id of ids) {
    bench.desk.forms.saveDraft(id, null, { ...form, id }, 'ann');
    bench.desk.forms.publish(id, { revision: 1, note: null, accepted: true, author: 'ann', at });
  }
  bench.sql.run(`UPDATE drafts SET document = '{}' WHERE form = 'two'`);
  await bench.runUntil(at);
  expect(ids.map((id) => bench.desk.published(id)?.version ?? null)).toEqual([1, null, 1]);
});
