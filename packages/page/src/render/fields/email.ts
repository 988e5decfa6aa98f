// An e-mail address.
import type { FieldRenderer } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const email: FieldRenderer = {
  render: (field, context) => renderInput(field, context, { type: 'email' }),
  codes: () => ['not_email'],
};
