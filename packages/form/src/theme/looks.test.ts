import { assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { contrast } from './colour.ts';
import { looksOf, themeIssues } from './looks.ts';
import type { Theme } from './theme.ts';

const colour = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const colours = {
  accent: colour,
  background: colour,
  text: colour,
  field: colour,
  line: colour,
  error: colour,
};
const theme = record(
  {
    ...colours,
    scheme: constantFrom('auto' as const, 'light' as const, 'dark' as const),
    button: constantFrom('filled' as const, 'outline' as const, 'soft' as const),
    dark: record(colours, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

test('whatever a theme says, everything that is drawn reads', () => {
  assert(
    property(theme, (theme) => {
      for (const { colours, onAccent } of looksOf(theme)) {
        const { accent, background, text, field, line, error } = colours;
        expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(text, field)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(error, background)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(line, background)).toBeGreaterThanOrEqual(3);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
        const isFilled = (theme.button ?? 'filled') === 'filled';
        expect(contrast(accent, background)).toBeGreaterThanOrEqual(isFilled ? 3 : 4.5);
      }
    }),
    { numRuns: 300 },
  );
});

test('a theme that follows every suggestion is taken', () => {
  assert(
    property(theme, (theme) => {
      let bettered: Theme = theme;
      // A field is suggested for the text that is suggested first.
      for (const { path, params } of themeIssues(theme)) {
        const [, part, token] = path;
        const suggestion = params?.['suggestion'];
        bettered =
          part === 'dark' && token !== undefined
            ? { ...bettered, dark: { ...bettered.dark, [token]: suggestion } }
            : { ...bettered, [String(part)]: suggestion };
      }
      expect(themeIssues(bettered)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a refusal says which colour, on what, how well it reads, how well it must, and what would do', () => {
  expect(themeIssues({ accent: '#ffee00' })).toEqual([
    {
      code: 'low_contrast',
      path: ['theme', 'accent'],
      params: {
        colour: '#ffee00',
        against: 'background',
        on: '#ffffff',
        ratio: 1.2,
        least: 3,
        suggestion: expect.stringMatching(/^#[0-9a-f]{6}$/),
      },
    },
  ]);
  const found = (theme: Theme) =>
    themeIssues(theme).map(({ path, params }) => `${path.join('.')} on ${params?.['against']}`);
  expect(found({ text: '#777777' })).toEqual(['theme.text on background']);
  expect(found({ field: '#222222' })).toEqual(['theme.field on text']);
  expect(found({ line: '#dddddd', error: '#ff6666' })).toEqual([
    'theme.line on background',
    'theme.error on background',
  ]);
  expect(found({ background: '#ffffff', dark: { text: '#333333' } })).toEqual([
    'theme.dark.text on background',
  ]);
  expect(found({ scheme: 'dark', accent: '#0a2f5c' })).toEqual(['theme.accent on background']);
});

test('where the accent is the colour of words it must read like them', () => {
  const accent = '#e8590c';
  expect(themeIssues({ accent })).toEqual([]);
  expect(themeIssues({ accent, button: 'outline' })).toMatchObject([{ params: { least: 4.5 } }]);
  expect(themeIssues({ accent, button: 'soft' })).toMatchObject([{ params: { least: 4.5 } }]);
});

test('an accent for white pages gets lighter by itself on dark ones', () => {
  const [light, dark] = looksOf({ accent: '#0a5c36' });
  expect(light?.colours.accent).toBe('#0a5c36');
  expect(dark?.colours.accent).not.toBe('#0a5c36');
  expect(looksOf({ accent: '#0a5c36', dark: { accent: '#7be0ae' } })[1]?.colours.accent).toBe('#7be0ae');
});

test('a theme with its own background looks the same everywhere, unless it says how it looks in the dark', () => {
  const schemes = (theme: Theme) => looksOf(theme).map(({ scheme }) => scheme);
  expect(schemes({})).toEqual(['light', 'dark']);
  expect(schemes({ background: '#fff7ed' })).toEqual(['light']);
  expect(schemes({ background: '#101216' })).toEqual(['dark']);
  expect(schemes({ background: '#fff7ed', dark: {} })).toEqual(['light', 'dark']);
  expect(schemes({ scheme: 'light' })).toEqual(['light']);
  expect(schemes({ scheme: 'dark' })).toEqual(['dark']);
});
