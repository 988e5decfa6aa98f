// How a theme looks in light and in dark: every colour of the form, the given ones and those that follow from them.
// Each is readable where it stands; a given one that is not is told with the nearest that is.
import type { Issue } from '@baton/rules';
import { contrast, mix, nearest } from './colour.ts';
import { colourTokens, coloursOf } from './theme.ts';
import type { Colours, ColourToken, Theme } from './theme.ts';

/** Every colour of the form on one kind of page. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  /** What the theme says itself; everything else follows. */
  readonly given: Colours;
  readonly colours: Readonly<Record<ColourToken, string>>;
  /** Words on the accent. */
  readonly onAccent: string;
  /** The form paints its own background. */
  readonly isPainted: boolean;
};

/** WCAG 2.2: 1.4.3 for words, 1.4.11 for what shows a control, its focus and a choice. */
const words = 4.5;
const shapes = 3;

/** What the form's colours are where no theme names them, and the page that they are meant for. */
const bases = {
  light: {
    page: '#ffffff',
    own: '#ffffff',
    text: '#16181d',
    accent: '#4f60e4',
    line: '#868d9a',
    error: '#b3261e',
  },
  // Dark pages are seldom black: what reads on this one reads on darker ones.
  dark: {
    page: '#1c1f24',
    own: '#101216',
    text: '#f3f4f6',
    accent: '#4f60e4',
    line: '#868d9a',
    error: '#ff9b93',
  },
} as const;

const white = '#ffffff';
const black = '#000000';

/** One look, or a light and a dark one where the page decides. */
export function looksOf(theme: Theme): readonly Look[] {
  const top = coloursOf(theme);
  const { scheme } = theme;
  if (scheme === 'light') return [look('light', top, theme, true)];
  if (scheme === 'dark') return [look('dark', { ...top, ...coloursOf(theme.dark) }, theme, true)];
  const { background, accent } = top;
  if (background !== undefined && theme.dark === undefined) {
    return [look(isDark(background) ? 'dark' : 'light', top, theme, true)];
  }
  const dark = coloursOf(theme.dark);
  const isPainted = (background ?? dark.background) !== undefined;
  const darkLook = look('dark', dark, theme, isPainted, accent);
  return [look('light', top, theme, isPainted), darkLook];
}

/** What of a theme cannot be read, with paths from the form's root and the nearest colour that can. */
export function themeIssues(theme: Theme): readonly Issue[] {
  const { dark } = theme;
  return looksOf(theme).flatMap((look) =>
    colourTokens.flatMap((token) => {
      const given = look.given[token];
      const suggestion = look.colours[token];
      if (given === undefined || given === suggestion) return [];
      const isOfDark = look.scheme === 'dark' && coloursOf(dark)[token] !== undefined;
      const [against, least] = demandOn(token, theme);
      const ratio = Math.floor(contrast(given, look.colours[against]) * 100) / 100;
      return [
        {
          code: 'low_contrast',
          path: isOfDark ? ['theme', 'dark', token] : ['theme', token],
          params: { colour: given, against, on: look.colours[against], ratio, least, suggestion },
        },
      ];
    }),
  );
}

/** What a colour is seen against, and how well it must be. */
function demandOn(token: ColourToken, { button }: Theme): readonly [against: ColourToken, least: number] {
  if (token === 'field') return ['text', words];
  const isWord = token === 'text' || token === 'error';
  // Only on a filled button is the accent not also the colour of words.
  const isWritten = token === 'accent' && (button === 'outline' || button === 'soft');
  return ['background', isWord || isWritten ? words : shapes];
}

function look(
  scheme: 'light' | 'dark',
  given: Colours,
  theme: Theme,
  isPainted: boolean,
  brand?: string,
): Look {
  const base = bases[scheme];
  const background = given.background ?? (isPainted ? base.own : base.page);
  const settle = (token: ColourToken, first: string, on = background) => {
    const [, least] = demandOn(token, theme);
    return nearest(first, (colour) => contrast(colour, on) >= least);
  };
  const text = settle('text', given.text ?? inkOn(background, base.text));
  const accent = settle('accent', given.accent ?? brand ?? base.accent);
  const field = given.field === undefined ? fieldOn(background, text) : settle('field', given.field, text);
  return {
    scheme,
    given,
    colours: {
      background,
      text,
      accent,
      field,
      line: settle('line', given.line ?? base.line),
      error: settle('error', given.error ?? base.error),
    },
    onAccent: contrast(white, accent) >= words ? white : black,
    isPainted,
  };
}

/** The usual ink, or that of the other kind of page where it reads better. */
function inkOn(background: string, usual: string): string {
  return [bases.light.text, bases.dark.text].reduce(
    (best, ink) => (contrast(ink, background) > contrast(best, background) ? ink : best),
    usual,
  );
}

/** White paper under dark words; under light ones a little lighter than what is around, if they still read. */
function fieldOn(background: string, text: string): string {
  const field = isDark(text) ? white : mix(white, 0.06, background);
  return contrast(field, text) >= words ? field : background;
}

function isDark(colour: string): boolean {
  return contrast(colour, white) > contrast(colour, black);
}
