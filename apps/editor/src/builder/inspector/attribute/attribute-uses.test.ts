import { expect, test } from 'vitest';
import { usesOf } from './attribute-uses.ts';

const form = (id: string, ...fields: readonly object[]) => ({ id, name: `The ${id}`, steps: [{ fields }] });

test('a form asks for an attribute by a field, or by the question behind “other”', () => {
  const forms = [
    form('demo', { attribute: 'role' }),
    form('news', { attribute: 'email' }),
    form('event', { attribute: 'source', other: { attribute: 'role' } }),
  ];
  expect(usesOf({ forms }, 'role')).toEqual([
    { id: 'demo', name: 'The demo' },
    { id: 'event', name: 'The event' },
  ]);
});

test('what cannot be read asks for nothing', () => {
  for (const odd of [null, 7, {}, { forms: {} }, { forms: [null, { id: 1 }, { id: 'x', steps: [0] }] }]) {
    expect(usesOf(odd, 'role')).toEqual([]);
  }
});
