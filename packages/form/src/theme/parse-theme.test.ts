import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { parseTheme, usableTheme } from './parse-theme.ts';
import { fontFamilies } from './theme.ts';

function read(input: unknown): { theme: unknown; issues: string[]; warnings: string[] } {
  const report: Report = { issues: [], warnings: [] };
  const theme = parseTheme(input, report);
  const told = (list: Report['issues']) => list.map(({ code, path }) => `${code} ${path.join('.')}`);
  return { theme, issues: told(report.issues), warnings: told(report.warnings) };
}

const whole = {
  accent: '#c2410c',
  background: '#fff7ed',
  text: '#431407',
  field: '#ffffff',
  line: '#9a6b4f',
  error: '#b3261e',
  radius: 14,
  density: 'compact',
  font: '"Inter Tight", Georgia, sans-serif',
  fontSize: 15,
  labels: 'side',
  button: 'soft',
  buttonWidth: 'full',
  scheme: 'auto',
  dark: { background: '#1e1b2e', accent: '#c4b5fd' },
};

test('a theme that says everything is taken as it is', () => {
  expect(read(whole)).toEqual({ theme: whole, issues: [], warnings: [] });
  expect(read(undefined).theme).toEqual({});
});

test('what cannot be used is refused where it stands', () => {
  const broken = {
    accent: 'red',
    radius: 33,
    density: 'dense',
    font: 'x;}body{display:none',
    fontSize: 8,
    dark: { text: '#abc' },
  };
  expect(read(broken).issues).toEqual([
    'not_a_colour theme.accent',
    'too_large theme.radius',
    'not_in_list theme.density',
    'not_a_font theme.font',
    'too_small theme.fontSize',
    'not_a_colour theme.dark.text',
  ]);
  expect(read([]).issues).toEqual(['wrong_type theme']);
});

test('what cannot be read is refused where it stands', () => {
  expect(read({ accent: '#ffee00', dark: { error: '#330000' } }).issues).toEqual([
    'low_contrast theme.accent',
    'low_contrast theme.dark.error',
  ]);
});

test('a key that nobody knows is kept and told', () => {
  expect(read({ radius: 4, shadow: 2 })).toEqual({
    theme: { radius: 4, shadow: 2 },
    issues: [],
    warnings: ['unknown_key theme.shadow'],
  });
});

test('of a theme that was published, what can be used still is', () => {
  expect(usableTheme({ accent: 'red', radius: 4, dark: { text: 1 }, shadow: 2 })).toEqual({
    radius: 4,
    shadow: 2,
  });
  expect(usableTheme('none')).toEqual({});
});

test('no name of a font leaves its quotes', () => {
  expect(fontFamilies('Söhne, "IBM Plex Sans",system-ui')).toBe(`'Söhne','IBM Plex Sans',system-ui`);
  for (const list of [
    "a'b",
    'a"b',
    'a}b',
    'a;b',
    'a\\b',
    '</style>',
    'url(x)',
    '',
    'a,,b',
    'a\nb',
    '*'.repeat(300),
  ]) {
    expect(fontFamilies(list), list).toBeUndefined();
  }
});
