// One of several options: all in sight when they are few, a list box when they are many.
import type { FieldRenderer } from './field-renderer.ts';
import { controlAttributes, isDemanded, renderGroup } from './field-renderer.ts';
import { isListed } from './long-lists.ts';
import { renderOptions } from './options.ts';
import { renderSelect } from './select.ts';

export const choice: FieldRenderer = {
  render(field, context) {
    const options = field.options ?? [];
    if (isListed(field)) return renderSelect(field, context, options);
    const group = { role: 'radiogroup', ...controlAttributes(field, context) };
    const own = { type: 'radio', required: isDemanded(field, context) };
    return renderGroup(field, context, group, renderOptions(field, options, context, own));
  },
  codes: () => [],
};
