// The comparisons themselves, on keys: values as they compare, read by their kind beforehand. All that decides in a
// browser is here, so it is small; what reads documents and raw values (ready-condition.ts, read-value.ts) stays away. What
// only some conditions ask for stands in files of its own (compare-*.ts), which a form's script may leave out.
import { excerpts } from './compare-excerpts.ts';
import { orders } from './compare-orders.ts';
import { sets } from './compare-sets.ts';

/** What a single value compares by. NaN is there but compares with nothing. */
export type Key = string | number | boolean;

/** What a field's value compares by: one key, or the options of a set. Undefined: it is missing. */
export type Found = Key | readonly Key[] | undefined;

export type Compare = (found: Key | readonly Key[], keys: readonly Key[]) => boolean;

const comparisons = {
  // A number and a text compare as numbers, two texts as texts: "50" is 50, and is not "50.0".
  '=': (found, keys) => {
    for (const key of keys) {
      if (key === found || (typeof key !== typeof found && Number(key) === Number(found))) return true;
    }
    return false;
  },
  ...orders,
  ...excerpts,
  ...sets,
} satisfies Record<string, Compare>;

/** The names of the comparisons. `there` compares nothing: it asks for a value. */
export type Comparison = keyof typeof comparisons | 'there';

/** One comparison made ready: its field by path, and the keys asked for, each once. */
export type ReadyRule = {
  readonly field: string;
  readonly operator: Comparison;
  readonly keys?: readonly Key[];
  /** What is there holds where it does not compare; of `there`: nothing is. */
  readonly not?: boolean;
};

/** A condition whose rules are ready, as JSON. */
export type ReadyGroup = {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly (ReadyRule | ReadyGroup)[];
};

/** Decides by what was found of the rule's field. */
export type Match = (found: Found) => boolean;

/** The rule as a function of what was found. A missing value fails every comparison, whatever it asks. */
export function matchRule({ operator, keys = [], not = false }: Omit<ReadyRule, 'field'>): Match {
  if (operator === 'there') return (found) => (found === undefined) === not;
  const compare = comparisons[operator];
  return (found) => found !== undefined && compare(found, keys) !== not;
}

/** The condition as a function; `read` gives for each path what its field holds in the facts. */
export function matchGroup<F>(
  { combinator, not = false, rules }: ReadyGroup,
  read: (path: string) => (facts: F) => Found,
): (facts: F) => boolean {
  const parts = rules.map((part) => {
    if ('rules' in part) return matchGroup(part, read);
    const match = matchRule(part);
    const found = read(part.field);
    return (facts: F) => match(found(facts));
  });
  const [first] = parts;
  if (first && !parts[1] && !not) return first;
  const all = combinator === 'and';
  // An `and` ends at the first part that fails, an `or` at the first that holds.
  return (facts) => {
    for (const part of parts) if (part(facts) !== all) return all === not;
    return all !== not;
  };
}
