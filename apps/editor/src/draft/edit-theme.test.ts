import { themeIssues } from '@baton/form';
import { expect, test } from 'vitest';
import type { FormDraft } from './form-draft.ts';
import {
  editTheme,
  lookOn,
  lowContrast,
  pagesOf,
  readColour,
  setColour,
  setThemeKeys,
} from './edit-theme.ts';

const draft: FormDraft = { format: 1, id: 'f', name: 'F', steps: [] };

test('colours are read as people type them', () => {
  expect(['#0A5C36', '0a5c36', ' #fff ', 'f0a'].map(readColour)).toEqual([
    '#0a5c36',
    '#0a5c36',
    '#ffffff',
    '#ff00aa',
  ]);
  expect(['', '#12345', 'red', '#12345g'].map(readColour)).toEqual(Array(4).fill(undefined));
});

test('a colour for dark pages leaves the light ones alone, and is gone without a trace', () => {
  const theme = setColour({ accent: '#0a5c36' }, 'dark', 'accent', '#7be0ae');
  expect(theme).toEqual({ accent: '#0a5c36', dark: { accent: '#7be0ae' } });
  expect(setColour(theme, 'dark', 'accent', undefined)).toEqual({ accent: '#0a5c36' });
});

test('where a form is always dark, what is chosen is what is drawn', () => {
  const before = { scheme: 'dark', accent: '#8f9bff', dark: { accent: '#ffaa00' } } as const;
  const theme = setColour(before, 'dark', 'accent', '#7be0ae');
  expect(lookOn(theme, 'dark')?.colours.accent).toBe('#7be0ae');
});

test('a colour that cannot be read is told at its place, with one that can', () => {
  const theme = { accent: '#ffee00', dark: { accent: '#16181d' } };
  const light = lowContrast(theme, 'light', 'accent');
  expect(light).toMatchObject({ ratio: 1.2, least: 3, against: 'background', suggestion: '#a2970c' });
  const dark = lowContrast(theme, 'dark', 'accent');
  expect(dark?.suggestion).not.toBe(light?.suggestion);
  const mended = setColour(
    setColour(theme, 'light', 'accent', light?.suggestion),
    'dark',
    'accent',
    dark?.suggestion,
  );
  expect(themeIssues(mended)).toEqual([]);
  expect(lowContrast(mended, 'light', 'accent')).toBeUndefined();
});

test('a form that is always dark tells what cannot be read there', () => {
  expect(lowContrast({ scheme: 'dark', text: '#222222' }, 'dark', 'text')).toMatchObject({ least: 4.5 });
});

test('pages are those that have colours of their own', () => {
  expect(pagesOf({})).toEqual(['light', 'dark']);
  expect(pagesOf({ scheme: 'dark' })).toEqual(['dark']);
});

test('colours for dark pages follow from the brand also before there are any', () => {
  expect(lookOn({ background: '#fbf6ee', accent: '#0a5c36' }, 'dark')?.scheme).toBe('dark');
});

test('a theme that says nothing is none, and what changes nothing is the same draft', () => {
  const themed = editTheme(draft, (theme) => setThemeKeys(theme, { radius: 4 }));
  expect(themed.theme).toEqual({ radius: 4 });
  expect(editTheme(themed, (theme) => setThemeKeys(theme, { radius: 4 }))).toBe(themed);
  expect(editTheme(themed, (theme) => setThemeKeys(theme, { radius: undefined }))).toEqual(draft);
});
