// Where each rule goes in an index: with the one field that decides it, or with the gate of those that decide it
// together. A rule that no gate opens (nothing but a formula, no condition at all) is gone through every time.
import type { Condition } from '@baton/rules';
import type { DimensionId } from './agreement-schema.ts';
import { Gates, onlyField, type Formula, type Part } from './gates.ts';

export type IndexedRule = {
  readonly when: Condition;
  readonly points: number;
  /** Where the points of the rule are summed. */
  readonly dimension: DimensionId;
};

/** By dimension. */
export type Points = Readonly<Record<DimensionId, number>>;

export type PlacedRule = {
  readonly position: number;
  readonly points: Points;
  /** What is left to decide; null: nothing. */
  readonly formula: Formula | null;
};

/** A condition over one field, and what it decides: a rule by itself, or a gate with others. */
export type PlacedPart = {
  readonly condition: Part['condition'];
  readonly of:
    | { readonly kind: 'alone'; readonly rule: PlacedRule }
    | { readonly kind: 'every' | 'some'; readonly gate: number };
};

export type PlacedRules = {
  readonly partsByField: ReadonlyMap<string, readonly PlacedPart[]>;
  /** Of each gate, whether some part is enough, and the rule it opens; undefined: it is part of a formula only. */
  readonly gates: readonly { readonly kind: 'every' | 'some'; readonly rule: PlacedRule | undefined }[];
  readonly ungated: readonly PlacedRule[];
};

export function placeRules(rules: readonly IndexedRule[]): PlacedRules {
  const partsByField = new Map<string, PlacedPart[]>();
  const planner = new Gates();
  const opened = new Map<number, PlacedRule>();
  const ungated: PlacedRule[] = [];

  function place(field: string, part: PlacedPart): void {
    const parts = partsByField.get(field);
    if (parts === undefined) partsByField.set(field, [part]);
    else parts.push(part);
  }

  rules.forEach(({ when, points: given, dimension }, position) => {
    const points = { fit: 0, engagement: 0, intent: 0, [dimension]: given };
    const field = when === null ? null : onlyField(when);
    if (when !== null && field !== null) {
      const rule = { position, points, formula: null };
      place(field, { condition: when, of: { kind: 'alone', rule } });
      return;
    }
    const { gate, formula } = when === null ? { gate: null, formula: null } : planner.plan(when);
    const rule = { position, points, formula };
    if (gate === null) ungated.push(rule);
    else opened.set(gate, rule);
  });
  planner.gates.forEach(({ kind, parts }, gate) => {
    for (const { field, condition } of parts) place(field, { condition, of: { kind, gate } });
  });
  const gates = planner.gates.map(({ kind }, gate) => ({ kind, rule: opened.get(gate) }));
  return { partsByField, gates, ungated };
}

export function sumOf(rules: readonly PlacedRule[]): Points {
  const sums = { fit: 0, engagement: 0, intent: 0 };
  for (const { points } of rules) {
    sums.fit += points.fit;
    sums.engagement += points.engagement;
    sums.intent += points.intent;
  }
  return sums;
}
