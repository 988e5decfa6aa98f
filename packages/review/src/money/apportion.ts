// Something whole shared out among several, in whole units, so that the parts add up to it exactly.

/**
 * By largest remainder (Hamilton's method): each gets its due rounded down, and what is left goes to those whose due was
 * cut most, the earlier first. All alike where nobody weighs anything; nothing to nobody.
 *
 * @param units whole, may be negative
 */
export function apportion(units: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const dues = weights.map((weight) => units * (sum > 0 ? weight / sum : 1 / weights.length));
  const parts = dues.map((due) => Math.floor(due));
  const left = units - parts.reduce((all, part) => all + part, 0);
  const cut = dues
    .map((due, place) => ({ place, by: due - Math.floor(due) }))
    .toSorted((one, other) => other.by - one.by || one.place - other.place);
  for (const { place } of cut.slice(0, left)) parts[place] = (parts[place] ?? 0) + 1;
  return parts;
}
