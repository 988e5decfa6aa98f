// What a visit is, as far as this page knows.
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = ({ along, tokenKey, storage }) => {
  along.visit = visitOf(tokenKey in storage);
};
