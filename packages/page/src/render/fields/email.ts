// An e-mail address.
import type { FieldRenderer, Possible } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const email: FieldRenderer = {
  render: (field, context) =>
    renderInput(field, context, {
      type: 'email',
      autocapitalize: 'none',
      spellcheck: 'false',
      'data-meant': context.texts.did_you_mean,
      'data-warn': field.business === 'warn' && (field.businessText ?? context.texts.business_hint),
    }),
  codes(field) {
    const codes: Possible[] = ['not_email'];
    if (field.business === 'refuse') codes.push({ code: 'not_business', params: { field: field.id } });
    return codes;
  },
  words: (field, code) => (code === 'not_business' ? field.businessText : undefined),
};
