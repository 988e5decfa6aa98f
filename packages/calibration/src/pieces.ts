// Long work in pieces: between two of them whoever shares the thread gets their turn. What is yielded is how much was done
// since the last piece, in steps of about a nanosecond: a worker's clock stands still while it works, so work is counted.

export type InPieces<T> = Generator<number, T, void>;

/** Rows of a loop between two pieces, where each row costs so many steps. */
export function rowsAPiece(stepsARow: number): number {
  return Math.max(1, Math.floor(1_000_000 / Math.max(1, stepsARow)));
}

/** All of it without a pause. */
export function atOnce<T>(work: InPieces<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
