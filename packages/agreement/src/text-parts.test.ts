import { normaliseText } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPartFinder, notPlain, type TextPart } from './text-parts.ts';

// Few letters, so that parts begin and end within each other; some whose capitals are no capitals of ASCII.
const letters = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'b', 'A', 'B', ' ', 'i', 'I', 's', 'S', '~') },
  fc.constantFrom('ı', 'ß', 'é', 'e\u0301', '\t', '\u0002', '\u0003'),
);
const textArbitrary = fc.array(letters, { maxLength: 12 }).map((text) => text.join(''));
const partArbitrary = fc.record({
  part: fc.array(letters, { maxLength: 4 }).map((text) => normaliseText(text.join(''))),
  where: fc.constantFrom('anywhere', 'beginning', 'end'),
});

function stands({ part, where }: TextPart, text: string): boolean {
  if (where === 'anywhere') return text.includes(part);
  return where === 'beginning' ? text.startsWith(part) : text.endsWith(part);
}

test('every part is found that stands in the text as it compares, and no other', () => {
  let plain = 0;
  fc.assert(
    fc.property(
      fc.array(partArbitrary, { maxLength: 31 }),
      fc.array(textArbitrary, { minLength: 1, maxLength: 20 }),
      (parts, texts) => {
        const find = createPartFinder(parts);
        for (const text of texts) {
          const held = find?.(text) ?? notPlain;
          if (held === notPlain) continue;
          plain += 1;
          expect(parts.map((_, bit) => (held & (1 << bit)) !== 0)).toEqual(
            parts.map((part) => stands(part, normaliseText(text))),
          );
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(plain).toBeGreaterThan(1000);
});

test('it leaves to others what is not plain, what is blank, and more parts than a number has bits', () => {
  const find = createPartFinder([{ part: 'edu', where: 'anywhere' }]);
  expect(['x.EDU.example', 'x', 'édu', 'a\tb', '', '  '].map((text) => find?.(text))).toEqual([
    1,
    0,
    notPlain,
    notPlain,
    notPlain,
    notPlain,
  ]);
  const parts = Array.from({ length: 32 }, (_, index) => ({ part: `p${index}`, where: 'end' as const }));
  expect(createPartFinder(parts)).toBeNull();
});
