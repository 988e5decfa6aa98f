// A Durable Object's own SQLite behind the one door that the Desk and the Gate know.
import type { Row, Sql, SqlValue } from './desk/sql.ts';

/** What is used of a Durable Object's storage. */
export type ObjectStorage = {
  readonly sql: { exec(statement: string, ...values: SqlValue[]): { toArray(): Row[] } };
  transactionSync<T>(work: () => T): T;
  transaction<T>(work: () => Promise<T>): Promise<T>;
};

export type StorageSql = {
  readonly sql: Sql;
  /**
   * All or nothing of what `work` does: when it throws, that is undone and this rejects.
   * @param undone called once with that, before anybody else has their turn
   */
  readonly together: (work: () => void, undone?: () => void) => Promise<void>;
};

export function storageSql(storage: ObjectStorage): StorageSql {
  /** Whether what throws now undoes everything around it. */
  let isTogether = false;
  /** What was thrown so: it undoes everything even if somebody catches it. */
  const thrown: unknown[] = [];
  return {
    sql: {
      all: (statement: string, ...values: SqlValue[]) => storage.sql.exec(statement, ...values).toArray(),
      run: (statement: string, ...values: SqlValue[]) => {
        storage.sql.exec(statement, ...values);
      },
      transaction: (work) => {
        if (!isTogether) return storage.transactionSync(work);
        // A savepoint copies every page that is changed after it, beyond the first fifteen into a file of its own. One
        // within is undone alone all the same.
        isTogether = false;
        try {
          return work();
        } catch (error) {
          thrown.push(error);
          throw error;
        } finally {
          isTogether = true;
        }
      },
    },
    together: async (work, undone = () => undefined) => {
      let isTold = false;
      const tell = (): void => {
        if (!isTold) undone();
        isTold = true;
      };
      try {
        // Its closure has to be asynchronous; all that it does is done at once.
        await storage.transaction(async () => {
          isTogether = true;
          thrown.length = 0;
          try {
            work();
            if (thrown.length > 0) throw thrown[0];
          } catch (error) {
            tell();
            throw error;
          } finally {
            isTogether = false;
          }
        });
      } catch (error) {
        // A commit that fails breaks the whole object on workerd; where it does not, nothing of it is there either.
        tell();
        throw error;
      }
    },
  };
}
