// A telephone number.
import type { FieldRenderer } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const phone: FieldRenderer = {
  render: (field, context) => renderInput(field, context, { type: 'tel' }),
  codes: () => ['not_phone'],
};
