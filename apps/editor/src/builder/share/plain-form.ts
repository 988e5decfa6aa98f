// A form as HTML without a script, for websites that will run none: every question at once, posted to Baton. What is
// asked only at times is never demanded here; the worker drops what was not to be answered.
import { countryCodes, withConsent, type Field } from '@baton/form';
import type { Attribute } from '@baton/rules';
import { plainFields } from '@baton/page/render';
import type { FormDraft } from '../../draft/form-draft.ts';
import { shownField } from '../../draft/shown-field.ts';
import { pageOf, type FormPlace } from './snippets.ts';

export function plainForm(
  place: FormPlace,
  form: FormDraft,
  attributes: ReadonlyMap<string, Attribute>,
): string {
  const steps = form.steps.map((step) => ({
    ...step,
    title: step.title ?? '',
    fields: step.fields.map((field) =>
      shownField(field, field.attribute === undefined ? undefined : attributes.get(field.attribute)),
    ),
  }));
  const all = withConsent({ steps, consent: form.consent ?? null }).steps.flatMap(({ shownWhen, fields }) =>
    fields.map((field) => fieldOf(field, Boolean(shownWhen))),
  );
  return `<form method="post" action="${escaped(pageOf(place))}">
${all.filter((html) => html !== '').join('\n')}
  <div hidden><input name="${plainFields.trap}" autocomplete="off"></div>
  <button>Send</button>
</form>`;
}

function fieldOf(field: Field, isConditional: boolean): string {
  const { id, kind, label } = field;
  const demanded = field.required && !isConditional && !field.shownWhen ? ' required' : '';
  const words = escaped(label);
  const wrapped = (control: string): string => `  <label>${words} ${control}</label>`;
  switch (kind) {
    case 'hidden':
      return '';
    case 'statement':
      return `  <p>${escaped(field.text ?? label)}${linkOf(field)}</p>`;
    case 'textarea':
      return wrapped(`<textarea name="${id}"${demanded}></textarea>`);
    case 'consent':
      return `  <label><input type="checkbox" name="${id}" value="true"${demanded}> ${words}${linkOf(field)}</label>`;
    case 'choice':
      return wrapped(
        `<select name="${id}"${demanded}>\n    <option value=""></option>\n${(field.options ?? []).map(optionOf).join('\n')}\n  </select>`,
      );
    case 'choices':
      return `  <fieldset>\n    <legend>${words}</legend>\n${(field.options ?? [])
        .map(
          (option) =>
            `    <label><input type="checkbox" name="${id}" value="${escaped(option.id)}"> ${escaped(option.label)}</label>`,
        )
        .join('\n')}\n  </fieldset>`;
    case 'country':
      return wrapped(
        `<select name="${id}"${demanded}>\n    <option value=""></option>\n${countries().join('\n')}\n  </select>`,
      );
    case 'rating':
      return wrapped(`<input type="number" name="${id}" min="1" max="${field.max ?? 5}"${demanded}>`);
    case 'number':
      return wrapped(`<input type="number" name="${id}" step="${field.whole ? 1 : 'any'}"${demanded}>`);
    case 'phone':
      return wrapped(`<input type="tel" name="${id}"${demanded}>`);
    case 'text':
    case 'email':
    case 'url':
    case 'date':
      return wrapped(`<input type="${kind}" name="${id}"${demanded}>`);
  }
}

function optionOf({ id, label }: { readonly id: string; readonly label: string }): string {
  return `    <option value="${escaped(id)}">${escaped(label)}</option>`;
}

function countries(): readonly string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return [...countryCodes].map((code) => optionOf({ id: code, label: names.of(code) ?? code }));
}

function linkOf({ link }: Field): string {
  if (link === undefined) return '';
  return ` <a href="${escaped(link.url)}">${escaped(link.text ?? 'Privacy policy')}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
