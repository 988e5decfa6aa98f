// Single fields and buttons of a form, as an editor shows them: drawn by the same renderers and with the same styles
// as the form that visitors meet, one by one, so that a change redraws only what it changed.
import type { Field, Theme } from '@baton/form';
import { fieldRenderers } from './fields/index.ts';
import { chooseLanguage, direction } from './language.ts';
import { attributes, html } from './markup.ts';
import { formStyles } from './styles.ts';
import { textLanguages, textsFor } from './texts/index.ts';
import { themeStyles } from './theme.ts';
import type { Markup } from './markup.ts';

/** Where a field stands. */
export type FieldSetting = {
  /** BCP 47; of the form, which need not be one that Baton has words in. */
  readonly language: string;
  /** Its step is shown by a condition. */
  readonly conditional?: boolean;
};

/** One field, inside a form of its own that sends nothing. */
export function drawField(field: Field, { language, conditional = false }: FieldSetting): string {
  const drawn = fieldRenderers[field.kind].render(field, {
    texts: textsFor(spokenFor(language)),
    language: spokenFor(language),
    values: constantOf(field),
    error: undefined,
    conditional: conditional || Boolean(field.shownWhen),
    leadsTo: 'next',
    closed: {},
    first: false,
    longLists: 'written',
  });
  return framed(language, html`<fieldset class="step">${drawn}</fieldset>`);
}

/** What leads on from a step. */
export function drawButtons(language: string, { first, last }: { first: boolean; last: boolean }): string {
  const texts = textsFor(spokenFor(language));
  const back = html`<button class="back" type="button">${texts.back}</button>`;
  const on = html`<button class="send" type="button">${last ? texts.send : texts.next}</button>`;
  return framed(language, html`<div class="nav">${on}${first ? null : back}</div>`);
}

/** The styles of what is drawn here. The theme's own background is left to whoever lays it out. */
export function canvasStyles(theme: Theme): string {
  return `${formStyles}${themeStyles(theme, 'embed')}.baton{padding:0;border-radius:0;background:none}`;
}

function framed(language: string, inside: Markup): string {
  const frame = { class: 'baton', lang: language, dir: direction(language), inert: true };
  return html`<form${attributes(frame)}>${inside}</form>`.toString();
}

function spokenFor(language: string): string {
  return chooseLanguage(textLanguages, [language]) ?? 'en';
}

function constantOf({ default: first }: Field): readonly string[] {
  if (first === undefined || (typeof first === 'object' && 'from' in first)) return [];
  return Array.isArray(first) ? first.map(String) : first === false ? [] : [String(first)];
}
