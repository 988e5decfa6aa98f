// A group of bins as a rule of an agreement: the condition that holds of exactly its leads, and how it is said.
import type { Group as Condition, Rule } from '@baton/rules';
import type { Bin, Binned } from './bins.ts';

/** What a group of bins is in words: "Industry is Retail or Health". */
export function groupInWords({ feature, bins }: Binned, members: readonly number[]): string {
  const { label, kind, option, labels } = feature;
  const parts = partsOf(bins, members);
  if (kind === 'has') {
    const what = option === null ? label : `${label}: ${labels.get(option) ?? option}`;
    return parts.values.length > 0 ? what : `Not ${what}`;
  }
  const phrases: string[] = [];
  if (parts.values.length > 0) {
    const names = parts.values.map((value) => labels.get(value) ?? plainValue(value));
    phrases.push(`is ${listed(names)}`);
  }
  for (const { from, below } of parts.ranges) phrases.push(rangeInWords(from, below));
  if (parts.others) phrases.push('is something else');
  if (parts.missing) phrases.push('is not told');
  return `${label} ${phrases.join(', or ')}`;
}

/** The condition that holds of the leads in these bins. Null where that is everybody. */
export function groupCondition({ feature, bins }: Binned, members: readonly number[]): Condition | null {
  const field = feature.path;
  const parts = partsOf(bins, members);
  if (feature.kind === 'has') {
    const has: Rule =
      feature.option === null ? isThere(field) : { field, operator: 'contains', value: feature.option };
    return parts.values.length > 0
      ? { combinator: 'and', rules: [has] }
      : { combinator: 'and', not: true, rules: [has] };
  }
  const rules: (Rule | Condition)[] = [];
  if (parts.others) {
    const left = bins.flatMap((bin, index) =>
      bin.kind === 'value' && !members.includes(index) ? [typed(bin.value)] : [],
    );
    rules.push(left.length === 0 ? isThere(field) : { field, operator: 'notIn', value: left });
  } else if (parts.values.length === 1 || parts.values.some((value) => typeof typed(value) === 'boolean')) {
    for (const value of parts.values) rules.push({ field, operator: '=', value: typed(value) });
  } else if (parts.values.length > 1) {
    rules.push({ field, operator: 'in', value: parts.values });
  }
  for (const range of parts.ranges) rules.push(rangeCondition(field, range.from, range.below));
  if (parts.missing) rules.push({ field, operator: 'null', value: null });
  return rules.length === 0 ? null : { combinator: 'or', rules };
}

type Parts = {
  readonly values: readonly string[];
  readonly ranges: readonly { readonly from: number | null; readonly below: number | null }[];
  readonly others: boolean;
  readonly missing: boolean;
};

function partsOf(bins: readonly Bin[], members: readonly number[]): Parts {
  const values: string[] = [];
  const ranges: { from: number | null; below: number | null }[] = [];
  let [others, missing] = [false, false];
  for (const member of members.toSorted((a, b) => a - b)) {
    const bin = bins[member];
    if (bin?.kind === 'value') values.push(bin.value);
    if (bin?.kind === 'others') others = true;
    if (bin?.kind === 'missing') missing = true;
    if (bin?.kind === 'range') {
      const last = ranges.at(-1);
      if (last !== undefined && last.below === bin.from && bin.from !== null) last.below = bin.below;
      else ranges.push({ from: bin.from, below: bin.below });
    }
  }
  return { values, ranges, others, missing };
}

function rangeCondition(field: string, from: number | null, below: number | null): Rule | Condition {
  const rules: Rule[] = [];
  if (from !== null) rules.push({ field, operator: '>=', value: from });
  if (below !== null) rules.push({ field, operator: '<', value: below });
  const [only] = rules;
  if (only === undefined) return isThere(field);
  return rules.length === 1 ? only : { combinator: 'and', rules };
}

function isThere(field: string): Rule {
  return { field, operator: 'notNull', value: null };
}

function rangeInWords(from: number | null, below: number | null): string {
  if (from === null) return below === null ? 'is told' : `is below ${below}`;
  return below === null ? `is ${from} or more` : `is from ${from} to below ${below}`;
}

/** As conditions compare it: yes and no are no texts. */
export function typed(value: string): string | boolean {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

function plainValue(value: string): string {
  return value === 'true' ? 'yes' : value === 'false' ? 'no' : value;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
