// Arrivals are put down before they are filed. All that an arrival writes goes into one row first, in the order in
// which it would have been written, and from there into the tables: when there is time, and in any case before anybody
// reads one of them. So the answer waits for one row instead of twenty pages, and nobody ever meets a table that lacks
// what was answered for. After a crash the rows are filed before anything else.
//
// Work can only be put down if it reads nothing that another arrival may be about to change; else it is done on the
// tables, as all other work is.
import { IntakeRows, type Noted, type Write } from './intake-rows.ts';
import type { Memory } from './remembered.ts';
import type { Sql, SqlValue } from './sql.ts';

/** Why the answer to a statement cannot be waiting in the intake. */
export type Lookup =
  /** Only what carries the very text that is looked for could change it. */
  | 'by_value'
  /** It is about what the work has met ({@link Intake.meet}), and nothing of that waits. */
  | 'met'
  /** No arrival changes it. */
  | 'never'
  /** Of all that arrivals write, only this statement changes it. */
  | { readonly changedBy: string };

/** Thrown by what reads the tables while it is to be put down; never seen outside. */
class NeedsTables extends Error {}

export class Intake {
  /** Storage as everybody else sees it: filed. */
  readonly sql: Sql;
  readonly #storage: Sql;
  readonly #rows: IntakeRows;
  readonly #lookups: ReadonlyMap<string, Lookup>;
  /** Statements that others depend on. */
  readonly #watched: ReadonlySet<string>;
  readonly #report: (error: unknown, id: number) => void;
  readonly #waiting: Noted[] = [];
  /** What could not be filed. */
  readonly #failed: Noted[] = [];
  /** How often each text, and each watched statement, stands in what waits, or could not be filed. */
  readonly #texts = new Map<string, number>();
  readonly #remembered: Memory[] = [];
  /** What is being put down; null: nothing is. */
  #writing: Write[] | null = null;
  /** What is being put down has met whom it is about. */
  #hasMet = false;

  /**
   * Files what a crash has left behind, by the statements of the Baton that wrote it: before tables come up to date.
   * @param report told of an arrival that cannot be filed; it stays where it is
   */
  constructor(
    storage: Sql,
    lookups: ReadonlyMap<string, Lookup>,
    report: (error: unknown, id: number) => void,
  ) {
    this.#storage = storage;
    this.#rows = new IntakeRows(storage);
    this.#lookups = lookups;
    this.#watched = new Set(
      [...lookups.values()].flatMap((lookup) => (typeof lookup === 'object' ? [lookup.changedBy] : [])),
    );
    this.#report = report;
    this.sql = {
      all: (statement, ...values) => {
        this.#enter(statement, values);
        return storage.all(statement, ...values);
      },
      run: (statement, ...values) => {
        if (this.#writing !== null) {
          this.#writing.push([statement, values]);
          return;
        }
        this.#enterToWrite(statement);
        storage.run(statement, ...values);
      },
      transaction: (work) => {
        if (this.#writing !== null) return work();
        this.#enterToWrite(null);
        return storage.transaction(work);
      },
    };
    for (const noted of this.#rows.takeUp()) {
      this.#waiting.push(noted);
      this.#count(noted.writes, 1);
    }
    this.file();
  }

