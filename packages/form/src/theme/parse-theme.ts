// Reads a form's theme: names, numbers, colours, fonts. Refuses what cannot be used and what cannot be read.
import { isRecord } from '@baton/schema';
import * as z from 'zod';
import { readPart } from '../report.ts';
import type { Report } from '../report.ts';
import { isColour } from './colour.ts';
import { themeIssues } from './looks.ts';
import { fontFamilies, fontSizeRange, radiusRange } from './theme.ts';
import type { Theme } from './theme.ts';

const colour = () => z.string().refine(isColour, { error: 'not_a_colour' }).exactOptional();

const colours = () => ({
  accent: colour(),
  background: colour(),
  text: colour(),
  field: colour(),
  line: colour(),
  error: colour(),
});

const size = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.number().min(min).max(max).exactOptional();

const isFont = (list: string) => fontFamilies(list) !== undefined;

/** The schema of a theme. That its colours can be read is checked beside it. */
export const themeConfig = () =>
  z.looseObject({
    ...colours(),
    radius: size(radiusRange),
    density: z.enum(['comfortable', 'compact']).exactOptional(),
    font: z.string().refine(isFont, { error: 'not_a_font' }).exactOptional(),
    fontSize: size(fontSizeRange),
    labels: z.enum(['top', 'side']).exactOptional(),
    button: z.enum(['filled', 'outline', 'soft']).exactOptional(),
    buttonWidth: z.enum(['auto', 'full']).exactOptional(),
    scheme: z.enum(['auto', 'light', 'dark']).exactOptional(),
    dark: z.looseObject(colours()).exactOptional(),
  });

/** Reads a form's theme and reports what is wrong with it; nothing of a theme with a fault is returned. */
export function parseTheme(input: unknown, report: Report): Theme {
  if (input === undefined) return {};
  const theme = readPart(themeConfig(), input, ['theme'], report);
  if (theme) report.issues.push(...themeIssues(theme));
  return theme ?? {};
}

/** What can still be used of a theme that was published, whatever was asked of themes then. */
export function usableTheme(input: unknown): Theme {
  if (!isRecord(input)) return {};
  const unusable = new Set(
    themeConfig()
      .safeParse(input)
      .error?.issues.map(({ path }) => path[0]),
  );
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !unusable.has(key)));
  return themeConfig().safeParse(rest).data ?? {};
}
