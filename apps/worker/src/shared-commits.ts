// Work of several requests in one commit. A commit costs a wait for the disk, however much it holds: work that comes
// while one is on its way waits for it and is then done together; work that comes alone is done at once, and work
// that nobody waits for joins the next commit.

/** How long work that nobody waits for waits for company, ms. */
const patience = 5;

type Work = () => void;

export class SharedCommits {
  readonly #synced: () => Promise<unknown>;
  readonly #waiting: Work[] = [];
  readonly #joining: Work[] = [];
  #isBusy = false;

  /** @param synced fulfilled when everything written so far is on disk */
  constructor(synced: () => Promise<unknown>) {
    this.#synced = synced;
  }

  /** Does `work` now, or with the next commit; gives what it gives, and rejects with what it throws. */
  do<T>(work: () => T): Promise<T> {
    const done = entered(this.#waiting, work);
    this.#begin();
    return done;
  }

  /** Does `work` with the next commit that somebody waits for, or soon. */
  join<T>(work: () => T): Promise<T> {
    const done = entered(this.#joining, work);
    if (this.#joining.length === 1) {
      setTimeout(() => {
        this.#waiting.push(...this.#joining.splice(0));
        this.#begin();
      }, patience);
    }
    return done;
  }

  #begin(): void {
    if (!this.#isBusy && this.#waiting.length > 0) void this.#doAll();
  }

  async #doAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      // Those who are waited for come first.
      const all = [...this.#waiting.splice(0), ...this.#joining.splice(0)];
      for (const begin of all) begin();
      // Whoever waits learns of broken storage by their own writes.
      await this.#synced().catch(() => undefined);
    }
    this.#isBusy = false;
  }
}

function entered<T>(list: Work[], work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    list.push(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
  });
}
