// What can be done with a form's theme. A colour belongs to light pages or to dark ones; one that is taken away follows
// from the others again.
import { isColour, looksOf, themeIssues, type ColourToken, type Look, type Theme } from '@baton/form';
import type { Issue } from '@baton/rules';
import { patched } from './edit-fields.ts';
import type { FormDraft } from './form-draft.ts';
import { isRecord } from '@baton/schema';

export type PageKind = 'light' | 'dark';

const empty: Theme = {};

export function themeOf({ theme }: Pick<FormDraft, 'theme'>): Theme {
  return theme ?? empty;
}

export function editTheme(draft: FormDraft, change: (theme: Theme) => Theme): FormDraft {
  const theme = change(themeOf(draft));
  if (theme === draft.theme) return draft;
  return patched(draft, { theme: Object.keys(theme).length === 0 ? undefined : theme });
}

export type ThemePatch = { readonly [Key in keyof Theme]?: Theme[Key] | undefined };

export function setThemeKeys(theme: Theme, patch: ThemePatch): Theme {
  return patched(theme, patch);
}

/** @param colour undefined: it follows from the others */
export function setColour(
  theme: Theme,
  page: PageKind,
  token: ColourToken,
  colour: string | undefined,
): Theme {
  // A form that is dark everywhere has one set of colours, and `dark` would win over it.
  if (page === 'light' || theme.scheme === 'dark') {
    const top = patched(theme, { [token]: colour });
    return page === 'light' || theme.dark === undefined ? top : withDark(top, token, undefined);
  }
  return withDark(theme, token, colour);
}

function withDark(theme: Theme, token: ColourToken, colour: string | undefined): Theme {
  const dark = patched(theme.dark ?? {}, { [token]: colour });
  return patched(theme, { dark: Object.keys(dark).length === 0 ? undefined : dark });
}

/** The kinds of pages that have colours of their own. */
export function pagesOf({ scheme }: Theme): readonly PageKind[] {
  return scheme === 'light' || scheme === 'dark' ? [scheme] : ['light', 'dark'];
}

/** How the form looks on such a page, or would if it had colours of its own there. */
export function lookOn(theme: Theme, page: PageKind): Look | undefined {
  const dark = isRecord(theme.dark) ? theme.dark : {};
  const looks = looksOf(theme.scheme === undefined || theme.scheme === 'auto' ? { ...theme, dark } : theme);
  return looks.find(({ scheme }) => scheme === page) ?? looks[0];
}

/** What cannot be read, in numbers. */
export type LowContrast = {
  readonly ratio: number;
  readonly least: number;
  readonly against: string;
  readonly suggestion: string;
};

/** Why a colour cannot be read where it stands; undefined where it can. */
export function lowContrast(theme: Theme, page: PageKind, token: ColourToken): LowContrast | undefined {
  const found = themeIssues(theme).find((issue) => isAt(issue, theme, page, token));
  const { ratio, least, against, suggestion } = found?.params ?? {};
  if (typeof ratio !== 'number' || typeof least !== 'number') return undefined;
  return { ratio, least, against: String(against), suggestion: String(suggestion) };
}

function isAt({ path }: Issue, theme: Theme, page: PageKind, token: ColourToken): boolean {
  const isOfDark = path[1] === 'dark';
  const isHere = theme.scheme === 'dark' || isOfDark === (page === 'dark');
  return path.at(-1) === token && isHere;
}

/** `#rrggbb` from what people type: without the sign, in capitals, in three digits. */
export function readColour(text: string): string | undefined {
  const digits = text.trim().replace(/^#/, '').toLowerCase();
  const long = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const colour = `#${long}`;
  return isColour(colour) ? colour : undefined;
}
