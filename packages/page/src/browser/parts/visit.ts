// What this page alone tells of the visit, for a form that keeps no journal.
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = ({ along, tokenKey, storage }) => {
  along.visit = visitOf(tokenKey in storage);
};
