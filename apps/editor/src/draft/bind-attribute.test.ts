import type { Attribute } from '@baton/rules';
import { expect, test } from 'vitest';
import { bindAttribute, shareOptions } from './bind-attribute.ts';
import { newField } from './edit-fields.ts';
import type { DraftField, FormDraft } from './form-draft.ts';
import { placeOf } from './places.ts';

const size: Attribute = {
  id: 'size',
  label: 'Size',
  type: 'choice',
  about: 'company',
  options: [{ id: 's', label: 'S' }],
};
const bare: Attribute = { id: 'note', label: 'Note', type: 'text', about: 'person' };

const form = (field: DraftField): FormDraft => ({
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [{ id: 's1', fields: [field] }],
});
const bound = (field: DraftField, before: Attribute | undefined, after: Attribute | undefined) =>
  placeOf(bindAttribute(form(field), field.id, before, after), field.id)?.field;

test('a text is bound, and let go of', () => {
  const field: DraftField = { id: 'note', kind: 'text', label: 'Note' };
  expect(bound(field, undefined, bare)).toEqual({ ...field, attribute: 'note' });
  expect(bound({ ...field, attribute: 'note' }, bare, undefined)).toEqual(field);
});

test('options that nobody has written yet give way to those of the attribute', () => {
  const fresh = newField('choice', form({ id: 'x', kind: 'text', label: 'X' }));
  expect(bound(fresh, undefined, size)).toEqual({
    id: 'choose_one',
    kind: 'choice',
    label: 'Choose one',
    attribute: 'size',
  });
});

test('options that somebody wrote stay the field’s own', () => {
  const own = [{ id: 'a', label: 'A' }];
  expect(bound({ id: 'f', kind: 'choice', label: 'F', options: own }, undefined, size)?.options).toBe(own);
});

test('what could be chosen from an attribute can still be when the field lets go of it', () => {
  const field: DraftField = { id: 'f', kind: 'choice', label: 'F', attribute: 'size' };
  expect(bound(field, size, undefined)?.options).toBe(size.options);
  expect(bound(field, size, bare)?.options).toBe(size.options);
});

test('a new attribute takes the options over', () => {
  const field: DraftField = { id: 'f', kind: 'choice', label: 'F', options: [{ id: 's', label: 'S' }] };
  expect(placeOf(shareOptions(form(field), 'f', size), 'f')?.field).toEqual({
    id: 'f',
    kind: 'choice',
    label: 'F',
    attribute: 'size',
  });
});
