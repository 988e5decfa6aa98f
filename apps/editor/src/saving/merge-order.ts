// The order of ids after two people changed it: what either took away is gone, what either added is there, behind
// what it was put behind. Where both moved what both kept, mine stands.

/** Each id once. */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const before = new Set(base);
  const [one, other] = [new Set(mine), new Set(theirs)];
  const isKept = (id: string): boolean =>
    before.has(id) ? one.has(id) && other.has(id) : one.has(id) || other.has(id);
  const moved = isMoved(base, mine, other);
  const [lead, follow] = moved ? [mine, theirs] : [theirs, mine];
  const order = [...new Set(lead)].filter(isKept);
  for (const [at, id] of follow.entries()) {
    if (!isKept(id) || order.includes(id)) continue;
    const behind = follow.slice(0, at).findLast((earlier) => order.includes(earlier));
    order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, id);
  }
  return order;
}

/** Whether what all have stands in another order in mine. */
function isMoved(base: readonly string[], mine: readonly string[], theirs: ReadonlySet<string>): boolean {
  const kept = new Set(mine);
  const common = base.filter((id) => kept.has(id) && theirs.has(id));
  const here = new Set(common);
  const now = mine.filter((id) => here.has(id));
  return common.some((id, at) => id !== now[at]);
}
