// Long lists travel as codes; here they become options with names.
import { nameCountries } from '../../render/countries.ts';
import type { Part } from '../part.ts';

/** Fills every list of countries. The payload's codes are two letters each, without a separator. */
export const part: Part = ({ form, payload: { countries = '' } }) => {
  for (const list of form.querySelectorAll('[data-countries]')) {
    for (const { id, label } of nameCountries(countries.match(/../g) ?? [], form.lang)) {
      list.append(new Option(label, id));
    }
  }
};
