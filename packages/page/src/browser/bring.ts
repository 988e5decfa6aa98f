// Fetches what searches lists, once the form was touched: when one of them is in sight, or the first answer was given.
import type { Part } from './part.ts';
import type { PartName } from '../render/parts.ts';

/** @param selector of the lists, once they have what they are searched by */
export const bring =
  (selector: string, name: PartName): Part =>
  (stage) => {
    const { form, load } = stage;
    const lists = [...form.querySelectorAll(selector)];
    const search = async () => {
      sight.disconnect();
      if (lists.splice(0)[0]) void (await load(name))?.(stage);
    };
    const sight = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void search();
    });
    form.addEventListener('focusin', () => lists.forEach((list) => sight.observe(list)), { once: true });
    form.addEventListener('change', () => void search(), { once: true });
  };
