// Long work in short steps: visitors, and all others of the workspace, get their turn between two of them.

/** Until a step says that it was the last. */
export async function inTurns(step: () => boolean): Promise<void> {
  while (step()) await othersTurn();
}

export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
