// The last part of the leads in the order of a column: what a model made from the earlier ones would have to prove
// itself on. Keeps a few packed bytes per lead; equal places keep the order of the table.
import type { ScoreCounts } from '@baton/calibration';
import { cellTypes } from '@baton/workspace/cells';
import { parseInstant } from './instant.ts';

export type HeldOut = {
  readonly add: (place: string, score: number, outcome: boolean | undefined) => void;
  /** The leads after the first `share` of those whose place and outcome are known. */
  readonly countsAfter: (share: number) => ScoreCounts;
  /** How many leads had a place that is neither a number nor a moment. */
  readonly misplaced: () => number;
};

/** Where a cell stands: a number, or a moment; null: it is neither. */
export function readPlace(cell: string): number | null {
  const text = cell.trim();
  const place = cellTypes.number.read(text, []) ?? parseInstant(text);
  return typeof place === 'number' ? place : null;
}

export function createHeldOut(): HeldOut {
  let places = new Float64Array(4096);
  let scores = new Int32Array(4096);
  let outcomes = new Uint8Array(4096);
  let length = 0;
  let misplaced = 0;

  function grow(): void {
    const [morePlaces, moreScores] = [new Float64Array(length * 2), new Int32Array(length * 2)];
    const moreOutcomes = new Uint8Array(length * 2);
    morePlaces.set(places);
    moreScores.set(scores);
    moreOutcomes.set(outcomes);
    [places, scores, outcomes] = [morePlaces, moreScores, moreOutcomes];
  }

  return {
    add(cell, score, outcome) {
      const place = readPlace(cell);
      if (place === null) {
        misplaced += 1;
        return;
      }
      if (outcome === undefined) return;
      if (length === places.length) grow();
      places[length] = place;
      scores[length] = score;
      outcomes[length] = outcome ? 1 : 0;
      length += 1;
    },
    countsAfter(share) {
      const first = Math.floor(length * share);
      const sorted = places.slice(0, length).sort();
      const border = sorted[first];
      const counts = new Map<number, { won: number; lost: number }>();
      if (border === undefined) return counts;
      // Of the leads on the border itself, so many still belong to the first part.
      let early = first - sorted.indexOf(border);
      for (let index = 0; index < length; index += 1) {
        const place: number = places[index] ?? border;
        if (place < border) continue;
        if (place === border && early > 0) {
          early -= 1;
          continue;
        }
        const score = scores[index] ?? 0;
        const of = counts.get(score) ?? { won: 0, lost: 0 };
        if (outcomes[index] === 1) of.won += 1;
        else of.lost += 1;
        counts.set(score, of);
      }
      return counts;
    },
    misplaced: () => misplaced,
  };
}
