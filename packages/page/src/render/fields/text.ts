// One line of text.
import { longestText } from '@baton/form';
import { lengthCodes } from './field-renderer.ts';
import type { FieldRenderer, Possible } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const text: FieldRenderer = {
  render: (field, context) => renderInput(field, context, { type: 'text' }),
  codes(field) {
    const codes: Possible[] = ['not_text', ...lengthCodes(field, longestText)];
    const { id, pattern } = field;
    return pattern === undefined ? codes : [...codes, { code: 'not_in_pattern', params: { field: id } }];
  },
  words: (field, code) => (code === 'not_in_pattern' ? field.patternText : undefined),
};
