// A condition: its shape, what it may read, and how it is parsed, compiled, explained and said.
export { attributeTypes, attributeValueType, derivedAttributes, isId, reservedIds } from './attribute.ts';
export type { Attribute, AttributeType, Catalogue, Option } from './attribute.ts';
export { isDay, operatorsFor } from './check-rule.ts';
export { compileCondition } from './compile-condition.ts';
export { isGroup, namespaces, operators } from './condition.ts';
export type {
  Condition,
  Facts,
  Group,
  Namespace,
  Operator,
  Rule,
  ValueKind,
  ValueType,
  Vocabulary,
} from './condition.ts';
export { normaliseText, texts } from './compare-texts.ts';
export { conditionFields } from './condition-fields.ts';
export { domainOf } from './domain.ts';
export type { Domain } from './domain.ts';
export { explainCondition } from './explain-condition.ts';
export type { Explanation, GroupExplanation, RuleExplanation } from './explain-condition.ts';
export type { Issue, Parsed, Path } from './issue.ts';
export { matchCondition } from './match.ts';
export type { Found, ReadyCondition } from './match.ts';
export { conditionIssueCodes, maxDepth, maxParts, parseCondition } from './parse-condition.ts';
export { readyCondition } from './ready-condition.ts';
export { isMissing, toNumber } from './value.ts';
export {
  answerVocabulary,
  behaviourVocabulary,
  joinVocabularies,
  leadVocabulary,
  scoreVocabulary,
  visitTypes,
  visitVocabulary,
  vocabularyOf,
} from './vocabulary.ts';
export type { VocabularyParts } from './vocabulary.ts';
export { conditionInWords, ruleInWords } from './words/condition-words.ts';
export type { FindNamed, Named } from './words/condition-words.ts';
export { operatorInWords } from './words/operator-words.ts';
export {
  attributeCalled,
  behaviourName,
  countryName,
  deviceNames,
  namedAt,
  scoreNames,
  visitNames,
} from './words/path-names.ts';
export {
  dayInWords,
  goneWord,
  listed,
  nameWord,
  numberInWords,
  plainText,
  sentence,
  valueWord,
} from './words/words.ts';
export type { Words } from './words/words.ts';
