// Fetches what only some visitors need, once the form was touched: searching in long lists, when one of them is in sight
// or the first answer was given, and with that answer hints at e-mail addresses.
import type { Part } from '../part.ts';
import type { PartName } from '../../render/parts.ts';

export const part: Part = (stage) => {
  const { form, load } = stage;
  const lists = [...form.querySelectorAll('[data-search]')];
  const join = async (name: PartName) => (await load(name))?.(stage);
  const search = () => {
    sight.disconnect();
    if (lists.splice(0)[0]) void join('search');
  };
  const sight = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) search();
  });
  form.addEventListener('focusin', () => lists.forEach((list) => sight.observe(list)), { once: true });
  form.addEventListener(
    'change',
    () => {
      search();
      void join('hints');
    },
    { once: true },
  );
};
