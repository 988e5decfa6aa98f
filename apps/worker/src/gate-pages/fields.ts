// Fields of the pages' own forms: a label, what was typed before, and what is wrong with it.
import { html, type Markup } from '@baton/page/markup';

export type PageField = {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email';
  readonly value?: string;
  readonly autocomplete: string;
  readonly hint?: string;
  /** What is wrong with the value. */
  readonly wrong?: string | undefined;
};

/** One field with its label, hint and fault. */
export function pageField(field: PageField): Markup {
  const { name, label, type = 'text', value = '', autocomplete, hint, wrong } = field;
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(wrong === undefined ? [] : [`${name}-wrong`]),
  ].join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="254"
      required
      ${described === '' ? null : html`aria-describedby="${described}"`}
      ${wrong === undefined ? null : html`aria-invalid="true"`}
    />
    ${hint === undefined ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${wrong === undefined ? null : html`<p class="wrong" id="${name}-wrong">${wrong}</p>`}
  </div>`;
}
