// Any of several options.
import type { AnswerIssueCode } from '@baton/form';
import type { FieldRenderer } from './field-renderer.ts';
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
  codes(field) {
    const codes: AnswerIssueCode[] = ['not_an_option'];
    if (field.min !== undefined) codes.push('too_few');
    if (field.max !== undefined) codes.push('too_many');
    return codes;
  },
};
