// A CSV of target accounts, read row by row: what can be taken is taken, what cannot is told by its line. Refuses the
// whole of it only where it is no table, or where nothing says which column is the domain or which list is meant.
import { accountDomain } from '@baton/derive';
import type { Issue } from '@baton/rules';
import { readCsv, type CsvRow } from '@baton/workspace/csv';
import type { GivenAccount } from './accounts.ts';

/** Which column says what, by the names in the first line. */
export type AccountColumns = {
  readonly domain: string;
  readonly list?: string | undefined;
  readonly tier?: string | undefined;
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
};

type RowError = {
  readonly line: number;
  readonly column: keyof AccountColumns;
  readonly code: string;
  /** As it stands in the file, shortened. */
  readonly value: string;
};

export type ReadAccounts =
  | { readonly ok: true; readonly accounts: readonly GivenAccount[]; readonly errors: readonly RowError[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The longest list, tier or name. */
export const longestName = 200;

const columnNames = ['domain', 'list', 'tier', 'name', 'owner'] as const;

/**
 * @param list for rows without one of their own
 * @param isPerson whether somebody of the workspace has this address
 */
export function readAccounts(
  csv: string,
  columns: AccountColumns,
  list: string | null,
  isPerson: (email: string) => boolean,
): ReadAccounts {
  const table = readCsv(csv);
  if ('openQuote' in table) {
    return { ok: false, issues: [{ code: 'open_quote', path: ['csv'], params: { line: table.openQuote } }] };
  }
  const [header, ...rows] = table.rows;
  if (header === undefined) return { ok: false, issues: [{ code: 'required', path: ['csv'] }] };
  const names = header.cells.map((cell) => cell.trim());
  const places = new Map<keyof AccountColumns, number>();
  const issues: Issue[] = [];
  for (const column of columnNames) {
    const name = columns[column];
    if (name === undefined) continue;
    const place = names.indexOf(name.trim());
    if (place < 0) issues.push({ code: 'unknown_column', path: ['columns', column], params: { name } });
    else places.set(column, place);
  }
  if (columns.list === undefined && list === null) issues.push({ code: 'required', path: ['list'] });
  if (issues.length > 0) return { ok: false, issues };

  const accounts = new Map<string, GivenAccount>();
  const errors: RowError[] = [];
  for (const row of rows) {
    const read = readRow(row, places, list, isPerson);
    if ('code' in read) errors.push(read);
    else if (accounts.has(read.domain)) {
      errors.push({ line: row.line, column: 'domain', code: 'listed_twice', value: read.domain });
    } else accounts.set(read.domain, read);
  }
  return { ok: true, accounts: [...accounts.values()], errors };
}

function readRow(
  { line, cells }: CsvRow,
  places: ReadonlyMap<keyof AccountColumns, number>,
  standard: string | null,
  isPerson: (email: string) => boolean,
): GivenAccount | RowError {
  const said = (column: keyof AccountColumns): string => (cells[places.get(column) ?? -1] ?? '').trim();
  const wrong = (column: keyof AccountColumns, code: string): RowError => ({
    line,
    column,
    code,
    value: said(column).slice(0, 100),
  });
  for (const column of ['list', 'tier', 'name'] as const) {
    if (said(column).length > longestName) return wrong(column, 'too_long');
  }
  if (said('domain') === '') return wrong('domain', 'required');
  const domain = accountDomain(said('domain'));
  if (!domain.ok) return wrong('domain', domain.code);
  const list = said('list') === '' ? standard : said('list');
  if (list === null) return wrong('list', 'required');
  const owner = said('owner').toLowerCase();
  if (owner !== '' && !isPerson(owner)) return wrong('owner', 'unknown_person');
  return {
    domain: domain.domain,
    list,
    ...(places.has('tier') ? { tier: orNull(said('tier')) } : {}),
    ...(places.has('name') ? { name: orNull(said('name')) } : {}),
    ...(places.has('owner') ? { owner: orNull(owner) } : {}),
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
