// Fetches hints at e-mail addresses, once the first answer was given.
import type { Part } from '../part.ts';

export const part: Part = (stage) => {
  const hint = async () => (await stage.load('hints'))?.(stage);
  stage.form.addEventListener('change', () => void hint(), { once: true });
};
