// Reads a condition from untrusted input, against what may be read in its place. Refuses what is unknown, what
// could never be compared, and what react-querybuilder may write but Baton does not decide by; keys that only
// serve an editor are dropped. Every fault is told, with its path.
import { checkRule, isOperator, isWithoutValue } from './check-rule.ts';
import type { Condition, Group, Rule, Vocabulary } from './condition.ts';
import type { Issue, Parsed, Path } from './issue.ts';

/** How deep groups may nest; the outermost is at depth 1. */
export const maxDepth = 16;

/** How many rules and groups a condition may have in all. */
export const maxParts = 1000;

/** Every code that `parseCondition` reports. */
export const conditionIssueCodes = [
  'not_a_group',
  'not_a_rule',
  'not_a_list',
  'not_two',
  'not_text',
  'not_number',
  'not_date',
  'not_boolean',
  'not_an_option',
  'not_supported',
  'operator_not_allowed',
  'too_deep',
  'too_many_rules',
  'unknown_combinator',
  'unknown_field',
  'unknown_operator',
  'value_missing',
] as const;

/**
 * The condition that `input` states, with nothing in it but what decides; `null` for `null` and `undefined`.
 * `at` is the path of the condition in its document and stands before the path of every issue.
 */
export function parseCondition(input: unknown, vocabulary: Vocabulary, at: Path = []): Parsed<Condition> {
  if (input === undefined || input === null) return { ok: true, value: null };
  const reading: Reading = { vocabulary, issues: [], parts: 0 };
  const value = readGroup(input, reading, at, 1);
  if (reading.parts > maxParts) {
    reading.issues.push({ code: 'too_many_rules', path: at, params: { max: maxParts } });
  }
  return value && reading.issues.length === 0 ? { ok: true, value } : { ok: false, issues: reading.issues };
}

type Reading = { readonly vocabulary: Vocabulary; readonly issues: Issue[]; parts: number };

function readGroup(input: unknown, reading: Reading, at: Path, depth: number): Group | undefined {
  const { issues } = reading;
  if (!isRecord(input) || !looksLikeGroup(input)) {
    issues.push({ code: 'not_a_group', path: at });
    return undefined;
  }
  if (depth > maxDepth) {
    issues.push({ code: 'too_deep', path: at, params: { max: maxDepth } });
    return undefined;
  }
  const { combinator, not, rules } = input;
  const known = combinator === 'and' || combinator === 'or';
  const interleaved = Array.isArray(rules) && rules.some((part) => typeof part === 'string');
  if (!known && !(interleaved && combinator === undefined)) {
    issues.push({
      code: 'unknown_combinator',
      path: [...at, 'combinator'],
      ...named('combinator', combinator),
    });
  }
  if (not !== undefined && not !== null && typeof not !== 'boolean') {
    issues.push({ code: 'not_boolean', path: [...at, 'not'] });
  }
  refuseUnsupported(input, reading, at);
  const parts = readParts(rules, reading, [...at, 'rules'], depth);
  return known ? { combinator, ...(not === true ? { not } : {}), rules: parts } : undefined;
}

function readParts(rules: unknown, reading: Reading, at: Path, depth: number): (Rule | Group)[] {
  if (!Array.isArray(rules)) {
    reading.issues.push({ code: 'not_a_list', path: at });
    return [];
  }
  const parts: (Rule | Group)[] = [];
  for (const [index, input] of rules.entries()) {
    reading.parts += 1;
    if (reading.parts > maxParts) break;
    const part = readPart(input, reading, [...at, index], depth);
    if (part) parts.push(part);
  }
  return parts;
}

function readPart(input: unknown, reading: Reading, at: Path, depth: number): Rule | Group | undefined {
  if (typeof input === 'string') {
    // A combinator between rules: the other form that react-querybuilder can write.
    reading.issues.push({ code: 'not_supported', path: at, params: { found: 'combinator between rules' } });
    return undefined;
  }
  if (!isRecord(input)) {
    reading.issues.push({ code: 'not_a_rule', path: at });
    return undefined;
  }
  return looksLikeGroup(input) ? readGroup(input, reading, at, depth + 1) : readRule(input, reading, at);
}

function looksLikeGroup(input: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(input, 'rules') || Object.hasOwn(input, 'combinator');
}

function readRule(input: Readonly<Record<string, unknown>>, reading: Reading, at: Path): Rule | undefined {
  const { field, operator, value } = input;
  const { issues } = reading;
  const type = typeof field === 'string' ? reading.vocabulary(field) : undefined;
  if (typeof field !== 'string' || !type) {
    issues.push({ code: 'unknown_field', path: [...at, 'field'], ...named('field', field) });
  }
  refuseUnsupported(input, reading, at);
  if (!isOperator(operator)) {
    issues.push({ code: 'unknown_operator', path: [...at, 'operator'], ...named('operator', operator) });
    return undefined;
  }
  issues.push(...checkRule(operator, value, type, at));
  if (typeof field !== 'string') return undefined;
  if (isWithoutValue(operator)) return { field, operator };
  return { field, operator, value: Array.isArray(value) ? [...value] : value };
}

/** What react-querybuilder may add that changes what is decided: dropping it would decide something else. */
function refuseUnsupported(input: Readonly<Record<string, unknown>>, { issues }: Reading, at: Path): void {
  const { valueSource, muted } = input;
  if (valueSource !== undefined && valueSource !== null && valueSource !== 'value') {
    issues.push({ code: 'not_supported', path: [...at, 'valueSource'], ...named('found', valueSource) });
  }
  if (muted === true) issues.push({ code: 'not_supported', path: [...at, 'muted'] });
}

/** What was found, for the sentence; only what is short and readable goes in. */
function named(name: string, found: unknown): { readonly params?: Readonly<Record<string, string>> } {
  return typeof found === 'string' ? { params: { [name]: found.slice(0, 200) } } : {};
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
