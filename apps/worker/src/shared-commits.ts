// Work of several requests in one commit. A commit costs a wait for the disk, however much it holds: work that comes
// while one is on its way waits for it and is then done together; work that comes alone is done at once, and work
// that nobody waits for joins the next commit. What throws is undone alone, and takes nobody with it.

/** How long work that nobody waits for waits for company, ms. */
const patience = 5;

/** What commits ask of storage. */
export type CommitStorage = {
  /**
   * Does all of it in one transaction. When `work` throws, all of it is undone and this rejects. What `work` does in
   * transactions of its own costs nothing then, but nothing of it can be undone alone.
   */
  readonly together: (work: () => void) => Promise<void>;
  /** Fulfilled when everything written so far is on disk. */
  readonly synced: () => Promise<unknown>;
};

type Work = {
  /** Throws what the work throws. */
  readonly run: () => void;
  /** Gives what was done last to whoever waits for it. */
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
};

export class SharedCommits {
  readonly #storage: CommitStorage;
  readonly #waiting: Work[] = [];
  readonly #joining: Work[] = [];
  #isBusy = false;

  constructor(storage: CommitStorage) {
    this.#storage = storage;
  }

  /**
   * Does `work` now, or with the next commit; gives what it gives, and rejects with what it throws. It may be done a
   * second time, when all of the first is undone: nothing that outlives a transaction belongs into it.
   */
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
      try {
        await this.#storage.together(() => all.forEach(({ run }) => run()));
        for (const { settle } of all) settle();
      } catch {
        eachAlone(all);
      }
      // Whoever waits learns of broken storage by their own writes.
      await this.#storage.synced().catch(() => undefined);
    }
    this.#isBusy = false;
  }
}

/** One of them threw, and all are undone: they are done anew, each in transactions of its own. */
function eachAlone(all: readonly Work[]): void {
  for (const { run, settle, fail } of all) {
    try {
      run();
    } catch (own) {
      fail(own);
      continue;
    }
    settle();
  }
}

function entered<T>(list: Work[], work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    let settle = (): void => undefined;
    list.push({
      run: () => {
        const given = work();
        settle = () => resolve(given);
      },
      settle: () => settle(),
      fail: reject,
    });
  });
}
