// Fetches what only some visitors need, once the form is there: searching in long lists, and hints at e-mail
// addresses when the first answer was given.
import type { Part } from '../part.ts';
import type { PartName } from '../../render/parts.ts';

export const part: Part = (stage) => {
  const { form, load } = stage;
  const join = async (name: PartName) => (await load(name))?.(stage);
  form.addEventListener('change', () => void join('hints'), { once: true });
  if (form.querySelector('[data-search]')) void join('search');
};
