// Long work in short pieces, between which all others of the workspace get their turn. While visitors come, it also rests
// after each piece, so that most of them meet none of it; left alone, it goes on at once.

/** From a piece to the next while visitors come, ms: some ten times as long as a piece. */
const rest = 12;

export class Turns {
  #came = 0;
  #seen = 0;

  /** A visitor is here who should not wait. */
  came(): void {
    this.#came += 1;
  }

  /** Whether somebody came since others last had their turn: now pieces should be as short as they can be. */
  get isBusy(): boolean {
    return this.#came !== this.#seen;
  }

  /** Resolves when others have had their turn. */
  others(): Promise<void> {
    const pause = this.isBusy ? rest : 0;
    this.#seen = this.#came;
    return new Promise((resolve) => setTimeout(resolve, pause));
  }

  /** Until a step says that it was the last. */
  async work(step: () => boolean): Promise<void> {
    while (step()) await this.others();
  }
}
