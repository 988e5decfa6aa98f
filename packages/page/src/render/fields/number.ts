// A number. Not `type=number`: that changes by a turn of the wheel and hides from the script what is no number.
import type { AnswerIssueCode } from '@baton/form';
import type { FieldRenderer } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const number: FieldRenderer = {
  render(field, context) {
    const whole = field.whole === true && (field.min ?? -1) >= 0;
    return renderInput(field, context, { type: 'text', inputmode: whole ? 'numeric' : 'decimal' });
  },
  codes(field) {
    const codes: AnswerIssueCode[] = ['not_number'];
    if (field.whole) codes.push('not_whole');
    if (field.min !== undefined) codes.push('too_small');
    if (field.max !== undefined) codes.push('too_large');
    return codes;
  },
};
