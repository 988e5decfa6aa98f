// What outcomes say of an agreement's points and threshold, with how sure they are.
export { calibrate, calibrating, least } from './calibrate.ts';
export type { Asked, Calibration, Least, Ranked } from './calibrate.ts';
export type { Drift } from './drift.ts';
export { betweenShares, wilson } from './proportion.ts';
export { createEvidence, type Evidence, type EvidenceMaker } from './evidence.ts';
export { featuresOf, type Feature } from './features.ts';
export { auc, aucInterval, lift, thresholdQuality, totals } from './ranking.ts';
export type { Interval, ScoreCounts, ThresholdQuality } from './ranking.ts';
export type { Scorecard, ScorecardBehaviour, ScorecardRule } from './scorecard.ts';
export type { InPieces } from './pieces.ts';
export { thresholdFor, type Precision } from './threshold.ts';
export {
  cardCurve,
  pointAt,
  thresholdByCapacity,
  thresholdByShare,
  thresholdByValue,
  thresholdCurve,
  valueAWeek,
  type CurvePoint,
  type Worth,
} from './threshold-curve.ts';
