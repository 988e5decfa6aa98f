import { themeIssues } from '@baton/form';
import { parseForm } from '@baton/form/document';
import { expect, test } from 'vitest';
import { presets } from './presets.ts';

test.each(presets.map(({ name, theme }) => [name, theme] as const))(
  'the theme “%s” can be read and is taken by whoever reads forms',
  (_, theme) => {
    expect(themeIssues(theme)).toEqual([]);
    const form = { format: 1, id: 'f', name: 'F', language: 'en', theme, steps: [] };
    const read = parseForm(form, { catalogue: new Map(), behaviours: null, tiers: null });
    const told = [...(read.ok ? [] : read.issues), ...read.warnings];
    expect(told.filter(({ path }) => path[0] === 'theme')).toEqual([]);
  },
);

test('no two themes have one name', () => {
  expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
});
