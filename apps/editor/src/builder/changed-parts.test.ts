import { expect, test } from 'vitest';
import { moveFields, removeFields, updateField } from '../draft/edit-fields.ts';
import type { FormDraft } from '../draft/form-draft.ts';
import { shortForm } from '../draft/short-form.ts';
import { changedParts } from './changed-parts.ts';
import { createFormStore, type FormState } from './form-store.ts';
import { nothing } from './selection.ts';

const draft = shortForm({ s1: ['a', 'b'], s2: ['c'] });
const state: FormState = { draft, selection: nothing };

const changedBy = (change: (draft: FormDraft) => FormDraft): readonly string[] =>
  [...changedParts({ ...state, draft: change(draft) }, state)].toSorted();

test('a field that changes changes its step, and no other', () => {
  expect(changedBy((now) => updateField(now, 'a', { label: 'New' }))).toEqual(['field a', 'step s1']);
  expect(changedBy((now) => ({ ...now, name: 'Other' }))).toEqual([]);
});

test('a field that goes over to another step is still what it is', () => {
  expect(changedBy((now) => moveFields(now, new Set(['a']), { step: 's2', index: 0 }))).toEqual([
    'step s1',
    'step s2',
  ]);
});

test('what is gone has changed', () => {
  expect(changedBy((now) => removeFields(now, new Set(['b'])))).toEqual(['field b', 'step s1']);
  expect(changedBy((now) => ({ ...now, steps: now.steps.slice(0, 1) }))).toEqual(['field c', 'step s2']);
});

test('selecting changes what is selected, and what was', () => {
  const before: FormState = { draft, selection: { kind: 'fields', ids: ['a'] } };
  const now: FormState = { draft, selection: { kind: 'fields', ids: ['b', 'c'] } };
  expect([...changedParts(now, before)].toSorted()).toEqual(['chosen a', 'chosen b', 'chosen c']);
});

test('who looks at a part is told of it until they look no more', () => {
  const store = createFormStore(draft, () => 0);
  const told: string[] = [];
  const stop = store.onPart('field a', () => told.push('a'));
  store.onPart('field c', () => told.push('c'));
  store.edit((now) => updateField(now, 'a', { label: 'New' }));
  stop();
  store.edit((now) => updateField(now, 'a', { label: 'Newer' }));
  store.undo();
  expect(told).toEqual(['a']);
});
