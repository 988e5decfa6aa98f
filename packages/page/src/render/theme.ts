// A form's theme as style rules, only those that it needs: a form without a theme carries none of this. Colours,
// numbers and fonts are checked again here, so that nothing else gets into a style sheet, whoever made the theme.
import { contrast, fontFamilies, fontSizeRange, inRange, looksOf, mix, radiusRange } from '@baton/form';
import type { Look, Theme } from '@baton/form';
import { compact } from './compact.ts';
import { defaults } from './styles.ts';

/** Where the form stands: in somebody's page, or on a page of its own that the theme colours whole. */
export type Place = 'embed' | 'page';

/** The rules of a theme. A website's own custom properties on `baton-form` win over its tokens. */
export function themeStyles(theme: Theme, place: Place): string {
  const looks = looksOf(theme);
  const radius = inRange(theme.radius, radiusRange);
  const tokens = declare({
    '--baton-accent': different(looks, ({ colours }) => colours.accent, defaults.accent),
    '--baton-on-accent': different(looks, ({ onAccent }) => onAccent, '#ffffff'),
    '--baton-line': different(looks, ({ colours }) => colours.line, defaults.line),
    '--baton-field': isFieldSaid(looks) ? inEach(looks, fieldOf) : undefined,
    '--baton-radius': radius === undefined ? undefined : `${radius}px`,
  });
  return compact(
    [
      tokens && `:host, :root { ${tokens} }`,
      ...surface(theme, looks, place),
      looks.every(isQuietReadable) ? '' : '.help, ::placeholder { opacity: 1; }',
      theme.density === 'compact' ? density : '',
      theme.labels === 'side' ? sideLabels : '',
      buttonRules(theme, looks),
      theme.buttonWidth === 'full' ? fullButtons : '',
    ].join(''),
  );
}

/** Text, background, error and font: of the form itself, or of the whole page where there is nothing else. */
function surface(theme: Theme, looks: readonly Look[], place: Place): string[] {
  const isPainted = looks.some((look) => look.isPainted);
  const [only, other] = looks;
  const size = inRange(theme.fontSize, fontSizeRange);
  const isTextSaid = isPainted || looks.some(({ given }) => given.text !== undefined);
  const outer = place === 'page' ? 'body' : '.baton';
  const scheme = other ? undefined : only?.scheme;
  const rules = declare({
    color: isTextSaid ? inEach(looks, place === 'page' ? textOf : textOverPage) : undefined,
    background: isPainted ? inEach(looks, backgroundOf) : undefined,
    'color-scheme': place === 'embed' ? scheme : undefined,
    'font-family': theme.font === 'page' ? undefined : fontFamilies(theme.font),
    'font-size': size === undefined ? undefined : `${size}px`,
  });
  const isErrorSaid = isPainted || looks.some(({ given }) => given.error !== undefined);
  return [
    rules && `${outer} { ${rules} }`,
    isErrorSaid ? `.baton { --bad: ${inEach(looks, ({ colours }) => colours.error)}; }` : '',
    place === 'page' && scheme !== undefined ? `:root { color-scheme: ${scheme}; }` : '',
    place === 'embed' && isPainted ? card : '',
  ];
}

// A form that paints its own background needs room around it.
const card = `
  .baton { padding: clamp(16px, 5%, 32px); border-radius: calc(var(--baton-radius, ${defaults.radius})*1.5); }
`;

// Less room, but no less for fingers.
const density = `
  .field { margin-top: 16px; }
  .nav, .notice:not(:empty) { margin-top: 20px; }
  .top { padding-bottom: 12px; }
  @media (pointer: fine) { .control, .option, button { min-height: 36px; padding-block: 5px; } }
`;

// Beside the control where there is room for both. A floated legend is laid out like any other element.
const sideLabels = `
  .baton { container-type: inline-size; }
  @container (width > 30em) {
    .field:has(> .label, > .consent) { display: grid; grid-template-columns: minmax(6em, 1fr) 2fr; column-gap: 24px; }
    .field > * { grid-column: 2; }
    .field > .help { order: 1; padding: 6px 0 0; }
    .field > .label { grid-column: 1; grid-row: 1/span 3; float: inline-start; padding-top: 10px; }
  }
`;

const fullButtons = `
  .nav { flex-wrap: wrap; }
  .nav button { flex: 0 0 100%; }
`;

function buttonRules({ button }: Theme, looks: readonly Look[]): string {
  if (button !== 'outline' && button !== 'soft') return '';
  const accent = `var(--baton-accent, ${defaults.accent})`;
  if (button === 'outline')
    return `.send { color: ${accent}; border-color: currentColor; background: none; }`;
  const tint = Math.min(...looks.map(tintOf));
  return `.send { color: ${accent}; background: color-mix(in srgb, ${accent} ${tint}%, #0000); }`;
}

/** Per cent of the accent under words of the accent that still read. */
function tintOf({ colours: { accent, background } }: Look): number {
  const reads = (tint: number) => contrast(accent, mix(accent, tint / 100, background)) >= 4.5;
  return [18, 12, 6].find(reads) ?? 0;
}

/** Help and placeholders are words in the colour of the text, a little paler. */
function isQuietReadable({ colours: { text, field, background } }: Look): boolean {
  return (
    contrast(mix(text, 0.7, field), field) >= 4.5 && contrast(mix(text, 0.85, background), background) >= 4.5
  );
}

function isFieldSaid(looks: readonly Look[]): boolean {
  return looks.some(
    ({ given, colours, isPainted }) =>
      given.field !== undefined || (isPainted && colours.field === colours.background),
  );
}

const textOf = ({ colours }: Look) => colours.text;

const textOverPage = ({ colours, given, isPainted }: Look) =>
  isPainted || given.text !== undefined ? colours.text : 'currentColor';

const backgroundOf = ({ colours }: Look) => colours.background;

/** On a page that nobody knows, a field is a little lighter than whatever is around. */
const fieldOf = ({ colours, given, isPainted, scheme }: Look) =>
  isPainted || given.field !== undefined || scheme === 'light' ? colours.field : '#ffffff0f';

/** The value where it is not what the style sheet says anyway. */
function different(looks: readonly Look[], read: (look: Look) => string, usual: string): string | undefined {
  const value = inEach(looks, read);
  return value === usual ? undefined : value;
}

/** One value, or one for light and one for dark. */
function inEach(looks: readonly Look[], read: (look: Look) => string): string {
  const [light = '', dark = light] = looks.map(read);
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}

function declare(declarations: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(declarations)
    .map(([name, value]) => (value === undefined ? '' : `${name}: ${value}; `))
    .join('');
}
