// Takes a condition apart into what the value of one field alone decides, so that it can be found by that value.
// Where no such parts stand for the whole (a negated mix of fields, a condition over nothing), says so.
import { conditionFields, isGroup, type Group, type Operator, type Rule } from '@baton/rules';

/** A condition over a single field. */
export type Part = { readonly field: string; readonly condition: Group };

/** The condition holds exactly when one of the parts holds and `rest`, if there is one, too. */
export type Cover = { readonly parts: readonly Part[]; readonly rest: Group | null };

/** The narrowest cover of a condition; null when it has to be asked whatever the values are. */
export function coverOf(group: Group): Cover | null {
  const [field, ...others] = conditionFields(group);
  if (field === undefined) return null;
  if (others.length === 0) return { parts: [{ field, condition: group }], rest: null };
  if (group.not === true) return null;
  const children = byField(group);
  return group.combinator === 'or' ? coverOr(group, children) : coverAnd(children);
}

function coverOr(group: Group, children: readonly Group[]): Cover | null {
  const parts: Part[] = [];
  let exact = true;
  for (const child of children) {
    const cover = coverOf(child);
    if (cover === null) return null;
    parts.push(...cover.parts);
    exact &&= cover.rest === null;
  }
  return { parts, rest: exact ? null : group };
}

function coverAnd(children: readonly Group[]): Cover | null {
  let narrowest: { readonly cover: Cover; readonly child: Group; readonly breadth: number } | null = null;
  for (const child of children) {
    const cover = coverOf(child);
    if (cover === null) continue;
    const breadth = cover.parts.reduce((sum, part) => sum + breadthOf(part.condition), 0);
    if (narrowest === null || breadth < narrowest.breadth) narrowest = { cover, child, breadth };
  }
  if (narrowest === null) return null;
  const { cover, child } = narrowest;
  const rules = children.filter((other) => other !== child);
  if (cover.rest !== null) rules.push(cover.rest);
  return { parts: cover.parts, rest: rules.length === 0 ? null : { combinator: 'and', rules } };
}

/** A group's members as groups; those that read the same single field are one. */
function byField({ combinator, rules }: Group): readonly Group[] {
  const single = new Map<string, (Rule | Group)[]>();
  const mixed: Group[] = [];
  for (const rule of rules) {
    const fields = isGroup(rule) ? conditionFields(rule) : [rule.field];
    const [field] = fields;
    if (isGroup(rule) && (field === undefined || fields.length > 1)) mixed.push(rule);
    else if (field !== undefined) single.set(field, [...(single.get(field) ?? []), rule]);
  }
  return [...[...single.values()].map((members): Group => ({ combinator, rules: members })), ...mixed];
}

// How much of what a field may hold passes a test, as a guess: it only decides which part is looked up first.
const breadths: { readonly [O in Operator]?: number } = {
  '=': 0.05,
  in: 0.15,
  null: 0.2,
  contains: 0.2,
  beginsWith: 0.2,
  endsWith: 0.2,
  between: 0.3,
};

function breadthOf(part: Rule | Group): number {
  if (!isGroup(part)) return breadths[part.operator] ?? 0.5;
  const of = part.rules.map(breadthOf);
  const breadth = part.combinator === 'and' ? Math.min(1, ...of) : of.reduce((sum, one) => sum + one, 0);
  return part.not === true ? 1 - Math.min(1, breadth) : breadth;
}
