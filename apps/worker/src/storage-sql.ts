// A Durable Object's own SQLite behind the one door that the Desk and the Gate know.
import type { Sql, SqlValue } from './desk/sql.ts';

export function storageSql(storage: DurableObjectStorage): Sql {
  return {
    all: (statement: string, ...values: SqlValue[]) => storage.sql.exec(statement, ...values).toArray(),
    run: (statement: string, ...values: SqlValue[]) => {
      storage.sql.exec(statement, ...values);
    },
    transaction: (work) => storage.transactionSync(work),
  };
}
