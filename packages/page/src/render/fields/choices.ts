// Any of several options.
import type { FieldRenderer, Possible } from './field-renderer.ts';
import { controlAttributes, renderGroup } from './field-renderer.ts';
import { renderOptions } from './options.ts';

export const choices: FieldRenderer = {
  render(field, context) {
    const { 'aria-invalid': invalid, ...described } = controlAttributes(field, context);
    // A group of boxes cannot be invalid, its boxes can. Plain HTML cannot demand one of several boxes.
    const own = { type: 'checkbox', 'aria-invalid': invalid };
    const controls = renderOptions(field, field.options ?? [], context, own);
    return renderGroup(field, context, described, controls);
  },
  takesSeveral: true,
  codes(field) {
    const codes: Possible[] = [];
    const { min, max } = field;
    if (min !== undefined) codes.push({ code: 'too_few', params: { min } });
    if (max !== undefined) codes.push({ code: 'too_many', params: { max } });
    return codes;
  },
};
