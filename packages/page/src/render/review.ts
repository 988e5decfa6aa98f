// The answers once more before they are sent, each by its question and with a way back to it. Where a script runs it
// fills in the list; where none does, the worker leads to it as to any other step.
import { reviewStep } from '@baton/form';
import type { Field, Form } from '@baton/form';
import { nameCountries } from './countries.ts';
import { fieldRenderers } from './fields/index.ts';
import type { Markup } from './markup.ts';
import { attributes, html } from './markup.ts';
import { plainFields } from './published-form.ts';
import type { Sight } from './sight.ts';
import type { Texts } from './texts/index.ts';

/** What the list is written with. */
export type Reviewed = {
  readonly form: Form;
  readonly texts: Texts;
  readonly language: string;
  readonly sight: Sight;
  /** A field's answer, as the form posts it. */
  readonly valuesOf: (field: Field) => readonly string[];
};

/** The step whose list the script fills. */
export function renderReviewFrame({ change, yes, no, review_title: title }: Texts): Markup {
  const words = { 'data-change': change, 'data-yes': yes, 'data-no': no };
  return html`<fieldset${attributes({ class: 'step', 'data-step': reviewStep, ...words, hidden: true })}>
    <legend tabindex="-1">${title}</legend>
    <div class="field review" hidden><dl></dl></div>
  </fieldset>`;
}

/** The step with its list. A press on what stands beside an answer leads to its question. */
export function renderReviewList({ form, texts, language, sight, valuesOf }: Reviewed): Markup {
  const shown = form.steps.flatMap((step) => step.fields).filter(({ id }) => sight.answerable.has(id));
  const rows = shown.map((field) => {
    const way = { class: 'hint', name: plainFields.change, value: field.id, formnovalidate: true };
    const button = attributes({ ...way, 'aria-label': `${texts.change}: ${field.label}` });
    return html`<div>
      <dt>${field.label}</dt>
      <dd>${inWords(field, valuesOf(field), texts, language)}</dd>
      <dd><button${button}>${texts.change}</button></dd>
    </div>`;
  });
  return html`<fieldset${attributes({ class: 'step', 'data-step': reviewStep })}>
    <legend class="title" tabindex="-1">${texts.review_title}</legend>
    <div class="field review">
      <dl>
        ${rows}
      </dl>
    </div>
  </fieldset>`;
}

function inWords(field: Field, values: readonly string[], texts: Texts, language: string): string {
  const given = values.filter((value) => value.trim() !== '');
  const [first] = given;
  if (field.kind === 'consent') return first === 'true' || first === 'on' ? texts.yes : texts.no;
  if (first === undefined) return '–';
  if (field.sensitive) return '••••';
  if (fieldRenderers[field.kind].names === 'countries')
    return nameCountries(given, language)[0]?.label ?? first;
  const labels = new Map(field.options?.map(({ id, label }) => [id, label]));
  return given.map((value) => labels.get(value) ?? value).join(', ');
}
