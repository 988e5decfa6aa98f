// Single fields and buttons of a form, as an editor shows them: drawn by the same renderers and with the same styles
// as the form that visitors meet, one by one, so that a change redraws only what it changed.
import type { Field, Show, Theme } from '@baton/form';
import { fieldRenderers, sentence } from './fields/index.ts';
import { direction } from './language.ts';
import { attributes, html } from './markup.ts';
import { formStyles, furtherStyles } from './styles.ts';
import type { Texts } from './texts/en.ts';
import { themeStyles } from './theme.ts';
import { fill } from './wording.ts';
import type { Markup } from './markup.ts';

/** What the form itself says, in one language: whoever draws brings it along, and needs no other. */
export type Words = {
  /** BCP 47; of the form, which need not be one that Baton has words in. */
  readonly language: string;
  /** The language of the texts. */
  readonly spoken: string;
  readonly texts: Texts;
};

/** Where a field stands. */
export type FieldSetting = {
  readonly words: Words;
  /** Its step is shown by a condition. */
  readonly conditional?: boolean;
};

/** One field, inside a form of its own that sends nothing. */
export function drawField(field: Field, setting: FieldSetting): string {
  return framed(setting.words, html`<fieldset class="step">${drawn(field, setting)}</fieldset>`);
}

/** Which step is drawn whole. */
export type StepSetting = FieldSetting & {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  /** Id of a field that is shown as having been left out. */
  readonly missing?: string;
};

/** A step whole: how far one is (the bar reads `--done`), its title, its fields, and what leads on. */
export function drawStep(title: string, fields: readonly Field[], setting: StepSetting): string {
  const { words, step, steps, missing } = setting;
  const top = html`<div class="top">
    <i class="bar"></i>
    <p class="progress">${fill(words.texts.progress, { step, steps })}</p>
  </div>`;
  return framed(
    words,
    html`${steps > 1 && top}
      <fieldset class="step">
        ${title !== '' && html`<legend class="title" tabindex="-1">${title}</legend>`}
        ${fields.map((field) => drawn(field, setting, field.id === missing))}
      </fieldset>
      ${buttons(words, { first: step === 1, last: step === steps })}`,
  );
}

function drawn(field: Field, { words, conditional = false }: FieldSetting, isMissing = false): Markup {
  const { texts, spoken, language } = words;
  const issue = { code: 'required', path: ['answers', field.id] };
  return fieldRenderers[field.kind].render(field, {
    texts,
    language: spoken,
    values: constantOf(field),
    error: isMissing ? sentence(field, issue, texts, language) : undefined,
    conditional: conditional || Boolean(field.shownWhen),
    leadsTo: 'next',
    closed: {},
    first: false,
    longLists: 'written',
  });
}

/** What leads on from a step. */
export function drawButtons(words: Words, place: { first: boolean; last: boolean }): string {
  return framed(words, buttons(words, place));
}

function buttons({ texts }: Words, { first, last }: { first: boolean; last: boolean }): Markup {
  const back = html`<button class="back" type="button">${texts.back}</button>`;
  const on = html`<button class="send" type="button">${last ? texts.send : texts.next}</button>`;
  return html`<div class="nav">${on}${first ? null : back}</div>`;
}

/** What visitors see once the form is sent, as the form's script shows it. Null: they are led to another page at once. */
export function drawOutcome(show: Show, words: Words): string | null {
  if (show.kind === 'redirect') return null;
  const { texts } = words;
  // Words that were emptied are no words.
  const { title, text }: { readonly title?: string; readonly text?: string } = show;
  const label =
    show.kind === 'message' ? '' : show.label || texts[show.kind === 'booking' ? 'book' : 'download'];
  const link = label && html`<p class="nav"><a class="option send">${label}</a></p>`;
  return framed(
    words,
    html`<h2>${title ?? texts.thanks_title}</h2>
      ${text ?? texts.thanks_text}${link}`,
  );
}

/**
 * The styles of whatever is drawn here, since one sheet serves all of it. The theme's own background is left to whoever
 * lays it out.
 */
export function canvasStyles(theme: Theme): string {
  return `${formStyles}${furtherStyles}${themeStyles(theme, 'embed')}.baton{padding:0;border-radius:0;background:none}a.send{text-decoration:none;font-weight:600}`;
}

function framed({ language }: Words, inside: Markup): string {
  const frame = { class: 'baton', lang: language, dir: direction(language), inert: true };
  return html`<form${attributes(frame)}>${inside}</form>`.toString();
}

function constantOf({ default: first }: Field): readonly string[] {
  if (first === undefined || (typeof first === 'object' && 'from' in first)) return [];
  return Array.isArray(first) ? first.map(String) : first === false ? [] : [String(first)];
}
