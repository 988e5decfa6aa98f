// What is said before two leads are merged is what the worker does.
import { expect, test } from 'vitest';
import { mergedInWords } from './merged-in-words.ts';

type Lead = Parameters<typeof mergedInWords>[0];

function lead(email: string, stage: Lead['stage'], owner: string | null, isOpen: boolean): Lead {
  const handoff = { verdict: null, endedAt: null };
  // Only what is read of it.
  const some: unknown = {
    email,
    stage,
    owner: owner === null ? null : { email: `${owner}@x.example`, name: owner },
    handoffs: isOpen ? [handoff] : [],
    submissions: [{ final: true }, { final: false }],
  };
  return Object.assign(Object.create(null), some);
}

test('of two that wait the main one’s owner keeps it, and the other is told', () => {
  const said = mergedInWords(
    lead('a@x.example', 'mql', 'Ann', true),
    lead('b@x.example', 'mql', 'Bob', true),
  );
  expect(said).toContain('Ann keeps it. Bob is told that there is nothing left to do.');
  expect(said[0]).toContain('b@x.example goes under a@x.example, with 1 submission');
});

test('the further stage stands, with its owner, whichever address is the main one', () => {
  const [open, accepted] = [
    lead('a@x.example', 'mql', 'Ann', true),
    lead('b@x.example', 'sal', 'Bob', false),
  ];
  for (const said of [mergedInWords(open, accepted), mergedInWords(accepted, open)]) {
    expect(said).toContain('The further stage stands: Accepted.');
    expect(said).toContain('Bob keeps it. Ann is told that there is nothing left to do.');
  }
});

test('one that waits stays with its owner', () => {
  const said = mergedInWords(
    lead('a@x.example', 'lead', null, false),
    lead('b@x.example', 'mql', 'Bob', true),
  );
  expect(said).toContain('Bob has it.');
});
