// Long lists travel as codes; here they become options with names. To name the countries costs a cheap phone more than
// all else together, so it waits until the form has been seen and nobody is typing, unless an answer to them is there
// already or one of them is touched.
import { nameCountries, unfoldCodes } from '../../render/countries.ts';
import type { Part } from '../part.ts';

/** Fills every list of countries. */
export const part: Part = ({ form, host, payload: { countries = '' }, storage, draftKey }) => {
  const lists = [...form.querySelectorAll<HTMLSelectElement>('[data-countries]')];
  const fill = () => {
    const codes = unfoldCodes(countries);
    for (const list of lists.splice(0)) {
      const options = nameCountries(codes, form.getAttribute('lang') ?? '').map(
        ({ id, label }) => new Option(label, id),
      );
      list.append(...options);
    }
  };
  const isAwaited = lists.some((list) => list.closest('[data-url],[data-from]'));
  if (isAwaited || storage[draftKey]) return fill();
  for (const list of lists) list.addEventListener('focus', fill);
  // A draft that comes back late.
  form.addEventListener('reset', fill);
  requestAnimationFrame(() =>
    'requestIdleCallback' in window ? requestIdleCallback(fill) : setTimeout(fill),
  );
  const prefill: unknown = Reflect.get(host, 'prefill');
  if (typeof prefill !== 'function') return undefined;
  Object.assign(host, {
    prefill(answers: unknown) {
      fill();
      Reflect.apply(prefill, host, [answers]);
    },
  });
  return undefined;
};
