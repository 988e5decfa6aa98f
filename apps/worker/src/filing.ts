// When submissions that were put down are filed: once nothing more has come for a moment, or when there are many. In
// small parts, so that no visitor waits for long.

/** So long nothing comes, ms. */
const pause = 50;
/** So many are many. */
const many = 1_000;
/** So many are filed at once. */
const part = 128;

export type Filed = {
  readonly unfiled: () => number;
  /** Files so many of the earliest. Fulfilled in any case: should it fail, they stay. */
  readonly file: (most: number) => Promise<void>;
};

export class Filing {
  readonly #of: Filed;
  #isWatching = false;
  #isFiling = false;

  constructor(of: Filed) {
    this.#of = of;
  }

  /** One more was put down. */
  came(): void {
    const unfiled = this.#of.unfiled();
    if (unfiled >= many && !this.#isFiling) void this.#filePart();
    if (this.#isWatching) return;
    this.#isWatching = true;
    setTimeout(() => void this.#look(unfiled), pause);
  }

  async #look(before: number): Promise<void> {
    if (this.#of.unfiled() === before) await this.#fileAll();
    const left = this.#of.unfiled();
    this.#isWatching = left > 0;
    if (left > 0) setTimeout(() => void this.#look(left), pause);
  }

  async #filePart(): Promise<void> {
    this.#isFiling = true;
    await this.#of.file(part);
    this.#isFiling = false;
  }

  /** As long as they become fewer. */
  async #fileAll(): Promise<void> {
    for (let left = this.#of.unfiled(); left > 0;) {
      await this.#filePart();
      const now = this.#of.unfiled();
      if (now >= left) return;
      left = now;
    }
  }
}
