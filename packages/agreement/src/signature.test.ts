import { expect, test } from 'vitest';
import { exampleDocument, people } from './example-agreement.ts';
import { signatureState, signedContent } from './signature.ts';

test('signing changes nothing of what is signed', () => {
  const { signatures: _, ...unsigned } = exampleDocument;
  expect(signedContent(exampleDocument)).toBe(signedContent(unsigned));
});

test('every other change is another content', () => {
  expect(signedContent({ ...exampleDocument, title: 'Other' })).not.toBe(signedContent(exampleDocument));
  expect(signedContent({ ...exampleDocument, unknown: 1 })).not.toBe(signedContent(exampleDocument));
});

test('what is no document cannot be signed', () => {
  expect(() => signedContent([])).toThrow(TypeError);
  expect(() => signedContent(null)).toThrow(TypeError);
});

test('an agreement is complete when both parties signed it', () => {
  const marketing = { party: 'marketing' as const, by: 'cmo@example.com' };
  const sales = { party: 'sales' as const, by: 'vp@example.com', hash: 'abc' };
  expect(signatureState([marketing, sales], people, 'abc')).toEqual({
    marketing: 'cmo@example.com',
    sales: 'vp@example.com',
    complete: true,
    refused: [],
  });
  expect(signatureState([marketing], people, 'abc').complete).toBe(false);
});

test('a signature for the other party, by a stranger, or over another content does not count', () => {
  const state = signatureState(
    [
      { party: 'sales', by: 'cmo@example.com' },
      { party: 'sales', by: 'stranger@example.com' },
      { party: 'sales', by: 'vp@example.com', hash: 'old' },
      { party: 'marketing', by: 'cmo@example.com', hash: 'abc' },
    ],
    people,
    'abc',
  );
  expect(state).toMatchObject({ marketing: 'cmo@example.com', sales: null, complete: false });
  expect(state.refused.map(({ code, path }) => [code, path])).toEqual([
    ['not_of_party', ['signatures', 0]],
    ['unknown_person', ['signatures', 1]],
    ['other_hash', ['signatures', 2]],
  ]);
});
