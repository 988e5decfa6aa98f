// The address of a website. Not `type=url`: that refuses an address without a scheme, which people write.
import { longestUrl } from '@baton/form';
import { lengthCodes } from './field-renderer.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { renderInput } from './input.ts';

export const url: FieldRenderer = {
  render: (field, context) =>
    renderInput(field, context, {
      type: 'text',
      inputmode: 'url',
      autocapitalize: 'none',
      spellcheck: 'false',
    }),
  codes: (field) => ['not_url', ...lengthCodes(field, longestUrl)],
};
