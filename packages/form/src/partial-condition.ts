// What can be said of a condition when only some answers are known: it holds, it does not, or that is open.
import { compileCondition, isGroup } from '@baton/rules';
import type { Condition, Facts, Group, Rule, Vocabulary } from '@baton/rules';

/** `undefined`: it depends on what is not known. */
export type PartialResult = boolean | undefined;

/**
 * Decides by Kleene's three values: an `and` with a part that fails, fails, whatever the open parts turn out to be.
 * @param isKnown whether a path's value (or that it is missing) is in `facts`
 */
export function decidePartially(
  condition: Condition | undefined,
  vocabulary: Vocabulary,
  facts: Facts,
  isKnown: (path: string) => boolean,
): PartialResult {
  if (condition === null || condition === undefined) return true;
  return decideGroup(condition, vocabulary, facts, isKnown);
}

function decideGroup(
  group: Group,
  vocabulary: Vocabulary,
  facts: Facts,
  isKnown: (path: string) => boolean,
): PartialResult {
  const deciding = group.combinator === 'or';
  let result: PartialResult = !deciding;
  for (const part of group.rules) {
    const value = isGroup(part)
      ? decideGroup(part, vocabulary, facts, isKnown)
      : decideRule(part, vocabulary, facts, isKnown);
    if (value === deciding) {
      result = deciding;
      break;
    }
    if (value === undefined) result = undefined;
  }
  return group.not === true && result !== undefined ? !result : result;
}

function decideRule(
  rule: Rule,
  vocabulary: Vocabulary,
  facts: Facts,
  isKnown: (path: string) => boolean,
): PartialResult {
  if (!isKnown(rule.field)) return undefined;
  return compileCondition({ combinator: 'and', rules: [rule] }, vocabulary)(facts);
}
