// Arrivals are put down before they are filed. All that an arrival writes goes into one row first, in the order in
// which it would have been written, and from there into the tables: when there is time, and in any case before anybody
// reads one of them. So the answer waits for one row instead of twenty pages, and nobody ever meets a table that lacks
// what was answered for. After a crash the rows are filed before anything else.
//
// Work can only be put down if it reads nothing that another arrival may be about to change; else it is done on the
// tables, as all other work is.
import { first, number, text, type Sql, type SqlValue } from './sql.ts';
import { names, textsIn } from './texts-in.ts';

/** Why the answer to a statement cannot be waiting in the intake. */
export type Lookup =
  /** Only what carries the very value that is looked for could change it. */
  | 'by_value'
  /** It is about what the work has met ({@link Intake.meet}), and nothing of that waits. */
  | 'met'
  /** No arrival changes it. */
  | 'never';

type Write = readonly [statement: string, values: readonly SqlValue[]];

/** An arrival that is stored and not filed. */
type Noted = { readonly id: number; readonly writes: readonly Write[] };

/** Text that one row holds at most, in UTF-16 units; what is longer is done on the tables. */
const longest = 400_000;

/** Erases whoever has one of these addresses from what could not be filed. */
export function forgetUnfiled(sql: Sql, emails: readonly string[]): void {
  for (const row of sql.all(`SELECT id, writes FROM intake`)) {
    const texts = [...textsIn(JSON.parse(text(row, 'writes')))];
    if (emails.some((email) => texts.some((one) => names(one, email))))
      sql.run(`DELETE FROM intake WHERE id = ?`, number(row, 'id'));
  }
}

/** Thrown by what reads the tables while it is to be put down; never seen outside. */
class NeedsTables extends Error {}

export class Intake {
  /** Storage as everybody else sees it: filed. */
  readonly sql: Sql;
  readonly #storage: Sql;
  readonly #lookups: ReadonlyMap<string, Lookup>;
  readonly #report: (error: unknown, id: number) => void;
  readonly #waiting: Noted[] = [];
  /** What could not be filed. */
  readonly #failed: Noted[] = [];
  /** How often each text stands in what waits, or could not be filed. */
  readonly #texts = new Map<string, number>();
  /** Statements by their number in storage, which outlives this version of Baton. */
  readonly #numbers = new Map<string, number>();
  #lastId = 0;
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
    this.#lookups = lookups;
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
        this.file();
        storage.run(statement, ...values);
      },
      transaction: (work) => {
        if (this.#writing !== null) return work();
        this.file();
        return storage.transaction(work);
      },
    };
    this.#takeUp();
  }

  /** How many arrivals wait to be filed. */
  get waiting(): number {
    return this.#waiting.length;
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
    let given: T;
    try {
      given = work();
      // Should somebody have caught what was thrown at them.
      if (this.#writing === null) return null;
    } catch (error) {
      if (error instanceof NeedsTables) return null;
      throw error;
    } finally {
      this.#writing = null;
    }
    return writing.length === 0 || this.#store(writing) ? { given } : null;
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
    if (lookup === 'never' || (lookup === 'met' && this.#hasMet)) return;
    if (lookup === 'by_value' && values.every((value) => !this.#isAbout(value))) return;
    this.#refuse(values);
  }

  #refuse(about: readonly SqlValue[]): never {
    this.#writing = null;
    const hasFailed = new Set(this.#failed.flatMap(({ writes }) => writes.flatMap(([, values]) => values)));
    if (about.some((value) => hasFailed.has(value))) this.#tryAgain();
    throw new NeedsTables();
  }

  /** Somebody has come who is in what could not be filed: that comes first, if the tables take it by now. */
  #tryAgain(): void {
    const kept = new Set(this.#storage.all(`SELECT id FROM intake`).map((row) => number(row, 'id')));
    const again: Noted[] = [];
    for (const one of this.#failed.splice(0)) {
      if (kept.has(one.id)) again.push(one);
      else this.#count(one.writes, -1);
    }
    this.#waiting.unshift(...again);
  }

  /** The greatest id of this table's rows in what could not be filed; nobody else may have it. */
  lastClaimed(table: string): number {
    const inserts = `INSERT INTO ${table} (id,`;
    const rows = this.#failed.flatMap(({ writes }) => writes);
    const ids = rows.map(([statement, [id]]) => (statement.startsWith(inserts) ? Number(id) : 0));
    return Math.max(0, ...ids);
  }

  #isAbout(value: SqlValue): boolean {
    if (typeof value !== 'string') return true;
    return this.#texts.has(value) || (this.#writing ?? []).some(([, values]) => values.includes(value));
  }

  #store(writes: readonly Write[]): boolean {
    const body = JSON.stringify(writes.map(([statement, values]) => [this.#numberOf(statement), ...values]));
    if (body.length > longest) return false;
    const id = this.#lastId + 1;
    this.#storage.run(`INSERT INTO intake (id, writes) VALUES (?, ?)`, id, body);
    this.#lastId = id;
    this.#waiting.push({ id, writes });
    this.#count(writes, 1);
    return true;
  }

  #numberOf(statement: string): number {
    const known = this.#numbers.get(statement);
    if (known !== undefined) return known;
    const next = this.#numbers.size + 1;
    this.#storage.run(`INSERT INTO intake_statements (id, statement) VALUES (?, ?)`, next, statement);
    this.#numbers.set(statement, next);
    return next;
  }

  #count(writes: readonly Write[], by: 1 | -1): void {
    for (const [, values] of writes) {
      for (const value of values) {
        if (typeof value !== 'string') continue;
        const times = (this.#texts.get(value) ?? 0) + by;
        if (times > 0) this.#texts.set(value, times);
        else this.#texts.delete(value);
      }
    }
  }

  #write(some: readonly Noted[]): void {
    for (const { writes } of some) {
      for (const [statement, values] of writes) this.#storage.run(statement, ...values);
    }
    const ids = JSON.stringify(some.map(({ id }) => id));
    this.#storage.run(`DELETE FROM intake WHERE id IN (SELECT value FROM json_each(?))`, ids);
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
      this.#storage.run(`UPDATE intake SET failure = ? WHERE id = ?`, why, one.id);
      this.#waiting.shift();
      this.#failed.push(one);
      this.#report(error, one.id);
    }
  }

  #drop(some: readonly Noted[]): void {
    for (const { writes } of some) this.#count(writes, -1);
    this.#waiting.splice(0, some.length);
  }

  #takeUp(): void {
    const storage = this.#storage;
    if (first(storage, `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'intake'`) === null)
      return;
    const statements = new Map<number, string>();
    for (const row of storage.all(`SELECT id, statement FROM intake_statements`)) {
      statements.set(number(row, 'id'), text(row, 'statement'));
    }
    for (const [id, statement] of statements) this.#numbers.set(statement, id);
    // Those that could not be filed as well: this Baton may know how.
    for (const row of storage.all(`SELECT id, writes FROM intake ORDER BY id`)) {
      const id = number(row, 'id');
      this.#lastId = id;
      const writes = readWrites(text(row, 'writes'), statements);
      this.#waiting.push({ id, writes });
      this.#count(writes, 1);
    }
    this.file();
  }
}

function readWrites(body: string, statements: ReadonlyMap<number, string>): readonly Write[] {
  const rows: readonly (readonly SqlValue[])[] = JSON.parse(body);
  return rows.map(([number_, ...values]) => {
    const statement = typeof number_ === 'number' ? statements.get(number_) : undefined;
    if (statement === undefined) throw new Error('An arrival was put down by a statement that is gone.');
    return [statement, values];
  });
}
