// Fetches what only some visitors need, once the form was touched: searching in long lists, when one of them is in
// sight, and, when the first answer was given, hints at e-mail addresses.
import type { Part } from '../part.ts';
import type { PartName } from '../../render/parts.ts';

export const part: Part = (stage) => {
  const { form, load } = stage;
  const join = async (name: PartName) => (await load(name))?.(stage);
  const sight = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    void join('search');
  });
  form.addEventListener('change', () => void join('hints'), { once: true });
  form.addEventListener(
    'focusin',
    () => form.querySelectorAll('[data-search]').forEach((list) => sight.observe(list)),
    { once: true },
  );
};
