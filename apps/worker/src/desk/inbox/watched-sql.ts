// Counts what is written to some tables, so that whoever has read them can be told in no time that nothing is new.
import type { Sql } from '../sql.ts';

export type WatchedSql = { readonly sql: Sql; readonly writes: () => number };

/** The same storage. What is taken back again counts too; nothing that stays is missed. */
export function watchTables(sql: Sql, tables: readonly string[]): WatchedSql {
  const named = new RegExp(`\\b(?:${tables.join('|')})\\b`);
  const known = new Map<string, boolean>();
  let writes = 0;
  const isWatched = (statement: string): boolean => {
    const before = known.get(statement);
    if (before !== undefined) return before;
    const is = named.test(statement);
    known.set(statement, is);
    return is;
  };
  return {
    sql: {
      all: (statement, ...values) => sql.all(statement, ...values),
      run: (statement, ...values) => {
        if (isWatched(statement)) writes += 1;
        sql.run(statement, ...values);
      },
      transaction: (work) => sql.transaction(work),
    },
    writes: () => writes,
  };
}
