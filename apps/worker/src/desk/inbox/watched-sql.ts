// Counts what is written to some tables, so that whoever has read them can be told in no time that nothing is new.
import type { Sql } from '../sql.ts';

export type WatchedSql<Reader extends string> = {
  readonly sql: Sql;
  /** How often something of a reader's tables was written so far. */
  readonly writes: (reader: Reader) => number;
};

/** What gives rows back and writes all the same. */
const writing = /^\s*(?:INSERT|UPDATE|DELETE)\b/;

/**
 * The same storage. What is taken back again counts too; nothing that stays is missed.
 * @param tables what each reader has read, by a name for the reader
 */
export function watchTables<Reader extends string>(
  sql: Sql,
  tables: Readonly<Record<Reader, readonly string[]>>,
): WatchedSql<Reader> {
  type Counter = { readonly named: RegExp; writes: number };
  const counters = new Map<string, Counter>(
    Object.entries<readonly string[]>(tables).map(([reader, names]) => [
      reader,
      { named: new RegExp(`\\b(?:${names.join('|')})\\b`), writes: 0 },
    ]),
  );
  const known = new Map<string, readonly Counter[]>();
  const learn = (statement: string, writes: boolean): readonly Counter[] => {
    const concerned = writes ? [...counters.values()].filter(({ named }) => named.test(statement)) : [];
    known.set(statement, concerned);
    return concerned;
  };
  const count = (concerned: readonly Counter[]): void => {
    for (const counter of concerned) counter.writes += 1;
  };
  return {
    sql: {
      all: (statement, ...values) => {
        count(known.get(statement) ?? learn(statement, writing.test(statement)));
        return sql.all(statement, ...values);
      },
      run: (statement, ...values) => {
        count(known.get(statement) ?? learn(statement, true));
        sql.run(statement, ...values);
      },
      transaction: (work) => sql.transaction(work),
    },
    writes: (reader) => counters.get(reader)?.writes ?? 0,
  };
}
