import { anything, assert, dictionary, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { formStyles } from './styles.ts';
import { themeStyles } from './theme.ts';

const keys = [
  'accent',
  'background',
  'text',
  'field',
  'line',
  'error',
  'radius',
  'density',
  'font',
  'fontSize',
  'labels',
  'button',
  'buttonWidth',
  'scheme',
  'dark',
];

test('a form without a theme carries no rules of themes', () => {
  const plain = [
    {},
    {
      density: 'comfortable',
      labels: 'top',
      button: 'filled',
      buttonWidth: 'auto',
      scheme: 'auto',
      font: 'page',
    },
  ] as const;
  for (const theme of plain) {
    expect(themeStyles(theme, 'embed')).toBe('');
    expect(themeStyles(theme, 'page')).toBe('');
  }
});

test('a theme carries only what it says', () => {
  expect(themeStyles({ accent: '#b45309', radius: 0 }, 'embed')).toBe(
    ':host,:root{--baton-accent:#b45309;--baton-radius:0px}',
  );
  expect(themeStyles({ button: 'soft', accent: '#0f766e' }, 'embed')).not.toContain('@container');
});

test('an accent that is too dark for dark pages is lighter there', () => {
  expect(themeStyles({ accent: '#0a5c36' }, 'embed')).toMatch(
    /^:host,:root\{--baton-accent:light-dark\(#0a5c36,#[0-9a-f]{6}\)\}$/,
  );
});

test('a page of its own is coloured whole', () => {
  const theme = { background: '#fff7ed', text: '#431407', font: 'Georgia, serif' };
  expect(themeStyles(theme, 'page')).toContain(
    `body{color:#431407;background:#fff7ed;font-family:'Georgia',serif}`,
  );
  expect(themeStyles(theme, 'page')).toContain(':root{color-scheme:light}');
  expect(themeStyles(theme, 'embed')).toContain(
    '.baton{color:#431407;background:#fff7ed;color-scheme:light;',
  );
});

test('what is pale in itself is not made paler', () => {
  expect(themeStyles({ background: '#ffffff', text: '#767676' }, 'embed')).toContain(
    '::placeholder{opacity:1}',
  );
  expect(themeStyles({ background: '#ffffff', text: '#16181d' }, 'embed')).not.toContain('::placeholder');
});

test('nothing that a theme says leaves its place in the style sheet', () => {
  const rules = (css: string) => css.replace(/#[0-9a-f]{6}/g, '').replace(/'[\p{L}\p{N}_ -]+'/gu, '');
  assert(
    property(dictionary(constantFrom(...keys), anything({ maxDepth: 2 })), string(), (theme, text) => {
      for (const place of ['embed', 'page'] as const) {
        const css = themeStyles(Object({ ...theme, font: text }), place);
        expect(rules(css)).not.toMatch(/[<\\"']|undefined|NaN|\[object|\}\s*\}\s*\}/);
        expect(css.split('{').length).toBe(css.split('}').length);
      }
    }),
    { numRuns: 500 },
  );
  const canary = 'red;}body{display:none';
  const broken = { accent: canary, radius: -1, font: canary, labels: canary, dark: { text: canary } };
  expect(themeStyles(Object(broken), 'embed')).not.toContain('display:none');
});

test('the style sheet holds nothing that only a reader needs', () => {
  expect(formStyles).not.toMatch(/\n| {2}|;\}|\/\*/);
});
