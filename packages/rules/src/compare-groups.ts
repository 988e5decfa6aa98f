// Conditions of several parts, or that hold where what they say does not. A form whose conditions are one rule each carries
// a script without it.
import type { Decide, ReadyCondition, ReadyGroup } from './match.ts';

/** The group as a function of the facts; `decide` makes one of each part. */
export const groups = <F>(
  { combinator, not = false, rules }: ReadyGroup,
  decide: (part: ReadyCondition) => Decide<F>,
): Decide<F> => {
  const parts = rules.map(decide);
  const all = combinator === 'and';
  // An `and` ends at the first part that fails, an `or` at the first that holds.
  return (facts) => {
    for (const part of parts) if (part(facts) !== all) return all === not;
    return all !== not;
  };
};
