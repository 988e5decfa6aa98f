// Alerts: a share that has dropped, a form that has gone silent, and whom it points at.
export { between, dropIn, dropLimits, isOver, type Drop } from './drop.ts';
export { silenceIn, silenceLimit, silenceLimits, usualOf, type Silence, type Usual } from './silence.ts';
export { suspectKinds, suspectsOf, type Part, type PartFound, type SuspectKind } from './suspects.ts';
export { addTallies, noTally, rateOf, tallyAt, type Series, type Tally } from './tally.ts';
