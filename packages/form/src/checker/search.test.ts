import { expect, test } from 'vitest';
import type { DocumentLogic } from '../types.ts';
import { search } from './search.ts';

/** Questions of which each is shown by an answer to any one before it. */
const logic: DocumentLogic = {
  steps: [
    {
      id: 's',
      fields: Array.from({ length: 20 }, (_, index) => ({
        id: `f${index}`,
        kind: 'choice',
        options: ['a', 'b', 'c'],
        ...(index > 0 && {
          shownWhen: {
            combinator: 'or' as const,
            rules: Array.from({ length: index }, (_, before) => ({
              field: `answer.f${before}`,
              operator: '=' as const,
              value: 'a',
            })),
          },
        }),
      })),
    },
  ],
};

test('of a huge form no more is decided than was allowed for, and what was not looked at is not judged', () => {
  const budget = { decisions: 100_000 };
  let tries = 0;
  const looked = search(logic, budget, () => {
    tries += 1;
    return false;
  });
  expect(looked).toBe('unknown');
  // Twenty fields and 190 rules a try.
  expect(tries).toBe(476);
  expect(budget.decisions).toBe(40);
  expect(search(logic, budget, () => true)).toBe('unknown');
});
