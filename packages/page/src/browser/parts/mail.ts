// Fetches hints at e-mail addresses, once the first answer was given.
import type { Part } from '../part.ts';

export const part: Part = (stage) => {
  stage.form.addEventListener('change', () => void stage.load('hints').then((part) => part?.(stage)), {
    once: true,
  });
};
