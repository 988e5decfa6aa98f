// Spend from somebody's table: which column says what, by their names, and every row that can be read. Pure. What cannot
// is told by its line, and nothing is taken until everything can.
import { readCsv } from '@baton/workspace/csv';

type SpendRow = {
  readonly month: string;
  readonly source: string;
  readonly currency: string;
  readonly amount: number;
};

export type ReadSpend = {
  readonly rows: readonly SpendRow[];
  /** Sentences, with their line. */
  readonly wrong: readonly string[];
};

const named = {
  month: /month|date|period|monat/i,
  source: /source|channel|platform|network|quelle|kanal/i,
  amount: /amount|spend|spent|cost|betrag|kosten/i,
  currency: /currency|währung|waehrung/i,
} as const;

const needed = ['month', 'source', 'amount'] as const;

/** @param currency of rows that say none */
export function readSpend(text: string, currency: string): ReadSpend {
  const table = readCsv(text);
  if ('openQuote' in table)
    return { rows: [], wrong: [`A quote that begins on line ${table.openQuote} never ends.`] };
  const [header, ...lines] = table.rows;
  const names = header?.cells ?? [];
  const place = (part: keyof typeof named) => names.findIndex((name) => named[part].test(name));
  const missing = needed.filter((part) => place(part) < 0);
  if (missing.length > 0) return { rows: [], wrong: [`No column is called ${missing.join(', or ')}.`] };
  const rows: SpendRow[] = [];
  const wrong: string[] = [];
  for (const { line, cells } of lines) {
    const said = (part: keyof typeof named): string => (cells[place(part)] ?? '').trim();
    const month = monthOf(said('month'));
    const amount = amountOf(said('amount'));
    const source = said('source').toLowerCase();
    const money = said('currency').toUpperCase() || currency;
    if (month === null) wrong.push(`Line ${line}: “${said('month')}” is no month, such as 2026-11.`);
    else if (source === '') wrong.push(`Line ${line}: the source is missing.`);
    else if (amount === null) wrong.push(`Line ${line}: “${said('amount')}” is no amount.`);
    else if (!/^[A-Z]{3}$/.test(money)) wrong.push(`Line ${line}: “${money}” is no currency, such as EUR.`);
    else rows.push({ month, source, amount, currency: money });
  }
  if (rows.length === 0 && wrong.length === 0) wrong.push('There is no row below the first line.');
  return { rows, wrong };
}

/** `2026-11`, `2026-11-03`, `11/2026`; null of anything else. */
function monthOf(text: string): string | null {
  const [, year, month] =
    /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(text) ?? swapped(/^(\d{1,2})[./](\d{4})$/.exec(text)) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return `${year}-${month.padStart(2, '0')}`;
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], found[2], found[1]];
}

/** `1,234.50` and `1.234,50` alike: the last mark followed by one or two digits divides the whole from the rest. */
function amountOf(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00A0'’€$£]|[A-Za-z]{3}/g, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const [, whole = '', rest] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  const number = Number(`${whole.replaceAll(/[.,]/g, '')}.${rest ?? '0'}`);
  return Number.isFinite(number) ? number : null;
}
