// A day, picked or typed.
import type { AnswerIssueCode } from '@baton/form';
import type { FieldRenderer } from './field-renderer.ts';
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
    const codes: AnswerIssueCode[] = ['not_date'];
    if (field.earliest !== undefined) codes.push('too_early');
    if (field.latest !== undefined) codes.push('too_late');
    return codes;
  },
};
