// How arrivals that are put down are stored: one row each, in which statements go by their numbers.
import { first, number, text, type Sql, type SqlValue } from './sql.ts';
import { names, textsIn } from './texts-in.ts';

export type Write = readonly [statement: string, values: readonly SqlValue[]];

/** An arrival that is stored and not filed. */
export type Noted = { readonly id: number; readonly writes: readonly Write[] };

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

export class IntakeRows {
  readonly #storage: Sql;
  /** Statements by their number in storage, which outlives this version of Baton. */
  readonly #numbers = new Map<string, number>();
  #lastId = 0;

  constructor(storage: Sql) {
    this.#storage = storage;
  }

  /** Stores it in a single statement; null where that cannot be. */
  add(writes: readonly Write[]): Noted | null {
    const body = JSON.stringify(writes.map(([statement, values]) => [this.#numberOf(statement), ...values]));
    if (body.length > longest) return null;
    const id = this.#lastId + 1;
    this.#storage.run(`INSERT INTO intake (id, writes) VALUES (?, ?)`, id, body);
    this.#lastId = id;
    return { id, writes };
  }

  remove(some: readonly Noted[]): void {
    const ids = JSON.stringify(some.map(({ id }) => id));
    this.#storage.run(`DELETE FROM intake WHERE id IN (SELECT value FROM json_each(?))`, ids);
  }

  /** Says why it could not be filed. */
  fail({ id }: Noted, why: string): void {
    this.#storage.run(`UPDATE intake SET failure = ? WHERE id = ?`, why, id);
  }

  /** The ids of those that are there. */
  ids(): ReadonlySet<number> {
    return new Set(this.#storage.all(`SELECT id FROM intake`).map((row) => number(row, 'id')));
  }

  /** What is there at the start, in its order, by the statements of the Baton that wrote it. */
  takeUp(): readonly Noted[] {
    const storage = this.#storage;
    if (first(storage, `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'intake'`) === null)
      return [];
    const statements = new Map<number, string>();
    for (const row of storage.all(`SELECT id, statement FROM intake_statements`)) {
      statements.set(number(row, 'id'), text(row, 'statement'));
    }
    for (const [id, statement] of statements) this.#numbers.set(statement, id);
    // Those that could not be filed as well: this Baton may know how.
    const rows = storage.all(`SELECT id, writes FROM intake ORDER BY id`);
    return rows.map((row) => {
      this.#lastId = number(row, 'id');
      return { id: this.#lastId, writes: readWrites(text(row, 'writes'), statements) };
    });
  }

  #numberOf(statement: string): number {
    const known = this.#numbers.get(statement);
    if (known !== undefined) return known;
    const next = this.#numbers.size + 1;
    this.#storage.run(`INSERT INTO intake_statements (id, statement) VALUES (?, ?)`, next, statement);
    this.#numbers.set(statement, next);
    return next;
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
