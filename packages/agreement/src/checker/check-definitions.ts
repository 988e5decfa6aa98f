// Of what the definitions say: a number of points that is not the threshold's. They are written by people, for people, and
// no term that changes changes them.
import { thresholdOf } from '../words/handoff-words.ts';
import type { Terms } from '../words/read-terms.ts';
import { termsFinding, type TermsFinding } from './finding.ts';

/** `50 points`, `50+ pts`, `50 or more points`, `50 Punkte`, `a score of 50`, `Score: 50`, `a threshold of 50`. */
const namings = [
  /(?<![\d.,])(\d{1,6})(?![\d.,]*\d)\s*\+?\s*(?:(?:or (?:more|above)|and (?:more|above|up))\s+)?(?:points?|pts?|punkten?|puntos|punti|pontos|punten|point)(?!\p{L})/giu,
  /(?<!\p{L})(?:scor(?:e|es|ed|ing)|threshold)(?!\p{L})\s*(?:is|of|at least|above|from|reaches|:|≥|>=|=)*\s*(?:at least\s+)?(\d{1,6})(?![\d.,]*\d)(?!\s*%)/giu,
];

/** Only an MQL is defined by points. */
export function checkDefinitions(terms: Terms): readonly TermsFinding[] {
  const threshold = thresholdOf(terms);
  const said = pointsIn(terms.definitions.mql ?? '');
  const [first] = said;
  if (threshold === undefined || first === undefined || said.includes(threshold.from)) return [];
  const { from } = threshold;
  return [termsFinding('definition_points_differ', ['definitions', 'mql'], { said: first, from })];
}

/** Numbers of points that a text names, in its order. */
function pointsIn(text: string): readonly number[] {
  return namings
    .flatMap((naming) => [...text.matchAll(naming)])
    .toSorted((one, other) => one.index - other.index)
    .map(([, number]) => Number(number));
}
