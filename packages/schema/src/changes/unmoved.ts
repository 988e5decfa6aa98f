// Which items of a list stayed in their order while others were moved around them: as many as possible, so that one
// field dragged to the top is one that moved and not all the others.

/** @param before and `after` hold the same items, each once */
export function unmoved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  // The longest increasing subsequence, by patience: `ends[n]` is where the best one of n + 1 items ends.
  const order = after.map((id) => places.get(id) ?? 0);
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, place] of order.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const stayed = new Set<string>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1)
    stayed.add(after[index] ?? '');
  return stayed;
}
