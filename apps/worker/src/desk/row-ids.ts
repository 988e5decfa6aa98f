// Row ids that are known before their rows are written. So rows that name each other are written once each, and none
// has to be read back. The Desk is the only writer, so it goes on counting from what it once found; an id whose
// transaction was undone is left out.
import { first, number, numberOrNull, type Sql } from './sql.ts';

type Table = 'leads' | 'submissions' | 'handoffs' | 'deliveries' | 'notes' | 'merges';

export class RowIds {
  readonly #sql: Sql;
  readonly #last = new Map<Table, number>();

  readonly #lastClaimed: (table: Table) => number;

  /** @param lastClaimed the greatest id that rows have which are not in the table yet; none have one unless it is given */
  constructor(sql: Sql, lastClaimed: (table: Table) => number = () => 0) {
    this.#sql = sql;
    this.#lastClaimed = lastClaimed;
  }

  /** An id that no row of the table has had yet. */
  next(table: Table): number {
    const next = (this.#last.get(table) ?? this.#lastIn(table)) + 1;
    this.#last.set(table, next);
    return next;
  }

  /** Gives a way to take back all ids from here on, for when nothing was written under them. */
  mark(): () => void {
    const last = [...this.#last];
    return () => {
      this.#last.clear();
      for (const [table, id] of last) this.#last.set(table, id);
    };
  }

  #lastIn(table: Table): number {
    // A lead that has gone under another may come back.
    const gone = table === 'leads' ? first(this.#sql, `SELECT max(former) AS id FROM merges`) : null;
    const former = gone === null ? 0 : (numberOrNull(gone, 'id') ?? 0);
    return Math.max(this.#lastOf(table), former, this.#lastClaimed(table));
  }

  #lastOf(table: Table): number {
    const row = first(this.#sql, `SELECT coalesce(max(id), 0) AS id FROM ${table}`);
    return row === null ? 0 : number(row, 'id');
  }
}
