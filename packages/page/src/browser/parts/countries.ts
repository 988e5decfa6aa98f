// Long lists travel as codes; here they become options with names. To find the names of a language costs a cheap phone
// more than all else together, and cannot be cut into pieces: it waits until a list has the focus or is to be given an
// answer, or until the first answer was given somewhere, for browsers that fill in all they know at once.
import { nameCountries, unfoldCodes } from '../../render/countries.ts';
import { wanted } from '../answers.ts';
import type { Part } from '../part.ts';

/** Fills every list of countries. */
export const part: Part = ({ form, payload: { countries = '' } }) => {
  for (const list of form.querySelectorAll<HTMLSelectElement>('[data-countries]')) {
    const fill = () => {
      if (list.length > 1) return;
      const named = nameCountries(unfoldCodes(countries), form.getAttribute('lang') ?? '');
      list.append(...named.map(({ id, label }) => new Option(label, id)));
    };
    for (const event of ['focus', wanted]) list.addEventListener(event, fill);
    form.addEventListener('change', () => setTimeout(fill), { once: true });
  }
};
