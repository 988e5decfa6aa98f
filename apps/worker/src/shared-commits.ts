// Work of several requests in one commit. A commit costs a wait for the disk, however much it holds: work that comes
// while one is on its way waits for it and is then done together; work that comes alone is done at once, and work
// that nobody waits for joins a commit that somebody needs. What throws is undone alone, and takes nobody with it.

/** How long work that nobody waits for waits for company, ms. */
const patience = 5;
/** So much of it is company enough. */
const company = 16;

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
  /** Does it alone, if that can be; gives what was done to whoever waits for it. */
  readonly alone: () => boolean;
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
  readonly #aside: (() => Promise<void>)[] = [];
  /** Work that nobody waits for has waited long enough. */
  #isDue = false;
  #isBusy = false;

  constructor(storage: CommitStorage) {
    this.#storage = storage;
  }

  /**
   * Does `work` now, or with the next commit; gives what it gives, and rejects with what it throws. It may be done a
   * second time, when all of the first is undone: nothing that outlives a transaction belongs into it.
   * @param alone the same in a single write, which needs no transaction; null: it cannot be done so, and nothing has happened
   */
  do<T>(work: () => T, alone: () => T | null = () => null): Promise<T> {
    const done = entered(this.#waiting, work, alone);
    this.#begin();
    return done;
  }

  /** Does `work` with the next commit that somebody needs anyway, or soon. */
  join<T>(work: () => T): Promise<T> {
    const done = entered(this.#joining, work, () => null);
    if (this.#joining.length >= company) {
      this.#isDue = true;
      this.#begin();
    } else if (this.#joining.length === 1) {
      setTimeout(() => {
        this.#isDue = this.#joining.length > 0;
        this.#begin();
      }, patience);
    }
    return done;
  }

  /** Does what makes transactions of its own, between two commits. Fulfilled when it is done, whatever came of it. */
  aside(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      this.#aside.push(() => work().then(resolve, resolve));
      this.#begin();
    });
  }

  #begin(): void {
    if (!this.#isBusy && this.#hasWork) void this.#doAll();
  }

  get #hasWork(): boolean {
    return this.#isDue || this.#waiting.length + this.#aside.length > 0;
  }

  async #doAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#hasWork) {
      const aside = this.#aside.shift();
      if (aside !== undefined) await aside();
      const came = this.#waiting.splice(0);
      const rest = afterThoseAlone(came);
      // Whoever was done alone has no part in a commit that only others need.
      if (this.#isDue && came.length > 0 && rest.length === 0) await this.#synced();
      if (this.#isDue || rest.length > 0) {
        this.#isDue = false;
        // Those who are waited for come first.
        await this.#doTogether([...rest, ...this.#joining.splice(0)]);
      }
      await this.#synced();
    }
    this.#isBusy = false;
  }

  async #doTogether(all: readonly Work[]): Promise<void> {
    try {
      await this.#storage.together(() => all.forEach(({ run }) => run()));
      for (const { settle } of all) settle();
    } catch {
      eachAlone(all);
    }
  }

  /** Whoever waits learns of broken storage by their own writes. */
  async #synced(): Promise<void> {
    await this.#storage.synced().catch(() => undefined);
  }
}

/** Does what can be done alone, up to the first that cannot: all stays in its order. Gives the rest. */
function afterThoseAlone(all: readonly Work[]): readonly Work[] {
  const rest = all.findIndex(({ alone }) => !alone());
  return rest < 0 ? [] : all.slice(rest);
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

function entered<T>(list: Work[], work: () => T, alone: () => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    let settle = (): void => undefined;
    list.push({
      alone: () => {
        try {
          const given = alone();
          if (given !== null) resolve(given);
          return given !== null;
        } catch (error) {
          reject(error);
          return true;
        }
      },
      run: () => {
        const given = work();
        settle = () => resolve(given);
      },
      settle: () => settle(),
      fail: reject,
    });
  });
}
