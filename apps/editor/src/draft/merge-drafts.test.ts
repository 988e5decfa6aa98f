import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveFields, removeFields, updateField } from './edit-fields.ts';
import { addStep, removeStep, updateStep } from './edit-steps.ts';
import type { FormDraft } from './form-draft.ts';
import { isSame } from '@baton/form/changes';
import { clashKey } from '../saving/merge-documents.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { fieldsOf } from './places.ts';

const field = (id: string) => ({ id, kind: 'text', label: id.toUpperCase() }) as const;

const base: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  language: 'en',
  steps: [
    { id: 's1', title: 'One', fields: [field('a'), field('b'), field('c')] },
    { id: 's2', title: 'Two', fields: [field('d'), field('e')] },
  ],
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thanks' } }],
};

type Edit = (draft: FormDraft) => FormDraft;

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.constantFrom('s1', 's2');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(id, fc.string()).map(
    ([one, label]): Edit =>
      (draft) =>
        updateField(draft, one, { label }),
  ),
  fc.tuple(id, fc.boolean()).map(
    ([one, required]): Edit =>
      (draft) =>
        updateField(draft, one, { required }),
  ),
  fc.tuple(id, step, fc.nat(4)).map(
    ([one, to, index]): Edit =>
      (draft) =>
        moveFields(draft, new Set([one]), { step: to, index }),
  ),
  id.map(
    (one): Edit =>
      (draft) =>
        removeFields(draft, new Set([one])),
  ),
  fc.tuple(step, fc.string()).map(
    ([one, title]): Edit =>
      (draft) =>
        updateStep(draft, one, { title }),
  ),
  fc.nat(2).map(
    (at): Edit =>
      (draft) =>
        addStep(draft, at).draft,
  ),
  fc.string().map((name): Edit => (draft) => ({ ...draft, name })),
);
const edits = fc.array(edit, { maxLength: 6 });
const after = (all: readonly Edit[]): FormDraft => all.reduce((draft, one) => one(draft), base);

test('what only one of them changed is as they left it', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const changed = after(all);
      expect(isSame(mergeDrafts(base, changed, base).draft, changed)).toBe(true);
      expect(isSame(mergeDrafts(base, base, changed).draft, changed)).toBe(true);
      expect(mergeDrafts(base, changed, changed)).toMatchObject({ clashes: [] });
    }),
  );
});

test('no field is twice in a merged form, and none is lost that neither took away', () => {
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const [mine, theirs] = [after(one), after(other)];
      const { draft } = mergeDrafts(base, mine, theirs);
      const ids = fieldsOf(draft).map((part) => part.id);
      expect(new Set(ids).size).toBe(ids.length);
      const kept = (form: FormDraft): readonly string[] => fieldsOf(form).map((part) => part.id);
      for (const part of kept(mine)) if (kept(theirs).includes(part)) expect(ids).toContain(part);
    }),
  );
});

test('where nothing clashes, it does not matter whose is mine', () => {
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const [mine, theirs] = [after(one), after(other)];
      const here = mergeDrafts(base, mine, theirs);
      const there = mergeDrafts(base, theirs, mine);
      fc.pre(here.clashes.length === 0);
      const labels = (form: FormDraft) =>
        fieldsOf(form)
          .map((part) => `${part.id} ${part.label}`)
          .toSorted();
      expect(labels(here.draft)).toEqual(labels(there.draft));
      expect(there.clashes).toEqual([]);
    }),
  );
});

test('choosing theirs for every clash gives what they said there', () => {
  const mine = updateField(base, 'a', { label: 'Mine' });
  const theirs = updateField(updateField(base, 'a', { label: 'Theirs' }), 'b', { help: 'Helps' });
  const merged = mergeDrafts(base, mine, theirs);
  expect(merged.clashes).toEqual([{ path: ['fields', 'a', 'label'], mine: 'Mine', theirs: 'Theirs' }]);
  expect(fieldsOf(merged.draft)[0]?.label).toBe('Mine');
  const chosen = new Map(merged.clashes.map((clash) => [clashKey(clash), 'theirs' as const]));
  const { draft } = mergeDrafts(base, mine, theirs, chosen);
  expect(fieldsOf(draft)[0]?.label).toBe('Theirs');
  expect(fieldsOf(draft)[1]?.help).toBe('Helps');
});

test('a field that one moved and the other changed is moved and changed', () => {
  const mine = moveFields(base, new Set(['a']), { step: 's2', index: 1 });
  const theirs = updateField(base, 'a', { label: 'Changed' });
  const { draft, clashes } = mergeDrafts(base, mine, theirs);
  expect(clashes).toEqual([]);
  expect(draft.steps[1]?.fields.map((part) => [part.id, part.label])).toEqual([
    ['d', 'D'],
    ['a', 'Changed'],
    ['e', 'E'],
  ]);
});

test('a field that one took away and the other changed is asked about', () => {
  const mine = removeFields(base, new Set(['a']));
  const theirs = updateField(base, 'a', { label: 'Changed' });
  const { clashes } = mergeDrafts(base, mine, theirs);
  expect(clashes).toMatchObject([{ path: ['fields', 'a'], mine: undefined, theirs: { label: 'Changed' } }]);
});

test('a step that one took away takes no field along that the other put there', () => {
  const mine = removeStep(base, 's2');
  const theirs = moveFields(base, new Set(['a']), { step: 's2', index: 0 });
  const { draft } = mergeDrafts(base, mine, theirs);
  expect(fieldsOf(draft).map((part) => part.id)).toContain('a');
});
