// What work that is put down has read and changed: as it will stand once all that waits is filed. So the next one need not
// wait for that.

/** Something that is known of what waits. */
export type Memory = {
  /** What was said last was put down. */
  readonly keep: () => void;
  /** It was not: all is as before. */
  readonly drop: () => void;
  /** Somebody else writes this, or begins a transaction: who comes next looks again, if it may be about what is known. */
  readonly forget: (statement: string | null) => void;
};

export class Remembered<T extends object> implements Memory {
  readonly #isAsked: () => boolean;
  #kept: T | null = null;
  #next: T | null = null;

  /** @param isAsked whether somebody is being put down; all others read the tables, and find everything there */
  constructor(isAsked: () => boolean) {
    this.#isAsked = isAsked;
  }

  /** What stands; what `load` finds where nobody remembers. */
  get(load: () => T): T {
    if (!this.#isAsked()) return load();
    this.#next ??= this.#kept ?? load();
    return this.#next;
  }

  /** Says what stands from now on, if that is to be remembered. */
  set(value: T): void {
    if (this.#isAsked()) this.#next = value;
  }

  /** The same where something stands already. */
  change(to: (value: T) => T): void {
    const value = this.#next ?? this.#kept;
    if (value !== null) this.set(to(value));
  }

  keep(): void {
    this.#kept = this.#next ?? this.#kept;
    this.#next = null;
  }

  drop(): void {
    this.#next = null;
  }

  forget(): void {
    this.#kept = null;
    this.#next = null;
  }
}
