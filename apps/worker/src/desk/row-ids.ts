// Row ids that are known before their rows are written. So rows that name each other are written once each, and none
// has to be read back. The Desk is the only writer, so it goes on counting from what it found at its start; an id whose
// transaction was undone is left out.
import { first, numberOrNull, type Sql } from './sql.ts';

type Table = 'leads' | 'submissions' | 'handoffs' | 'deliveries' | 'notes' | 'merges';

export class RowIds {
  #last: Readonly<Record<Table, number>>;

  /** @param lastClaimed the greatest id that rows have which are not in the table yet; none have one unless it is given */
  constructor(sql: Sql, lastClaimed: (table: Table) => number = () => 0) {
    const lastIn = (table: Table): number => Math.max(greatest(sql, table), lastClaimed(table));
    this.#last = {
      // One that has gone under another may come back.
      leads: Math.max(lastIn('leads'), greatest(sql, 'merges', 'former')),
      submissions: lastIn('submissions'),
      handoffs: lastIn('handoffs'),
      deliveries: lastIn('deliveries'),
      notes: lastIn('notes'),
      merges: lastIn('merges'),
    };
  }

  /** An id that no row of the table has had yet. */
  next(table: Table): number {
    const next = this.#last[table] + 1;
    this.#last = { ...this.#last, [table]: next };
    return next;
  }

  /** Gives a way to take back all ids from here on, for when nothing was written under them. */
  mark(): () => void {
    const last = this.#last;
    return () => {
      this.#last = last;
    };
  }
}

function greatest(sql: Sql, table: Table, column = 'id'): number {
  const row = first(sql, `SELECT max(${column}) AS id FROM ${table}`);
  return row === null ? 0 : (numberOrNull(row, 'id') ?? 0);
}
