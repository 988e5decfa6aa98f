// How storage comes up to date: an ordered list of changes, each in a transaction of its own and none twice.
import { first, number, type Sql } from './sql.ts';

/** Applies what storage has not seen yet. Throws on storage from a newer Baton. */
export function applyChanges(sql: Sql, changes: readonly (readonly string[])[]): void {
  sql.run(`CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)`);
  const row = first(sql, `SELECT version FROM schema_version`);
  const stored = row === null ? 0 : number(row, 'version');
  if (stored > changes.length) {
    throw new Error(
      `This data was written by a newer Baton (storage version ${stored}, known ${changes.length}).`,
    );
  }
  for (let version = stored; version < changes.length; version += 1) {
    sql.transaction(() => {
      for (const statement of changes[version] ?? []) sql.run(statement);
      sql.run(`DELETE FROM schema_version`);
      sql.run(`INSERT INTO schema_version (version) VALUES (?)`, version + 1);
    });
  }
}
