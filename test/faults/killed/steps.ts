// Every step of a running Baton that can be seen from outside: bytes that come and go on its connections, writes to its
// database's log, lines that it prints. They are counted by name as they come, and at a chosen one the process is killed at
// once, in the very call that saw it: a connection that waits for an answer never gets one.
import { watch } from 'node:fs';

/** A write to the log of the database. */
export const writing = 'a write';

export class Steps {
  readonly #kill: () => void;
  #counts = new Map<string, number>();
  #names: string[] = [];
  #at: string | null = null;
  #isCounting = false;
  #struck = false;
  #tell: (() => void) | null = null;

  /** @param kill must have killed when it returns */
  constructor(kill: () => void) {
    this.#kill = kill;
  }

  /** Counts from here on, and kills at the step of this name; null: never. Settles once that has happened. */
  begin(at: string | null): Promise<void> {
    this.#counts = new Map();
    this.#names = [];
    this.#at = at;
    this.#isCounting = true;
    this.#struck = false;
    return new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  /** Nothing is counted any more, and who was killed may live again. */
  end(): void {
    this.#isCounting = false;
    this.#struck = false;
  }

  /** What has been seen since it began, in its order. */
  get names(): readonly string[] {
    return this.#names;
  }

  get hasStruck(): boolean {
    return this.#struck;
  }

  /** False where the process is no more, so that nobody waits for an answer. */
  reached(what: string): boolean {
    if (!this.#isCounting) return true;
    if (this.#struck) return false;
    const count = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, count);
    const name = `${what}, ${count}`;
    this.#names.push(name);
    if (name !== this.#at) return true;
    this.#struck = true;
    this.#kill();
    this.#tell?.();
    return false;
  }

  /** Writes to the log of a database in this folder are steps from now on, seen a moment after. Returns how to stop that. */
  watchDisk(folder: string): () => void {
    const watcher = watch(folder, (_, name) => {
      if (name?.endsWith('.sqlite-wal') === true) this.reached(writing);
    });
    return () => watcher.close();
  }
}
