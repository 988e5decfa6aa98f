// Long lists travel as codes; here they become options with names.
import { nameCountries } from '../render/countries.ts';

/** Fills every list of countries. `codes` are two letters each, without a separator. */
export function nameCountryOptions(form: HTMLFormElement, codes = ''): void {
  for (const list of form.querySelectorAll('[data-countries]')) {
    for (const { id, label } of nameCountries(codes.match(/../g) ?? [], form.getAttribute('lang') ?? '')) {
      list.append(new Option(label, id));
    }
  }
}
