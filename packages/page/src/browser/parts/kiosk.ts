// On a shared screen nothing is kept, not for as long as the page either: the next form in it is another person's.
import type { Part } from '../part.ts';

export const part: Part = ({ storage }) => {
  Object.freeze(storage);
};
