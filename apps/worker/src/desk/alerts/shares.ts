// What is watched of each form, read as a tally a day (UTC): seen and begun, begun and sent, sent and qualified, verdicts
// and those that accept. Sums only; nobody is told apart.
import { dropLimits, type Series, type WatchedShare } from '@baton/review/alerts';
import { number, text, type Sql } from '../sql.ts';

export const day = 86_400_000;
/** Days that a drop is looked for in. */
export const watchedDays = 7 * dropLimits.weeks + 7;

export type FormShares = Readonly<Record<WatchedShare, Series>>;

type Columns = Readonly<
  Record<'views' | 'starts' | 'sent' | 'qualified' | 'verdicts' | 'accepted', Float64Array>
>;

/** By form; those of which nothing has come are left out. */
export function sharesOf(sql: Sql, today: number): ReadonlyMap<string, FormShares> {
  const first = today - watchedDays + 1;
  const forms = new Map<string, Columns>();
  const add = (form: string, column: keyof Columns, on: number, many: number): void => {
    const columns = forms.get(form) ?? emptyColumns();
    forms.set(form, columns);
    const place = on - first;
    if (place >= 0 && place < watchedDays) columns[column][place] = (columns[column][place] ?? 0) + many;
  };
  const isoFirst = new Date(first * day).toISOString().slice(0, 10);
  for (const row of sql.all(
    `SELECT form, day, event, sum(count) AS many FROM counts
     WHERE form IN (SELECT id FROM forms) AND event IN ('view', 'start') AND day >= ? GROUP BY form, day, event`,
    isoFirst,
  )) {
    const column = text(row, 'event') === 'view' ? 'views' : 'starts';
    add(text(row, 'form'), column, Date.parse(text(row, 'day')) / day, number(row, 'many'));
  }
  for (const { id } of sql.all(`SELECT id FROM forms`).map((row) => ({ id: text(row, 'id') }))) {
    for (const row of sql.all(
      `SELECT at / ${day} AS day, state, count(*) AS many FROM submissions
       WHERE form = ? AND final = 1 AND at / ${day} >= ? GROUP BY at / ${day}, state`,
      id,
      first,
    )) {
      const state = text(row, 'state');
      if (state === 'quarantined' || state === 'duplicate') continue;
      const [on, many] = [number(row, 'day'), number(row, 'many')];
      add(id, 'sent', on, many);
      if (state === 'handed_off' || state === 'in_hand') add(id, 'qualified', on, many);
    }
  }
  for (const row of sql.all(
    `SELECT s.form, h.verdict_at / ${day} AS day, h.verdict, count(*) AS many
     FROM handoffs h JOIN submissions s ON s.id = h.submission
     WHERE h.verdict_at >= ? AND s.form IN (SELECT id FROM forms) GROUP BY 1, 2, 3`,
    first * day,
  )) {
    const [form, on, many] = [text(row, 'form'), number(row, 'day'), number(row, 'many')];
    add(form, 'verdicts', on, many);
    if (text(row, 'verdict') === 'accepted') add(form, 'accepted', on, many);
  }
  return new Map(
    [...forms].map(([form, columns]) => [
      form,
      {
        starts: { first, of: columns.views, hits: columns.starts },
        completions: { first, of: columns.starts, hits: columns.sent },
        qualified: { first, of: columns.sent, hits: columns.qualified },
        accepted: { first, of: columns.verdicts, hits: columns.accepted },
      },
    ]),
  );
}

function emptyColumns(): Columns {
  const column = (): Float64Array => new Float64Array(watchedDays);
  return {
    views: column(),
    starts: column(),
    sent: column(),
    qualified: column(),
    verdicts: column(),
    accepted: column(),
  };
}
