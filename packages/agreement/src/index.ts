// What "qualified" means and what follows from it: score, tier, handoff, routing, deadline, signatures.
export {
  agreementSchema,
  type Agreement,
  type BehaviourRule,
  type DimensionId,
  type Escalation,
  type Hours,
  type Tier,
} from './agreement-schema.ts';
export type { AnswerCounts } from './deciding/answer-classes.ts';
export { compileDeciding, type Deciding } from './deciding/deciding-order.ts';
export { dimensionIds, occurrenceKey } from './behaviours.ts';
export { canonicalJson, readCanonicalJson } from './canonical-json.ts';
export { companyScore, type CompanyScore } from './company-score.ts';
export { parseAgreement, type AgreementContext, type ParsedAgreement } from './document.ts';
export { parseDuration, type Duration } from './duration.ts';
export type { DueEscalation } from './escalation.ts';
export { decideHandoff, newLead, type HandoffDecision, type HandoffState, type Stage } from './handoff.ts';
export { checkTerms, type TermsContext, type TermsEvidence } from './checker/check-terms.ts';
export { evidenceKey, ruleKinds, type RuleKind } from './checker/evidence-key.ts';
export { termsFindingCodes, type TermsFinding, type TermsFindingCode } from './checker/finding.ts';
export { compileHours, type BusinessHours, type Deadline, type LocalDay } from './hours.ts';
export {
  compileAgreement,
  type Disqualification,
  type Judge,
  type Judgement,
  type Obstacle,
  type Route,
} from './judge.ts';
export type { LeadFacts, Occurrence } from './lead.ts';
export type { Absence, Party, Person, Team } from './people.ts';
export { reviewDueAt } from './review-rhythm.ts';
export {
  routeLead,
  routeToTeam,
  type LeadToRoute,
  type Routed,
  type RoutingCode,
  type Roster,
} from './routing.ts';
export type { Reason, Score } from './score.ts';
export { signatureState, signedContent, type Signature, type SignatureState } from './signature.ts';
export type { Turn } from './turns.ts';
export { walkLead, type LeadEvent, type Walked, type WalkedHandoff } from './walk-lead.ts';
export { createScales, type Scales, type Weighed } from './weigh-lead.ts';
export { vocabulariesFor, type Vocabularies } from './vocabularies.ts';
