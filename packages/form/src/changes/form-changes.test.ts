import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formChanges, type Change } from './form-changes.ts';

const field = (id: string, more: object = {}) => ({ id, kind: 'text', label: id, ...more });
const form = (...steps: readonly (readonly object[])[]) => ({
  id: 'demo',
  name: 'Demo',
  steps: steps.map((fields, index) => ({ id: `s${index}`, title: `Step ${index}`, fields })),
});
const told = (changes: readonly Change[]) => changes.map(({ kind, path }) => `${kind} ${path.join('.')}`);

test('a form is as it was when only the order of its keys changed', () => {
  const before = form([field('a', { when: { x: 1, y: [1, 2] } })]);
  const { steps, ...rest } = form([field('a', { when: { y: [1, 2], x: 1 } })]);
  expect(formChanges(before, { steps, ...rest })).toEqual([]);
});

test('what was added, removed and changed is told by ids', () => {
  const before = form([field('a'), field('b'), field('c')]);
  const after = {
    ...form([field('a', { label: 'A' }), field('d'), field('c', { help: 'Why' })]),
    name: 'Other',
  };
  expect(formChanges(before, after)).toEqual([
    { kind: 'changed', path: ['name'], before: 'Demo', after: 'Other' },
    { kind: 'changed', path: ['steps', 's0', 'fields', 'a', 'label'], before: 'a', after: 'A' },
    { kind: 'added', path: ['steps', 's0', 'fields', 'd'], after: field('d') },
    { kind: 'added', path: ['steps', 's0', 'fields', 'c', 'help'], after: 'Why' },
    { kind: 'removed', path: ['steps', 's0', 'fields', 'b'], before: field('b') },
  ]);
});

test('one field dragged to the top is one that moved', () => {
  const before = form([field('a'), field('b'), field('c'), field('d')]);
  expect(told(formChanges(before, form([field('d'), field('a'), field('b'), field('c')])))).toEqual([
    'moved steps.s0.fields.d',
  ]);
});

test('a field in another step has moved there, with what changed on the way', () => {
  const before = form([field('a'), field('b')], [field('c')]);
  const after = form([field('a')], [field('c'), field('b', { label: 'B' })]);
  expect(formChanges(before, after)).toEqual([
    { kind: 'moved', path: ['steps', 's1', 'fields', 'b'], from: 's0' },
    { kind: 'changed', path: ['steps', 's1', 'fields', 'b', 'label'], before: 'b', after: 'B' },
  ]);
});

test('lists without ids, or with the same id twice, change as a whole', () => {
  const sites = (...websites: string[]) => ({ ...form([]), websites });
  expect(told(formChanges(sites('https://a'), sites('https://b')))).toEqual(['changed websites']);
  expect(told(formChanges(form([field('a'), field('a')]), form([field('a')])))).toEqual([
    'changed steps.s0.fields',
  ]);
  expect(told(formChanges(null, form([])))).toEqual(['changed ']);
});

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'constructor'));
const forms = fc
  .array(ids, { maxLength: 3 })
  .map((steps) => form(...steps.map((step) => step.map((id) => field(id)))));

test('the way back tells the same parts the other way round, and no change is told of nothing', () => {
  fc.assert(
    fc.property(forms, forms, (one, other) => {
      const [there, back] = [formChanges(one, other), formChanges(other, one)];
      const count = (changes: readonly Change[], kind: Change['kind']) =>
        changes.filter((change) => change.kind === kind).length;
      expect(count(there, 'added')).toBe(count(back, 'removed'));
      expect(count(there, 'changed')).toBe(count(back, 'changed'));
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(there.length === 0).toBe(isSame);
      for (const change of there) {
        if (change.kind === 'changed') expect(change.before).not.toEqual(change.after);
      }
    }),
  );
});
