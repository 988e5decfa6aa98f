// An intake before two small tables, for tests of what it promises whatever is put down.
import { DatabaseSync } from 'node:sqlite';
import { Intake, type Lookup } from '../../apps/worker/src/desk/intake.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import { nodeSql } from './desk-on-node.ts';

export const byName = `SELECT id FROM people WHERE name = ?`;
export const byId = `SELECT id FROM people WHERE id = ?`;
export const town = `SELECT name FROM towns WHERE id = ?`;
export const knowing = `SELECT name FROM people WHERE id = ?`;
export const add = `INSERT INTO people (id, name) VALUES (?, ?)`;
export const howMany = `SELECT count(*) AS many FROM people`;
export const later = `SELECT id FROM people WHERE name = ? AND id > ?`;
const lookups: ReadonlyMap<string, Lookup> = new Map<string, Lookup>([
  [byName, 'by_value'],
  [later, 'by_value'],
  [byId, 'by_value'],
  [town, 'never'],
  [knowing, 'met'],
  [howMany, { changedBy: add }],
]);

type Stand = { intake: Intake; storage: Sql; reported: string[]; statements: string[]; restart: () => Stand };

export function stand(database = new DatabaseSync(':memory:')): Stand {
  const storage = nodeSql(database);
  for (const table of [
    `people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)`,
    `towns (id INTEGER PRIMARY KEY, name TEXT NOT NULL)`,
    `intake (id INTEGER PRIMARY KEY, writes TEXT NOT NULL, failure TEXT)`,
    `intake_statements (id INTEGER PRIMARY KEY, statement TEXT NOT NULL UNIQUE)`,
  ]) {
    storage.run(`CREATE TABLE IF NOT EXISTS ${table}`);
  }
  const reported: string[] = [];
  const statements: string[] = [];
  const seen: Sql = {
    ...storage,
    run: (statement, ...values) => {
      statements.push(statement);
      storage.run(statement, ...values);
    },
  };
  const intake = new Intake(seen, lookups, (error, id) => reported.push(`${id}: ${String(error)}`));
  return { intake, storage, reported, statements, restart: () => stand(database) };
}

export const namesIn = (storage: Sql): unknown[] =>
  storage.all(`SELECT name FROM people ORDER BY id`).map((row) => row['name']);
export const rowsIn = (storage: Sql): number => storage.all(`SELECT id FROM intake`).length;

/** Puts down one person, as long as nobody has the name. */
export function putDown(intake: Intake, id: number, name: string): { readonly given: string } | null {
  return intake.putDown(() => {
    if (intake.sql.all(byName, name).length > 0) return 'known';
    intake.sql.run(add, id, name);
    return 'added';
  });
}
