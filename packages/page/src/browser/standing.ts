// The form of a page of its own, which stands there before the script. A piece of the core (build/pieces.ts): a website's
// page holds none.
import { name } from './address.ts';

/** Finds it. */
export const standing: (() => HTMLFormElement | null) | undefined = () =>
  document.querySelector(`form[data-baton="${name}"]`);
