// Recent leads over the score: how many have how many points, and how many of them stand at or above a threshold.
export type Column = {
  /** Points from here on, up to the next column's. */
  readonly from: number;
  readonly count: number;
};

/** @param width of a column, in points */
export function columnsOf(totals: readonly number[], most: number, width: number): readonly Column[] {
  const counts = Array.from({ length: Math.floor(most / width) + 1 }, () => 0);
  for (const total of totals) {
    const at = Math.min(counts.length - 1, Math.max(0, Math.floor(total / width)));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ from: index * width, count }));
}

export function countFrom(totals: readonly number[], threshold: number): number {
  return totals.filter((total) => total >= threshold).length;
}

/** What the threshold does, in a sentence that says what it did before. */
export function aboveInWords(totals: readonly number[], threshold: number, before: number | null): string {
  const above = countFrom(totals, threshold);
  const said = `${above} of ${totals.length} recent leads have ${threshold} points or more`;
  if (before === null || before === threshold) return `${said}.`;
  const difference = above - countFrom(totals, before);
  if (difference === 0) return `${said}, as many as with ${before}.`;
  return `${said}: ${Math.abs(difference)} ${difference < 0 ? 'fewer' : 'more'} than with ${before}.`;
}
