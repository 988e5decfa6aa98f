// Alerts: a share that has dropped, a form that has gone silent, and whom it points at.
export {
  alertSays,
  alertTitle,
  causeSays,
  dayInWords,
  instantInWords,
  percent,
  watched,
  watchedNames,
  watchedShares,
  type Cause,
  type DropEvidence,
  type Evidence,
  type EvidencePart,
  type Watched,
  type WatchedShare,
} from './alert.ts';
export { between, dropIn, dropLimits, isOver, type Drop } from './drop.ts';
export { isoDay } from './local-clock.ts';
export { silenceIn, usualOf, type Usual } from './silence.ts';
export { suspectKinds, suspectsOf, type Part, type SuspectKind } from './suspects.ts';
export { addTallies, noTally, rateOf, tallyAt, type Series, type Tally } from './tally.ts';
