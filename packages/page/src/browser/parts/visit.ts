// What this page alone tells of the visit, for a form that keeps no journal.
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = (stage) => {
  stage.along.visit = visitOf(stage);
};
