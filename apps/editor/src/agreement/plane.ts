// The plane of fit and intent: where each tier begins on it. Engagement is the third dimension; the lines are those of a
// lead with so much of it.
export type Bounds = { readonly fit: number; readonly intent: number };
export type Band = {
  readonly id: string;
  readonly from: number;
  /** The corners of the region of this tier and those above it, in points; none where nobody gets there. */
  readonly corners: readonly (readonly [fit: number, intent: number])[];
};

type Tier = { readonly id: string; readonly from: number };

/** The lowest tier first, so that each is drawn over those below it. */
export function bandsOf(tiers: readonly Tier[], bounds: Bounds, engagement: number): readonly Band[] {
  return tiers
    .toSorted((one, other) => one.from - other.from)
    .map(({ id, from }) => ({ id, from, corners: regionAbove(from - engagement, bounds) }));
}

/** Where fit + intent is at least this, within the bounds. */
function regionAbove(sum: number, { fit, intent }: Bounds): Band['corners'] {
  if (sum > fit + intent) return [];
  if (sum <= 0) {
    return [
      [0, 0],
      [fit, 0],
      [fit, intent],
      [0, intent],
    ];
  }
  // Along the line from its left end to its right end, then around by the far corner.
  const left: readonly (readonly [number, number])[] =
    sum <= intent
      ? [
          [0, intent],
          [0, sum],
        ]
      : [[sum - intent, intent]];
  const right: readonly (readonly [number, number])[] =
    sum <= fit
      ? [
          [sum, 0],
          [fit, 0],
        ]
      : [[fit, sum - fit]];
  return [...left, ...right, [fit, intent]];
}
