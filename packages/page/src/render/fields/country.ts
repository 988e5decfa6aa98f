// A country by its code. Its names come from the browser or, in plain HTML, from the host's own tables.
import { countryCodes } from '@baton/form';
import { nameCountries } from '../countries.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { renderSelect } from './select.ts';

export const country: FieldRenderer = {
  render(field, context) {
    const later = context.longLists === 'later';
    const options = later ? [] : nameCountries(countryCodes, context.language);
    return renderSelect(field, context, options, { 'data-countries': later });
  },
  names: 'countries',
  codes: () => [],
};
