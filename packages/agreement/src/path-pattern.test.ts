import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePathPattern } from './path-pattern.ts';

test.each([
  ['/pricing', '/pricing', true],
  ['/pricing', '/pricing/', false],
  ['/pricing', '/Pricing', false],
  ['/pricing*', '/pricing', true],
  ['/pricing*', '/pricing/teams', true],
  ['/pricing*', '/en/pricing', false],
  ['*/pricing', '/en/pricing', true],
  ['/blog/*', '/blog/', true],
  ['/blog/*', '/blog', false],
  ['/a*b*c', '/abc', true],
  ['/a*b*c', '/a-c-b', false],
  ['/ab*ba', '/aba', false],
  ['/a*b*b', '/ab', false],
  ['*', '', true],
  ['**', '/x', true],
  ['/a.b', '/aXb', false],
])('the pattern %s on the path %s: %s', (pattern, path, matches) => {
  expect(compilePathPattern(pattern)(path)).toBe(matches);
});

test('a pattern matches what a star for every run of characters says', () => {
  const pieces = fc
    .array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const paths = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 10 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(pieces, paths, (pattern, path) => {
      expect(compilePathPattern(pattern)(path)).toBe(naive(pattern, path));
    }),
    { numRuns: 2000 },
  );
});

function naive(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  if (pattern[0] !== '*') return path[0] === pattern[0] && naive(pattern.slice(1), path.slice(1));
  return naive(pattern.slice(1), path) || (path !== '' && naive(pattern, path.slice(1)));
}

test('a pattern of many stars is no slower to refuse than to match', () => {
  const matches = compilePathPattern(`${'a*'.repeat(900)}b`);
  // A matcher that goes back on its choices would not end within the age of the universe.
  expect(matches('a'.repeat(100_000))).toBe(false);
  expect(matches(`${'a'.repeat(100_000)}b`)).toBe(true);
});
