// What became of a lead after it was handed over, as far as an outcome asks for it. Pure. Open is not lost: where nobody has
// said anything yet, or where there has not been time enough, nothing is known.

/** What teams may learn from. */
export const outcomes = ['accepted', 'sql', 'won'] as const;

export type Outcome = (typeof outcomes)[number];

/** A step in sales' hands, after the handoff. */
export type StageStep = { readonly at: number; readonly stage: string; readonly corrected: boolean };

/** A handoff that sales has said something of, and what came after it. */
export type Judged = {
  readonly at: number;
  readonly verdict: 'accepted' | 'rejected';
  readonly verdictAt: number;
  /** In their order. */
  readonly steps: readonly StageStep[];
};

export type Became =
  /** `at`: when it came so far. */
  | { readonly kind: 'yes'; readonly at: number }
  | { readonly kind: 'no' }
  /** Accepted, and neither there nor lost. */
  | { readonly kind: 'under_way' };

const rankOf: Readonly<Record<string, number>> = { sal: 1, contacted: 1, sql: 2, opportunity: 3, won: 4 };
const wanted: Readonly<Record<Outcome, number>> = { accepted: 1, sql: 2, won: 4 };

export function becameOf(outcome: Outcome, { verdict, verdictAt, steps }: Judged): Became {
  if (verdict === 'rejected') return { kind: 'no' };
  const asked = wanted[outcome];
  let reachedAt = asked <= 1 ? verdictAt : null;
  let isLost = false;
  for (const { at, stage, corrected } of steps) {
    isLost = stage === 'lost';
    const rank = rankOf[stage] ?? 0;
    // A mistake that was taken back was no step; what turned out lost was never won, though it may have been SQL.
    if (corrected && asked > 1 && rank < asked && (!isLost || outcome === 'won')) reachedAt = null;
    if (rank >= asked) reachedAt ??= at;
  }
  if (reachedAt !== null) return { kind: 'yes', at: reachedAt };
  return isLost ? { kind: 'no' } : { kind: 'under_way' };
}

/** So many must have come there before it can be said how long that takes. */
const fewest = 20;
/** Nine in ten of those that come there have come there by then. */
const usually = 0.9;

/**
 * How long it usually takes from the handoff to the outcome, ms; null where too few have come there, or where the outcome is
 * the verdict itself, which waits for nothing else.
 */
export function usualTime(
  outcome: Outcome,
  judged: readonly { readonly handoff: Judged; readonly became: Became }[],
): number | null {
  if (outcome === 'accepted') return null;
  const times = judged
    .flatMap(({ handoff, became }) => (became.kind === 'yes' ? became.at - handoff.at : []))
    .toSorted((one, other) => one - other);
  return times.length < fewest ? null : (times[Math.ceil(times.length * usually) - 1] ?? null);
}

/**
 * 1 or 0 where it is known, null where the handoff is too young. Of handoffs that are younger than the outcome takes only the
 * quick ones would be known, and those are not like the others: so none of them counts, whatever became of it.
 */
export function labelOf(
  { kind }: Became,
  { at }: Pick<Judged, 'at'>,
  usual: number | null,
  now: number,
): 0 | 1 | null {
  if (usual !== null && now - at < usual) return null;
  if (kind === 'under_way') return usual === null ? null : 0;
  return kind === 'yes' ? 1 : 0;
}
