// The form's styles as one sheet that all pieces of the canvas share.
import { looksOf, type Theme } from '@baton/form';
import { canvasStyles } from '@baton/page/render';
import { useMemo } from 'react';
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

/** What the form paints behind itself, and whether it is made for light or dark pages alone. */
export function useCanvasGround(): { readonly background?: string; readonly colorScheme?: string } {
  const theme = useDraft((draft) => draft.theme) ?? noTheme;
  return useMemo(() => {
    const looks = looksOf(theme);
    const [first, second] = looks;
    if (first === undefined || !looks.some(({ isPainted }) => isPainted)) return {};
    const ground = first.colours.background;
    if (second === undefined) return { background: ground, colorScheme: first.scheme };
    return { background: `light-dark(${ground}, ${second.colours.background})` };
  }, [theme]);
}
