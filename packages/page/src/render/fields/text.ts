// One line of text.
import type { FieldRenderer } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const text: FieldRenderer = {
  render: (field, context) => renderInput(field, context, { type: 'text' }),
  codes: (field) => ['too_long', ...(field.minLength ? (['too_short'] as const) : [])],
};
