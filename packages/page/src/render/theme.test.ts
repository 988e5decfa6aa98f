import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, themeIssues, themeStyles } from './theme.ts';

const colour = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('the words on any accent that is allowed can be read', () => {
  assert(
    property(colour, (accent) => {
      const styles = themeStyles({ accent });
      if (themeIssues({ accent }).length > 0) return styles === '';
      const on = /--baton-on-accent:(#\w+)/.exec(styles)?.[1] ?? '';
      return contrast(accent, on) >= 4.5;
    }),
  );
});

test('a theme that is pale, or no theme at all, is refused with its path and written nowhere', () => {
  expect(themeIssues({ accent: '#ffee00' })).toEqual([
    { code: 'low_contrast', path: ['theme', 'accent'], params: { min: 3 } },
  ]);
  const broken = { accent: 'red;}body{display:none', radius: -1 };
  expect(themeIssues(broken).map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['not_a_colour', 'theme.accent'],
    ['out_of_range', 'theme.radius'],
  ]);
  expect(themeStyles(broken)).toBe('');
  expect(themeIssues({})).toEqual([]);
});
