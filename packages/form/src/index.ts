// What a form is and how it behaves, for browser and worker alike. No schema library is reached from here; reading
// a form from untrusted JSON is `@baton/form/document`.
export { answerIssueCodes, fieldKinds, otherOption } from './types.ts';
export type {
  Answer,
  AnswerIssueCode,
  Answers,
  Ask,
  Consent,
  DefaultSource,
  DocumentLogic,
  Field,
  FieldKind,
  Form,
  Limits,
  Logic,
  LogicField,
  LogicStep,
  OtherOption,
  Outcome,
  Profiling,
  Protection,
  SentLogic,
  Show,
  Step,
  VisitFacts,
} from './types.ts';
export type { Embed, Trigger } from './embed.ts';
export { answerType, fieldLogic, formLogic, identityField, readyLogic } from './form-logic.ts';
export { compileLogic, eachField, visibility, visibleFields, visibleSteps } from './logic.ts';
export type { Asking, CompiledLogic, Decided, RawAnswers } from './logic.ts';
export { consentField, consentIn, marketingField, withConsent } from './consent.ts';
export { checkAnswers, faultOf } from './check-answers.ts';
export type { AnswerContext, CheckedAnswers } from './check-answers.ts';
export { fieldAttributes } from './fields/attributes.ts';
export { longestText } from './fields/text.ts';
export { longestTextarea } from './fields/textarea.ts';
export { longestUrl } from './fields/url.ts';
export { nextStep, reviewStep } from './next-step.ts';
export type { CheckStep, NextStep, Walk } from './next-step.ts';
export { countryCodes } from './country-codes.ts';
export { strictChecks } from './strict-checks.ts';
export type { StrictChecks } from './strict-checks.ts';
export type { Fault } from './fields/behaviour.ts';
export { compileOutcomes, defaultOutcome, outcomeVocabulary, pickOutcome } from './outcome.ts';
export type { CompiledOutcomes, OutcomeContext } from './outcome.ts';
export { addressWith, mayBeCarried, withCarried } from './outcome-address.ts';
export { fieldWords, missingTranslations, ownOf, saidIn, sayings, showIn, wordsOf } from './translations.ts';
export type { FieldWords, Saying, Translation } from './translations.ts';
export { isWorkerFilled, workerAnswers } from './worker-answers.ts';
export { addressParts, visitFacts } from './visit-facts.ts';
export { isSecure, toOrigin } from './addresses.ts';
export { otherId } from './parse-other.ts';
export { contrast, isColour, mix } from './theme/colour.ts';
export { looksOf, themeIssues } from './theme/looks.ts';
export type { Look } from './theme/looks.ts';
export { colourTokens, fontFamilies, fontSizeRange, inRange, radiusRange } from './theme/theme.ts';
export type { Colours, ColourToken, Theme } from './theme/theme.ts';
export { planAsking } from './ask-plan.ts';
export type { AskOrder, AskPlan } from './ask-plan.ts';
