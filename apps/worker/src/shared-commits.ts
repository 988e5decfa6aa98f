// Work of several requests in one commit. A commit costs a wait for the disk, however much it holds: work that comes
// while one is on its way waits for it and is then done together; work that comes alone is done at once.

export class SharedCommits {
  readonly #synced: () => Promise<unknown>;
  #waiting: (() => void)[] = [];
  #isBusy = false;

  /** @param synced fulfilled when everything written so far is on disk */
  constructor(synced: () => Promise<unknown>) {
    this.#synced = synced;
  }

  /** Does `work` now or with the next commit; gives what it gives, and rejects with what it throws. */
  do<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
      if (!this.#isBusy) void this.#doAll();
    });
  }

  async #doAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const all = this.#waiting;
      this.#waiting = [];
      for (const begin of all) begin();
      // Whoever waits learns of broken storage by their own writes.
      await this.#synced().catch(() => undefined);
    }
    this.#isBusy = false;
  }
}
