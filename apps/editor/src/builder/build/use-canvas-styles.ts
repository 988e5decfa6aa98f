// The form's styles as one sheet that all pieces of the canvas share.
import { looksOf, type ColourToken, type Theme } from '@baton/form';
import { canvasStyles } from '@baton/page/canvas';
import { useMemo, type CSSProperties } from 'react';
import { useDraft } from '../builder-context.ts';

const noTheme: Theme = {};

export function useCanvasStyles(): CSSStyleSheet {
  const theme = useDraft((draft) => draft.theme) ?? noTheme;
  return useMemo(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(canvasStyles(theme));
    return sheet;
  }, [theme]);
}

export type Ground = CSSProperties & { readonly [name: `--${string}`]: string };

const noGround: Ground = {};

/** What the form paints behind itself. What the editor writes on it takes the form's colours: its own may not read there. */
export function useCanvasGround(): Ground {
  const theme = useDraft((draft) => draft.theme) ?? noTheme;
  return useMemo(() => {
    const looks = looksOf(theme);
    const [first, second] = looks;
    if (first === undefined || !looks.some(({ isPainted }) => isPainted)) return noGround;
    const inBoth = (token: ColourToken): string =>
      second === undefined
        ? first.colours[token]
        : `light-dark(${first.colours[token]}, ${second.colours[token]})`;
    return {
      ...(second === undefined ? { colorScheme: first.scheme } : {}),
      background: inBoth('background'),
      color: inBoth('text'),
      '--ink': inBoth('text'),
      '--soft': `color-mix(in srgb, ${inBoth('text')} 76%, ${inBoth('background')})`,
      '--line': inBoth('line'),
      '--card': inBoth('background'),
      '--accent': inBoth('accent'),
      '--bad': inBoth('error'),
    };
  }, [theme]);
}
