// Which options of an attribute some lead has said.
import { text, type Sql } from '../sql.ts';

/** Of these options; reads every lead once. */
export function optionsSaid(sql: Sql, attribute: string, options: readonly string[]): ReadonlySet<string> {
  const rows = sql.all(
    `SELECT DISTINCT each.value AS option FROM leads, json_each(leads.attributes, ?) AS each
     WHERE each.value IN (SELECT value FROM json_each(?))`,
    `$.${attribute}`,
    JSON.stringify(options),
  );
  return new Set(rows.map((row) => text(row, 'option')));
}
