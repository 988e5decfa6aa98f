// What the outcomes of a table say of points: takes in each lead as it is scored, and calibrates when all have been.
import type { Judge } from '@baton/agreement';
import {
  calibrate,
  createEvidence,
  featuresOf,
  thresholdFor,
  type Calibration,
  type Precision,
} from '@baton/calibration';
import type { Catalogue, Facts } from '@baton/rules';
import type { Request } from './flags.ts';
import { readPlace } from './held-out.ts';

const mostRules = 25;

export type Calibrated = {
  readonly calibration: Calibration;
  /** The share of won leads that was wanted above a threshold, and the threshold that brings it; null: none does. */
  readonly wanted: number;
  readonly threshold: Precision | null;
  /** The column that tells what came later; null: all leads were learned from. */
  readonly order: string | null;
  readonly train: number;
};

export type Learner = {
  /** A lead without an outcome, or without a place where an order was asked for, is left out. */
  readonly add: (facts: Facts, outcome: boolean | undefined, cells: readonly string[]) => void;
  readonly calibrated: (request: Pick<Request, 'order' | 'train' | 'precision'>) => Calibrated;
};

/** @param position of the column that orders; null: the table's own order, and nothing comes later */
export function createLearner(catalogue: Catalogue, judge: Judge, position: number | null): Learner {
  const evidence = createEvidence(featuresOf(catalogue, judge.agreement.score, 'rules'));
  let count = 0;
  return {
    add(facts, outcome, cells) {
      if (outcome === undefined) return;
      const place = position === null ? count : readPlace(cells[position] ?? '');
      if (place === null) return;
      evidence.add(facts, outcome, place);
      count += 1;
    },
    calibrated({ order, train, precision }) {
      const calibration = calibrate(evidence.done(), { share: order === null ? 1 : train, mostRules });
      const threshold =
        calibration.kind === 'scorecard' ? thresholdFor(calibration.thresholds, precision) : null;
      return { calibration, wanted: precision, threshold, order, train };
    },
  };
}
