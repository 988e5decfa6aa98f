// What a theme can say, and what of it can be used. Whatever a document says, only what passes here is drawn.
import { isColour } from './colour.ts';

/** The parts of a form that have a colour of their own. */
export const colourTokens = ['accent', 'background', 'text', 'field', 'line', 'error'] as const;

export type ColourToken = (typeof colourTokens)[number];

/** `#rrggbb` each. */
export type Colours = { readonly [token in ColourToken]?: string };

/** The theme of a form: every key may be absent. Keys that nobody knows are kept. */
export type Theme = Readonly<Record<string, unknown>> &
  Colours & {
    /** Of controls and buttons, in pixels. */
    readonly radius?: number;
    readonly density?: 'comfortable' | 'compact';
    /** `page`: the website's own; else a list of families. */
    readonly font?: string;
    /** In pixels. */
    readonly fontSize?: number;
    readonly labels?: 'top' | 'side';
    readonly button?: 'filled' | 'outline' | 'soft';
    readonly buttonWidth?: 'auto' | 'full';
    /** `auto`: light or dark as the page is. */
    readonly scheme?: 'auto' | 'light' | 'dark';
    /** Colours on a dark page. */
    readonly dark?: Colours;
  };

export const radiusRange = { min: 0, max: 32 } as const;
export const fontSizeRange = { min: 12, max: 24 } as const;

/** The colours among the keys; what is none is left out. */
export function coloursOf(keys: unknown): Colours {
  if (typeof keys !== 'object' || keys === null) return {};
  return Object.fromEntries(
    Object.entries(keys).filter(
      ([key, value]) => colourTokens.some((token) => token === key) && isColour(value),
    ),
  );
}

/** The value if it is a number in the range. */
export function inRange(
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  return typeof value === 'number' && value >= min && value <= max ? value : undefined;
}

const generic = /^(?:serif|sans-serif|monospace|system-ui|ui-serif|ui-sans-serif|ui-rounded|ui-monospace)$/;

/**
 * A list of font families as CSS, each name in quotes. Undefined where a name holds anything but letters, digits,
 * blanks, hyphens and underscores, so that nothing else gets into a style sheet.
 */
export function fontFamilies(list: unknown): string | undefined {
  if (typeof list !== 'string' || list.length > 200) return undefined;
  const names = list.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'));
  if (!names.every((name) => /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(name))) return undefined;
  return names.map((name) => (generic.test(name) ? name : `'${name}'`)).join(',');
}
