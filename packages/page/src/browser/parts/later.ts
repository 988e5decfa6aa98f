// Fetches what only some visitors need, at the first touch of the form: searching in long lists, and, when the first
// answer was given, hints at e-mail addresses.
import type { Part } from '../part.ts';
import type { PartName } from '../../render/parts.ts';

export const part: Part = (stage) => {
  const { form, load } = stage;
  const join = async (name: PartName) => (await load(name))?.(stage);
  form.addEventListener('change', () => void join('hints'), { once: true });
  if (form.querySelector('[data-search]')) {
    form.addEventListener('focusin', () => void join('search'), { once: true });
  }
};
