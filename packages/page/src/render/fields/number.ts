// A number. Not `type=number`: that changes by a turn of the wheel and hides from the script what is no number.
import type { FieldRenderer, Possible } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const number: FieldRenderer = {
  render(field, context) {
    const whole = field.whole === true && (field.min ?? -1) >= 0;
    return renderInput(field, context, { type: 'text', inputmode: whole ? 'numeric' : 'decimal' });
  },
  codes(field) {
    const codes: Possible[] = ['not_number'];
    if (field.whole) codes.push('not_whole');
    const { min, max } = field;
    if (min !== undefined) codes.push({ code: 'too_small', params: { min } });
    if (max !== undefined) codes.push({ code: 'too_large', params: { max } });
    return codes;
  },
};
