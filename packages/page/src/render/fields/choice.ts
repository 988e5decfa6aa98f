// One of several options: all in sight when they are few, a list box when they are many.
import type { FieldRenderer } from './field-renderer.ts';
import { controlAttributes, isDemanded, renderGroup } from './field-renderer.ts';
import { renderOptions } from './options.ts';
import { renderSelect } from './select.ts';

/** How many options are still shown at once. */
const inSight = 6;
/** How many can be found in a list box without typing. */
const seenAtOnce = 15;

export const choice: FieldRenderer = {
  render(field, context) {
    const options = field.options ?? [];
    if (options.length > inSight || field.search)
      return renderSelect(field, context, options, options.length > seenAtOnce);
    const group = { role: 'radiogroup', ...controlAttributes(field, context) };
    const own = { type: 'radio', required: isDemanded(field, context) };
    return renderGroup(field, context, group, renderOptions(field, options, context, own));
  },
  codes: () => [],
};
