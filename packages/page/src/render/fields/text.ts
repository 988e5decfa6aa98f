// One line of text.
import { longestText } from '@baton/form';
import { lengthCodes } from './field-renderer.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const text: FieldRenderer = {
  render: (field, context) => renderInput(field, context, { type: 'text' }),
  codes: (field) => lengthCodes(field, longestText),
};
