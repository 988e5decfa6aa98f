// How a rule is named where it is counted how often it held.
export const ruleKinds = ['fit', 'engagement', 'intent', 'disqualify', 'routing'] as const;

export type RuleKind = (typeof ruleKinds)[number];

export function evidenceKey(kind: RuleKind, id: string): string {
  return `${kind}/${id}`;
}
