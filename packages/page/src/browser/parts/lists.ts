// Fetches what searches long lists, once the form was touched: when one of them is in sight, or the first answer was
// given.
import type { Part } from '../part.ts';

export const part: Part = (stage) => {
  const { form, load } = stage;
  const lists = [...form.querySelectorAll('[data-search]')];
  const search = async () => {
    sight.disconnect();
    if (lists.splice(0)[0]) void (await load('search'))?.(stage);
  };
  const sight = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) void search();
  });
  form.addEventListener('focusin', () => lists.forEach((list) => sight.observe(list)), { once: true });
  form.addEventListener('change', () => void search(), { once: true });
};
