// A day, picked or typed.
import type { FieldRenderer, Possible } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const date: FieldRenderer = {
  render: (field, context) =>
    renderInput(field, context, {
      type: 'date',
      min: field.earliest,
      max: field.latest,
      placeholder: undefined,
    }),
  codes(field) {
    const codes: Possible[] = [];
    const { earliest: min, latest: max } = field;
    if (min !== undefined) codes.push({ code: 'too_early', params: { min } });
    if (max !== undefined) codes.push({ code: 'too_late', params: { max } });
    return codes;
  },
};
