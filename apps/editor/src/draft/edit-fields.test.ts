import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  copiesOf,
  insertFields,
  moveFields,
  newField,
  nudgeFields,
  removeFields,
  updateField,
} from './edit-fields.ts';
import type { FormDraft } from './form-draft.ts';
import { fieldsOf } from './places.ts';

const draft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [
    {
      id: 's1',
      fields: [
        { id: 'role', kind: 'choice', label: 'Role' },
        {
          id: 'size',
          kind: 'number',
          label: 'Team size',
          shownWhen: {
            combinator: 'and',
            rules: [{ field: 'answer.role', operator: '=', value: 'manager' }],
          },
        },
      ],
    },
    { id: 's2', fields: [{ id: 'email', kind: 'email', label: 'E-mail', required: true }] },
  ],
};

const order = (form: FormDraft): readonly (readonly string[])[] =>
  form.steps.map(({ fields }) => fields.map(({ id }) => id));

test('only what was touched is another object', () => {
  const next = updateField(draft, 'email', { label: 'Work e-mail' });
  expect(next.steps[0]).toBe(draft.steps[0]);
  expect(fieldsOf(next).map(({ label }) => label)).toEqual(['Role', 'Team size', 'Work e-mail']);
  expect(updateField(draft, 'email', { label: 'E-mail' })).toBe(draft);
  expect(removeFields(draft, new Set(['nobody']))).toBe(draft);
});

test('a key whose new value is undefined is gone', () => {
  const [, , email] = fieldsOf(updateField(draft, 'email', { required: undefined }));
  expect(email).toEqual({ id: 'email', kind: 'email', label: 'E-mail' });
});

test('a gap is told as the form is before the move', () => {
  expect(order(moveFields(draft, new Set(['role']), { step: 's1', index: 2 }))).toEqual([
    ['size', 'role'],
    ['email'],
  ]);
  expect(order(moveFields(draft, new Set(['role', 'email']), { step: 's1', index: 2 }))).toEqual([
    ['size', 'role', 'email'],
    [],
  ]);
  expect(moveFields(draft, new Set(['role']), { step: 's1', index: 1 })).toBe(draft);
});

test('a nudge goes over the border of a step, and stops at the end of the form', () => {
  const down = nudgeFields(draft, new Set(['size']), 1);
  expect(order(down)).toEqual([['role'], ['size', 'email']]);
  expect(order(nudgeFields(down, new Set(['size']), -1))).toEqual([['role', 'size'], ['email']]);
  expect(nudgeFields(draft, new Set(['role']), -1)).toBe(draft);
  expect(nudgeFields(draft, new Set(['email']), 1)).toBe(draft);
});

test('no move loses or doubles a field', () => {
  const ids = fc.subarray(['role', 'size', 'email'], { minLength: 1 });
  const gap = fc.record({ step: fc.constantFrom('s1', 's2'), index: fc.nat(3) });
  fc.assert(
    fc.property(ids, gap, (moved, to) => {
      const next = moveFields(draft, new Set(moved), to);
      expect(
        fieldsOf(next)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['email', 'role', 'size']);
    }),
  );
});

test('copies have ids of their own, and conditions among them lead to the copies', () => {
  const copies = copiesOf(draft, draft.steps[0]?.fields ?? []);
  expect(copies.map(({ id }) => id)).toEqual(['role_2', 'size_2']);
  expect(copies[1]?.shownWhen?.rules).toEqual([{ field: 'answer.role_2', operator: '=', value: 'manager' }]);
  const [alone] = copiesOf(draft, (draft.steps[0]?.fields ?? []).slice(1));
  expect(alone?.shownWhen?.rules).toMatchObject([{ field: 'answer.role' }]);
});

test('a new field has an id that nothing else has', () => {
  const first = newField('text', draft);
  expect(first).toEqual({ id: 'short_text', kind: 'text', label: 'Short text' });
  const next = insertFields(draft, [first], { step: 's1', index: 0 });
  expect(newField('text', next).id).toBe('short_text_2');
  expect(newField('choice', draft).options).toHaveLength(2);
});
