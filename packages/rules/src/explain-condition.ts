// Why a condition holds or does not: every part with its own result, what was read, and which parts decided.
// Decides nothing itself: each rule is asked through the same test that the compiled condition makes.
import { factReader } from './compile-condition.ts';
import { compileRule } from './compile-rule.ts';
import type { Condition, Facts, Group, Operator, Rule, Vocabulary } from './condition.ts';
import { isGroup } from './condition.ts';
import { readerOf } from './read-value.ts';

type Part = {
  readonly holds: boolean;
  /** Whether the result of the whole hangs on this part. */
  readonly decided: boolean;
};

export type RuleExplanation = Part & {
  readonly field: string;
  readonly operator: Operator;
  /** What the rule compares with; absent for `null` and `notNull`. */
  readonly value?: unknown;
  /** What the facts held; absent when there was no such fact at all. */
  readonly read?: unknown;
  /** Nothing was there to compare. */
  readonly missing: boolean;
};

export type GroupExplanation = Part & {
  readonly combinator: 'and' | 'or';
  /** `holds` is what the parts gave, inverted. */
  readonly not: boolean;
  readonly parts: readonly Explanation[];
};

export type Explanation = RuleExplanation | GroupExplanation;

/**
 * The condition, part by part. Of an `and` that fails the failing parts decided, of an `or` that holds the
 * holding ones; otherwise all did. Under a part that did not decide, nothing did. No condition at all is
 * explained as an empty `and`.
 */
export function explainCondition(
  condition: Condition,
  vocabulary: Vocabulary,
  facts: Facts,
): GroupExplanation {
  return explainGroup(condition ?? { combinator: 'and', rules: [] }, vocabulary, facts, true);
}

function explainGroup(
  group: Group,
  vocabulary: Vocabulary,
  facts: Facts,
  decided: boolean,
): GroupExplanation {
  const all = group.combinator === 'and';
  const results = group.rules.map((part) => explainPart(part, vocabulary, facts, decided));
  const given = all ? results.every((part) => part.holds) : results.some((part) => part.holds);
  // Only parts that agree with what the group gave can have brought it about.
  const parts = results.map((part) => (decided && part.holds !== given ? undecided(part) : part));
  const not = group.not === true;
  return { holds: given !== not, decided, combinator: group.combinator, not, parts };
}

function explainPart(
  part: Rule | Group,
  vocabulary: Vocabulary,
  facts: Facts,
  decided: boolean,
): Explanation {
  return isGroup(part)
    ? explainGroup(part, vocabulary, facts, decided)
    : explainRule(part, vocabulary, facts, decided);
}

function explainRule(rule: Rule, vocabulary: Vocabulary, facts: Facts, decided: boolean): RuleExplanation {
  const type = vocabulary(rule.field);
  const read = type ? factReader(rule.field)(facts) : undefined;
  const missing = !type || readerOf(type)(read) === undefined;
  return {
    holds: type ? compileRule(rule, type)(read) : rule.operator === 'null',
    decided,
    field: rule.field,
    operator: rule.operator,
    ...(rule.value === undefined ? {} : { value: rule.value }),
    ...(read === undefined ? {} : { read }),
    missing,
  };
}

function undecided(part: Explanation): Explanation {
  return 'parts' in part
    ? { ...part, decided: false, parts: part.parts.map(undecided) }
    : { ...part, decided: false };
}
