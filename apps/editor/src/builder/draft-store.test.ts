import { expect, test } from 'vitest';
import { removeFields, updateField } from '../draft/edit-fields.ts';
import { fieldsOf } from '../draft/places.ts';
import { shortForm } from '../draft/short-form.ts';
import { createFormStore } from './form-store.ts';

const draft = shortForm({ s1: ['a', 'b'] });

function opened() {
  const clock = { now: 0 };
  const store = createFormStore(draft, () => clock.now);
  const type = (id: string, label: string): void =>
    store.edit((whole) => updateField(whole, id, { label }), `label ${id}`);
  const labels = (): readonly string[] => fieldsOf(store.state.getState().draft).map(({ label }) => label);
  return { clock, store, type, labels };
}

test('what is typed in one go is one step back', () => {
  const { clock, store, type, labels } = opened();
  for (const text of ['N', 'Na', 'Nam', 'Name']) {
    type('a', text);
    clock.now += 100;
  }
  expect(labels()).toEqual(['Name', 'B']);
  store.undo();
  expect(labels()).toEqual(['A', 'B']);
  store.redo();
  expect(labels()).toEqual(['Name', 'B']);
});

test('a pause, and another field, begin another step', () => {
  const { clock, store, type, labels } = opened();
  type('a', 'One');
  clock.now += 2000;
  type('a', 'Two');
  type('b', 'Three');
  store.undo();
  expect(labels()).toEqual(['Two', 'B']);
  store.undo();
  expect(labels()).toEqual(['One', 'B']);
  store.undo();
  expect(labels()).toEqual(['A', 'B']);
  expect(store.canUndo()).toBe(false);
});

test('after a step back, what is typed is a step of its own', () => {
  const { store, type, labels } = opened();
  type('a', 'One');
  store.undo();
  type('a', 'Two');
  expect(store.canRedo()).toBe(false);
  store.undo();
  expect(labels()).toEqual(['A', 'B']);
});

test('what is gone is not selected any more, and selecting is no step', () => {
  const { store } = opened();
  store.select({ kind: 'fields', ids: ['a', 'b'] });
  store.edit((whole) => removeFields(whole, new Set(['a'])));
  expect(store.state.getState().selection).toEqual({ kind: 'fields', ids: ['b'] });
  store.select({ kind: 'form' });
  store.undo();
  expect(fieldsOf(store.state.getState().draft)).toHaveLength(2);
});

test('an edit that changes nothing is no step', () => {
  const { store, type } = opened();
  type('a', 'A');
  expect(store.canUndo()).toBe(false);
});

test('there is no way back behind what others did', () => {
  const { store, type } = opened();
  type('a', 'Mine');
  store.receive({ ...draft, name: 'Theirs' });
  expect(store.canUndo()).toBe(false);
  expect(store.state.getState().draft.name).toBe('Theirs');
});
