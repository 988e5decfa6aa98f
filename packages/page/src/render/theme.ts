// A form's theme as style rules. Knows two keys: `accent` (`#rrggbb`) and `radius` (pixels). Refuses, by issue,
// what would not be readable; what is refused never reaches a style sheet.
import type { Issue } from '@baton/rules';

type Theme = Readonly<Record<string, unknown>>;

/** WCAG 2.2, 1.4.11: what shows focus and choice needs this contrast against its background. */
const leastContrast = 3;
const paper = '#ffffff';
const ink = '#000000';
const greatestRadius = 32;

/** What is wrong with a theme, with paths from the form's root. */
export function themeIssues(theme: Theme): readonly Issue[] {
  const issues: Issue[] = [];
  const { accent, radius } = theme;
  if (accent !== undefined) {
    if (!isColour(accent)) issues.push({ code: 'not_a_colour', path: ['theme', 'accent'] });
    else if (!isReadable(accent)) {
      issues.push({ code: 'low_contrast', path: ['theme', 'accent'], params: { min: leastContrast } });
    }
  }
  if (radius !== undefined && !isRadius(radius)) {
    issues.push({ code: 'out_of_range', path: ['theme', 'radius'], params: { min: 0, max: greatestRadius } });
  }
  return issues;
}

/** Rules that set the tokens. A website's own rules on `baton-form` win over them. */
export function themeStyles(theme: Theme): string {
  const { accent, radius } = theme;
  let tokens = '';
  if (isColour(accent) && isReadable(accent)) {
    tokens += `--baton-accent:${accent};--baton-on-accent:${contrast(accent, paper) >= 4.5 ? paper : ink};`;
  }
  if (isRadius(radius)) tokens += `--baton-radius:${radius}px;`;
  return tokens && `:host,:root{${tokens}}`;
}

/** The contrast of two `#rrggbb` colours, 1 to 21, by WCAG 2.2's definition. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function isReadable(accent: string): boolean {
  return contrast(accent, paper) >= leastContrast;
}

function isColour(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

function isRadius(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= greatestRadius;
}
