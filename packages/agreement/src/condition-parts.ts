// Takes a condition apart into what the value of one field alone decides, so that it can be found by that value.
// Where no such parts stand for the whole (a negated mix of fields, a condition over nothing), says so.
import { conditionFields, isGroup, type Group, type Rule } from '@baton/rules';

/** A condition over a single field. */
type Part = { readonly field: string; readonly condition: Group };

/**
 * The condition holds exactly when at least `needed` of the parts hold and `rest`, if there is one, too. A field
 * has one part.
 */
export type Cover = { readonly parts: readonly Part[]; readonly needed: number; readonly rest: Group | null };

/** @returns null when the condition has to be asked whatever the values are. */
export function coverOf(group: Group): Cover | null {
  const [field, ...others] = conditionFields(group);
  if (field === undefined) return null;
  if (others.length === 0) return { parts: [{ field, condition: group }], needed: 1, rest: null };
  if (group.not === true) return null;
  return group.combinator === 'and' ? coverAnd(group) : coverOr(group);
}

/** Every field's own part, and what mixes fields as the rest; if all does, the first of it that has a cover. */
function coverAnd(group: Group): Cover | null {
  const { parts, mixed } = separate(group);
  if (parts.length > 0) return { parts, needed: parts.length, rest: and(mixed) };
  for (const child of mixed) {
    const cover = coverOf(child);
    if (cover === null) continue;
    const others = mixed.filter((other) => other !== child);
    return { ...cover, rest: and(cover.rest === null ? others : [...others, cover.rest]) };
  }
  return null;
}

/** The parts of all its members: whichever holds, the whole may. */
function coverOr(group: Group): Cover | null {
  const { parts, mixed } = separate(group);
  if (mixed.length === 0) return { parts, needed: 1, rest: null };
  const conditions = new Map(parts.map((part) => [part.field, [part.condition]]));
  for (const child of mixed) {
    const cover = coverOf(child);
    if (cover === null) return null;
    for (const { field, condition } of cover.parts) {
      conditions.set(field, [...(conditions.get(field) ?? []), condition]);
    }
  }
  const joined = [...conditions].map(([field, rules]): Part => ({ field, condition: or(rules) }));
  return { parts: joined, needed: 1, rest: group };
}

/** A group's members: those that read a single field, together, and those that do not. */
function separate({ combinator, rules }: Group): {
  readonly parts: readonly Part[];
  readonly mixed: readonly Group[];
} {
  const single = new Map<string, (Rule | Group)[]>();
  const mixed: Group[] = [];
  for (const rule of rules) {
    const [field, ...others] = isGroup(rule) ? conditionFields(rule) : [rule.field];
    if (isGroup(rule) && (field === undefined || others.length > 0)) mixed.push(rule);
    else if (field !== undefined) single.set(field, [...(single.get(field) ?? []), rule]);
  }
  const parts = [...single].map(([field, members]): Part => ({
    field,
    condition: { combinator, rules: members },
  }));
  return { parts, mixed };
}

function and(rules: readonly Group[]): Group | null {
  return rules.length === 0 ? null : { combinator: 'and', rules };
}

function or(rules: readonly Group[]): Group {
  return { combinator: 'or', rules };
}
