import { expect, test } from 'vitest';
import { fieldsIn } from './clipboard.ts';

const field = { id: 'a', kind: 'text', label: 'A' };

test('fields that were copied here are fields', () => {
  expect(fieldsIn(JSON.stringify({ 'baton-fields': [field] }))).toEqual([field]);
});

test('whatever else lies on the clipboard is none', () => {
  const others = [
    '',
    'Hello',
    '[]',
    'null',
    '{"baton-fields":1}',
    JSON.stringify({ 'baton-fields': [{ ...field, kind: 'no such kind' }] }),
    JSON.stringify({ 'baton-fields': [field, field] }),
  ];
  for (const text of others) expect(fieldsIn(text), text).toBeNull();
});
