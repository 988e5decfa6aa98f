// A condition while it is worked on: react-querybuilder's query, whose parts have ids and may be unfinished. What is
// unfinished is told by the same rules by which the worker refuses it, and never becomes a condition.
import { isGroup, operators, parseCondition, type Condition, type Operator, type Rule } from '@baton/rules';
import {
  add,
  prepareRuleGroup,
  remove,
  update,
  type Path,
  type RuleGroupType,
  type RuleType,
} from 'react-querybuilder';
import { offeredOperators, valuesOf } from '../../draft/operator-words.ts';
import { vocabularyOfReadables, type Readable } from '../../draft/readables.ts';
import { findingInWords } from '../checker/finding-words.ts';

export type QueryRule = RuleType<string, string, unknown>;
export type Query = RuleGroupType<QueryRule>;

/** A rule that reads nothing yet. */
const begun: QueryRule = { field: '', operator: '=', value: '' };

/** The query that says what the condition does; one unfinished rule where there is none. */
export function queryOf(condition: Condition): Query {
  const rules = condition === null || condition.rules.length === 0 ? [begun] : condition.rules.map(partOf);
  return prepareRuleGroup({
    combinator: condition?.combinator ?? 'and',
    ...(condition?.not === true ? { not: true } : {}),
    rules,
  });
}

function partOf(part: NonNullable<Condition>['rules'][number]): Query | QueryRule {
  if (!isGroup(part)) return { value: '', ...part };
  const { combinator, not, rules } = part;
  return { combinator, ...(not === true ? { not } : {}), rules: rules.map(partOf) };
}

export function isQueryGroup(part: Query | QueryRule): part is Query {
  return 'rules' in part;
}

export function isOperator(text: string): text is Operator {
  return operators.some((operator) => operator === text);
}

/** What is wrong with each part, by its place: `0`, `1.2`. The outermost group's is ''. */
export type Faults = ReadonlyMap<string, string>;

/** The condition that the query states, or what is missing from it. */
export function readQuery(
  query: Query,
  readables: readonly Readable[],
): { readonly condition: Condition; readonly faults: Faults } {
  const faults = new Map<string, string>();
  const parsed = parseCondition(query, vocabularyOfReadables(readables));
  for (const issue of parsed.ok ? [] : parsed.issues) {
    const place = issue.path.filter((part) => typeof part === 'number');
    // A value of a list is told of at its rule.
    const key = placeOfPart(query, place).join('.');
    if (!faults.has(key)) faults.set(key, findingInWords(issue));
  }
  for (const key of emptyGroups(query, [])) faults.set(key, 'This group is empty. Add to it, or remove it.');
  return { condition: parsed.ok && faults.size === 0 ? parsed.value : null, faults };
}

function placeOfPart(query: Query, place: readonly number[]): readonly number[] {
  let part: Query | QueryRule | undefined = query;
  const found: number[] = [];
  for (const index of place) {
    if (part === undefined || !isQueryGroup(part)) break;
    found.push(index);
    part = part.rules[index];
  }
  return found;
}

function emptyGroups({ rules }: Query, at: Path): readonly string[] {
  return rules.flatMap((part, index) => {
    if (!isQueryGroup(part)) return [];
    const path = [...at, index];
    return part.rules.length === 0 ? [path.join('.')] : emptyGroups(part, path);
  });
}

/** Reads something else: comparison and value begin anew where they do not fit. */
export function withField(query: Query, path: Path, rule: QueryRule, readable: Readable): Query {
  const list = offeredOperators(readable.type);
  const operator = list.find((one) => one === rule.operator) ?? list[0] ?? '=';
  return update(query, { field: readable.path, operator, value: firstValue(operator, readable) }, path, {
    resetOnFieldChange: false,
  });
}

/** Compares in another way; the value stays where it still fits. */
export function withOperator(
  query: Query,
  path: Path,
  rule: QueryRule,
  operator: Operator,
  readable: Readable | undefined,
): Query {
  const before = isOperator(rule.operator) ? valuesOf(rule.operator, readable?.type) : 'one';
  const after = valuesOf(operator, readable?.type);
  const value = before === after ? rule.value : changedValue(rule.value, after, operator, readable);
  return update(query, { operator, value }, path);
}

function changedValue(
  value: unknown,
  after: ReturnType<typeof valuesOf>,
  operator: Operator,
  readable: Readable | undefined,
): unknown {
  const given = [value].flat().filter((one) => one !== '' && one !== undefined);
  if (given.length === 0 || after === 'none') return readable ? firstValue(operator, readable) : '';
  return after === 'one' ? given[0] : after === 'two' ? [given[0], given[1] ?? ''] : given;
}

function firstValue(operator: Operator, { type }: Readable): unknown {
  const count = valuesOf(operator, type);
  if (count === 'many') return [];
  if (count === 'two') return ['', ''];
  return type.kind === 'boolean' && count === 'one' ? true : '';
}

export function withValue(query: Query, path: Path, value: unknown): Query {
  return update(query, 'value', value, path);
}

export const groupings = ['all', 'any', 'not_all', 'none'] as const;

/** How the parts of a group are taken together. */
export type Grouping = (typeof groupings)[number];

export function groupingOf({ combinator, not }: Query): Grouping {
  if (combinator === 'and') return not === true ? 'not_all' : 'all';
  return not === true ? 'none' : 'any';
}

export function withGrouping(query: Query, path: Path, grouping: Grouping): Query {
  const combinator = grouping === 'all' || grouping === 'not_all' ? 'and' : 'or';
  return update(query, { combinator, not: grouping === 'not_all' || grouping === 'none' }, path);
}

export function withRule(query: Query, path: Path): Query {
  return add(query, begun, path);
}

/** A group that takes its parts together in the other way: else it would need no group. */
export function withGroup(query: Query, path: Path, { combinator }: Query): Query {
  return add(query, { combinator: combinator === 'and' ? 'or' : 'and', rules: [{ ...begun }] }, path);
}

/** Without a part; a group within that would be left empty goes with it. */
export function without(query: Query, path: Path): Query {
  const next = remove(query, path);
  const parent = path.slice(0, -1);
  return parent.length > 0 && emptyGroups(next, []).includes(parent.join('.')) ? without(next, parent) : next;
}

/** A rule as the document has it, as far as it is there. */
export function ruleOf({ field, operator, value }: QueryRule): Rule | null {
  return isOperator(operator) ? { field, operator, value } : null;
}
