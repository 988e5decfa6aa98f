// Which changes the audit tells: by part of Baton, by whoever made them, by what was changed, with or without saved drafts.
import { expect, test } from 'vitest';
import { auditActions, auditAreas } from '../../apps/worker/src/desk/audit-actions.ts';
import type { ChangesAsked } from '../../apps/worker/src/desk/audit-query.ts';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

function busyDesk(): NodeDesk {
  const bench = nodeDesk();
  const { desk } = bench;
  expect(desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  const [form] = smallWorkspace.forms;
  for (const [revision, name] of ['One', 'Two'].entries()) {
    expect(desk.forms.saveDraft('demo', revision, { ...form, name }, 'owner').kind).toBe('saved');
    bench.now += 60 * 60_000;
  }
  const [attribute] = smallWorkspace.attributes;
  const renamed = { format: 1, attributes: [{ ...attribute, label: 'Renamed' }] };
  expect(desk.importWorkspace(renamed, 'person:ann@engines.example')).toMatchObject({ ok: true });
  return bench;
}

const told = ({ desk }: NodeDesk, asked: Partial<ChangesAsked> = {}): string[] =>
  desk
    .changes({ limit: 1000, ...asked })
    .map(({ author, action, subject }) => `${author} ${action} ${subject}`);

test('every part of Baton tells its own, and together they tell all', () => {
  const bench = busyDesk();
  const all = told(bench);
  const parts = auditAreas.map((area) => told(bench, { area }));
  expect(parts.flat().toSorted()).toEqual(all.toSorted());
  expect(told(bench, { area: 'attributes' }).every((one) => one.includes(' attribute.'))).toBe(true);
  expect(told(bench, { area: 'attributes' }).length).toBeGreaterThan(1);
  expect(told(bench, { area: 'review' })).toEqual([]);
});

test('nothing that can be recorded belongs to two parts or to none that is offered', () => {
  const all = Object.values(auditActions).flat();
  expect(new Set(all).size).toBe(all.length);
  expect([...auditAreas].toSorted()).toEqual(Object.keys(auditActions).toSorted());
});

test('it is narrowed to somebody, to something, and to what is no saved draft', () => {
  const bench = busyDesk();
  const [attribute] = smallWorkspace.attributes;
  const renamed = `person:ann@engines.example attribute.changed ${attribute?.id}`;
  expect(told(bench, { author: 'person:ann@engines.example' })).toEqual([renamed]);
  expect(told(bench, { subject: attribute?.id })).toEqual([
    renamed,
    `owner attribute.added ${attribute?.id}`,
  ]);
  expect(told(bench, { subject: attribute?.id, author: 'owner' })).toHaveLength(1);
  const saves = told(bench).filter((one) => one.includes('draft.saved'));
  expect(saves.length).toBeGreaterThan(0);
  expect(told(bench, { saves: false })).toEqual(told(bench).filter((one) => !one.includes('draft.saved')));
});

test('narrowed, it is paged through without a gap', () => {
  const bench = busyDesk();
  const pages: string[] = [];
  let before: string | undefined;
  do {
    const page = bench.desk.changes({ limit: 2, before, saves: false });
    pages.push(...page.map(({ id }) => id));
    before = page.at(-1)?.id;
  } while (before !== undefined);
  expect(pages).toEqual(bench.desk.changes({ limit: 1000, saves: false }).map(({ id }) => id));
});