  /** How many arrivals wait to be filed. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Something that work which is put down may go on from, though what it knows of waits. */
  remember<T extends Memory>(make: (isAsked: () => boolean) => T): T {
    const one = make(() => this.#writing !== null);
    this.#remembered.push(one);
    return one;
  }

  /**
   * Does `work` and puts down what it writes, in a single statement: all of it is stored, or nothing. Null, and nothing
   * has happened, where it has to be done on the tables. Throws what `work` throws; nothing has happened then either.
   * Not for use within a transaction.
   */
  putDown<T>(work: () => T): { readonly given: T } | null {
    const writing: Write[] = [];
    this.#writing = writing;
    this.#hasMet = false;
    try {
      const given = work();
      // Should somebody have caught what was thrown at them.
      if (this.#writing === null) return null;
      if (writing.length > 0) {
        const noted = this.#rows.add(writing);
        if (noted === null) return null;
        this.#waiting.push(noted);
        this.#count(writing, 1);
      }
      for (const one of this.#remembered) one.keep();
      return { given };
    } catch (error) {
      if (error instanceof NeedsTables) return null;
      throw error;
    } finally {
      this.#writing = null;
      for (const one of this.#remembered) one.drop();
    }
  }

  /**
   * Says that what is being put down is about whoever goes by this id, which is part of all that is written about them.
   * Where something of that waits, the work is done on the tables.
   */
  meet(id: string): void {
    if (this.#writing === null) return;
    if (this.#isAbout(id)) this.#refuse([id]);
    this.#hasMet = true;
  }

  /** Puts what waits where it belongs; the first `most` of it. */
  file(most = Infinity): void {
    if (this.#waiting.length === 0) return;
    const some = this.#waiting.slice(0, most);
    try {
      this.#fileAll(some);
    } catch {
      for (const one of some) this.#fileAlone(one);
    }
  }

  /**
   * The same within a transaction of the caller's, which needs no savepoint of its own then. Throws what a write throws.
   * @returns takes it back, when that transaction was undone
   */
  fileWithin(most: number): () => void {
    const some = this.#waiting.slice(0, most);
    this.#write(some);
    this.#drop(some);
    return () => {
      for (const { writes } of some) this.#count(writes, 1);
      this.#waiting.unshift(...some);
    };
  }

  /** Lets a reader in, once what they are to see is there. */
  #enter(statement: string, values: readonly SqlValue[]): void {
    if (this.#writing === null) {
      this.file();
      return;
    }
    const lookup = this.#lookups.get(statement);
    if (typeof lookup === 'object' && !this.#isAbout(lookup.changedBy)) return;
    if (lookup === 'never' || (lookup === 'met' && this.#hasMet)) return;
    const texts = values.filter((value) => typeof value === 'string');
    if (lookup === 'by_value' && texts.length > 0 && !texts.some((one) => this.#isAbout(one))) return;
    this.#refuse(values);
  }

  #enterToWrite(statement: string | null): void {
    this.file();
    this.#forget(statement);
  }

  #forget(statement: string | null): void {
    for (const one of this.#remembered) one.forget(statement);
  }

  #refuse(about: readonly SqlValue[]): never {
    this.#writing = null;
    const hasFailed = new Set(this.#failed.flatMap(({ writes }) => writes.flatMap(([, values]) => values)));
    if (about.some((value) => hasFailed.has(value))) this.#tryAgain();
    throw new NeedsTables();
  }

  /** Somebody has come who is in what could not be filed: that comes first, if the tables take it by now. */
  #tryAgain(): void {
    const kept = this.#rows.ids();
    const again: Noted[] = [];
    for (const one of this.#failed.splice(0)) {
      if (kept.has(one.id)) again.push(one);
      else this.#count(one.writes, -1);
    }
    this.#waiting.unshift(...again);
    this.#forget(null);
  }

  /** The greatest id of this table's rows in what could not be filed; nobody else may have it. */
  lastClaimed(table: string): number {
    return Math.max(0, ...this.#claimed(table));
  }

  /** Whether what could not be filed has this row of a table. */
  hasFailed(table: string, id: number): boolean {
    return this.#claimed(table).includes(id);
  }

  /** Tries what could not be filed again. */
  fileFailed(): void {
    if (this.#failed.length === 0) return;
    this.#tryAgain();
    this.file();
  }

  #claimed(table: string): readonly number[] {
    const inserts = `INSERT INTO ${table} (id,`;
    const rows = this.#failed.flatMap(({ writes }) => writes);
    return rows.flatMap(([statement, [id]]) => (statement.startsWith(inserts) ? [Number(id)] : []));
  }

  #isAbout(value: string): boolean {
    const isOwn = ([statement, values]: Write): boolean => statement === value || values.includes(value);
    return this.#texts.has(value) || (this.#writing ?? []).some(isOwn);
  }

  #count(writes: readonly Write[], by: 1 | -1): void {
    for (const [statement, values] of writes) {
      if (this.#watched.has(statement)) this.#countText(statement, by);
      for (const value of values) if (typeof value === 'string') this.#countText(value, by);
    }
  }

  #countText(value: string, by: 1 | -1): void {
    const times = (this.#texts.get(value) ?? 0) + by;
    if (times > 0) this.#texts.set(value, times);
    else this.#texts.delete(value);
  }

  #write(some: readonly Noted[]): void {
    for (const { writes } of some) {
      for (const [statement, values] of writes) this.#storage.run(statement, ...values);
    }
    this.#rows.remove(some);
  }

  #fileAll(some: readonly Noted[]): void {
    this.#storage.transaction(() => this.#write(some));
    this.#drop(some);
  }

  /**
   * One that cannot be filed keeps its row, and is in nobody's way: it is tried again at the next start, and before
   * whoever is in it comes again. Throws where not even that can be written.
   */
  #fileAlone(one: Noted): void {
    try {
      this.#fileAll([one]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#rows.fail(one, why);
      this.#waiting.shift();
      this.#failed.push(one);
      this.#forget(null);
      this.#report(error, one.id);
    }
  }

  #drop(some: readonly Noted[]): void {
    for (const { writes } of some) this.#count(writes, -1);
    this.#waiting.splice(0, some.length);
  }
}
