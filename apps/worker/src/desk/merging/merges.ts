// Which lead an address or an id leads to once its own lead has gone under another, however often that has happened.
import { first, number, text, type Row, type Sql } from '../sql.ts';

export type Alias = {
  /** The row that the lead had. */
  readonly former: number;
  /** The id that the lead was shown under. */
  readonly publicId: string;
  readonly email: string;
  readonly at: number;
  readonly by: string;
};

/** Asks for the row of the lead that one with the address or id `?1` has gone under. */
export function survivorBy(by: 'email' | 'public_id'): string {
  return `WITH RECURSIVE up(lead) AS (
       SELECT lead FROM merges WHERE ${by} = ?1
       UNION ALL SELECT m.lead FROM merges m JOIN up ON m.former = up.lead)
     SELECT l.* FROM up JOIN leads l ON l.id = up.lead`;
}

/** All that have gone under a lead: the latest of its own first, then what had gone under those before. */
export function aliasesOf(sql: Sql, lead: number): readonly Alias[] {
  return sql
    .all(
      `WITH RECURSIVE under(id, depth) AS (
         SELECT id, 0 FROM merges WHERE lead = ?
         UNION ALL SELECT m.id, under.depth + 1 FROM under JOIN merges o ON o.id = under.id JOIN merges m ON m.lead = o.former)
       SELECT m.* FROM under JOIN merges m ON m.id = under.id ORDER BY under.depth, m.id DESC`,
      lead,
    )
    .map((row) => ({
      former: number(row, 'former'),
      publicId: text(row, 'public_id'),
      email: text(row, 'email'),
      at: number(row, 'at'),
      by: text(row, 'author'),
    }));
}

/** What went under a lead last, and can be taken out again first. */
export function lastMerge(sql: Sql, lead: number): Row | null {
  return first(sql, `SELECT * FROM merges WHERE lead = ? ORDER BY id DESC LIMIT 1`, lead);
}
