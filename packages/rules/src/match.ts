// The comparisons themselves, on keys: values as they compare, read by their kind beforehand. All that decides in a
// browser is here, so it is small; what reads documents and raw values (ready-condition.ts, read-value.ts) stays away. What
// only some conditions ask for stands in files of its own (compare-*.ts), which a form's script may leave out.
import { alikes } from './compare-alikes.ts';
import { excerpts } from './compare-excerpts.ts';
import { groups } from './compare-groups.ts';
import { orders } from './compare-orders.ts';
import { presences } from './compare-presences.ts';
import { sets } from './compare-sets.ts';

/** What a single value compares by. NaN is there but compares with nothing. */
export type Key = string | number | boolean;

/** What a field's value compares by: one key, or the options of a set. Undefined: it is missing. */
export type Found = Key | readonly Key[] | undefined;

export type Compare = (found: Key | readonly Key[], keys: readonly Key[]) => boolean;

const comparisons = {
  '=': (found, keys) => keys.some((key) => key === found),
  ...presences,
  ...alikes,
  ...orders,
  ...excerpts,
  ...sets,
} satisfies Record<string, Compare>;

/** The names of the comparisons. */
export type Comparison = keyof typeof comparisons;

/** One comparison made ready: its field by path, and the keys asked for, each once. */
export type ReadyRule = {
  readonly field: string;
  readonly operator: Comparison;
  readonly keys?: readonly Key[];
  /** It compares the keys of texts. */
  readonly text?: boolean;
  /** What is there holds where it does not compare. */
  readonly not?: boolean;
  /** It holds where nothing is there. */
  readonly absent?: boolean;
};

/** The same, whatever field it reads. */
export type RuleOfAny = Omit<ReadyRule, 'field'>;

/** A condition made ready, as JSON: one comparison, or a group of several parts or of the contrary of some. */
export type ReadyCondition = ReadyRule | ReadyGroup;

export type ReadyGroup = {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly ReadyCondition[];
};

/** Decides by the facts. */
export type Decide<F> = (facts: F) => boolean;

/** The rule as a function; `read` gives what its field holds in the facts. What is missing fails every comparison. */
export function matchRule<F>(
  { operator, keys = [], not = false, absent = false }: RuleOfAny,
  read: (facts: F) => Found,
): Decide<F> {
  const compare = comparisons[operator];
  return (facts) => {
    const found = read(facts);
    return found === undefined ? absent : compare(found, keys) !== not;
  };
}

/** The condition as a function; `read` gives for each path what its field holds in the facts: of a text, its key. */
export function matchCondition<F>(
  condition: ReadyCondition,
  read: (path: string, isText: boolean | undefined) => (facts: F) => Found,
): Decide<F> {
  return 'rules' in condition
    ? groups(condition, (part) => matchCondition(part, read))
    : matchRule(condition, read(condition.field, condition.text));
}
