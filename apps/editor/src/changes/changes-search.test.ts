import { expect, test } from 'vitest';
import { readChangesSearch } from './changes-search.ts';

test('what the address says wrongly counts as not said', () => {
  expect(readChangesSearch({ area: 'forms', author: 'owner', subject: 3, drafts: true })).toEqual({
    area: 'forms',
    author: 'owner',
    subject: '3',
    drafts: true,
  });
  expect(readChangesSearch({ area: 'toString', author: '', subject: {}, drafts: 'yes' })).toEqual({});
});
