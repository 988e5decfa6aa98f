// Doing something to see what comes of it, and undoing it: storage ends as it began.
import type { Sql } from './sql.ts';

/** What `work` gives, in a transaction that is rolled back. What `work` throws is thrown on. */
export function undone<T>(sql: Sql, work: () => T): T {
  const given: T[] = [];
  const back = new Error('Undone.');
  try {
    sql.transaction(() => {
      given.push(work());
      throw back;
    });
  } catch (error) {
    if (error !== back) throw error;
  }
  const [result] = given;
  if (result === undefined) throw new Error('A transaction ended without its work.');
  return result;
}
