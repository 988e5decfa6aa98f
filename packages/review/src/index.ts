// The review: what the numbers of a workspace are, from what happened to its leads.
export { type Behind, type BehindView } from './behind/behind.ts';
export { behindSlice } from './behind/behind-slice.ts';
export { parseSlice, sliceText, standings, type Slice } from './behind/slice.ts';
export { byCompany } from './by-company.ts';
export {
  dimensions,
  type Dimension,
  type Facts,
  type GivenHandoff,
  type GivenLead,
  type GivenRule,
  type GivenTouch,
  type HandoffFacts,
  type LeadFacts,
  type TouchFacts,
  type Words,
} from './facts.ts';
export { capacityAhead, type Taker } from './capacity.ts';
export { createFacts, factsOf, type FactsMaker } from './facts-maker.ts';
export {
  leadSteps,
  wayOf,
  type LeadStep,
  type LeadWay,
  type StepChange,
  type StepHandoff,
} from './lead-steps.ts';
export { bucketsOf, dayOf, lastDays, periodBefore, periodOf, type Buckets, type Period } from './period.ts';
export { attributionModels, modelWords, type AttributionModel } from './money/attribution-model.ts';
export {
  channelKinds,
  milestones,
  unitsOfMoney,
  type ChannelKind,
  type Milestone,
} from './money/attribution.ts';
export { influences, offline } from './money/influence.ts';
export { moneyOf, type Amounts, type MoneyRow, type MoneyView } from './money/money-view.ts';
export type { Spend } from './money/spend.ts';
export {
  behindNumber,
  numberOf,
  numbersOf,
  sharedNumbers,
  type NumbersView,
  type NumberView,
} from './numbers/number-view.ts';
export {
  besideIds,
  numberIds,
  numberUnits,
  partIds,
  type Counted,
  type Counting,
  type NumberId,
  type SharedNumber,
  type Target,
} from './numbers/shared-number.ts';
export { daysInWords, minutesInWords } from './numbers/say.ts';
export { project, ratesOf, type DaySeen, type Projection } from './pacing.ts';
export { askedDefinition, askedOf, textGroups, type AskedGroup, type AskedView } from './asked/asked-view.ts';
export { excerptOf } from './asked/excerpt.ts';
export { stopWordsOf } from './asked/stop-words.ts';
export { textKinds, type GivenText, type Texts } from './asked/texts.ts';
export { createTexts, type TextsMaker } from './asked/texts-maker.ts';
export { bandsDefinition, outcomes, type Outcome } from './funnel/bands.ts';
export { funnelDefinitions, funnelOf, type FunnelView } from './funnel/funnel-view.ts';
export { takenSteps, type TakenStep } from './funnel/reached.ts';
export { quantile } from './quantile.ts';
export { rulesDefinition } from './rejections/misleading-rules.ts';
export { rejectionDefinitions, rejectionsOf, type RejectionsView } from './rejections/rejections-view.ts';
export { select, type Filter, type Selection } from './selection.ts';
export { staffOf, type Staff } from './speed/arrivals.ts';
export { binEnds, touchBounds } from './speed/first-touch.ts';
export { speedDefinitions, speedOf, type SpeedView } from './speed/speed-view.ts';
