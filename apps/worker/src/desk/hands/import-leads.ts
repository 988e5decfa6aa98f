// Rows of a table of leads from elsewhere, taken one by one like leads that are added by hand: what can be read goes the
// way of all others, what cannot is told by its line. The same row is taken once. They are taken in one transaction with who
// brought them. Refuses all of them only where a column or an attribute is not there.
import type { Attribute, Issue } from '@baton/rules';
import { cellTypes, type CellValue } from '@baton/workspace/cells';
import type { CsvRow } from '@baton/workspace/csv';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { originFormId, type Origin } from '../origin-form.ts';
import type { Posted } from '../outbox.ts';
import { sha256 } from '../sha256.ts';
import { takeLead } from './add-lead.ts';

export type LeadRows = {
  readonly origin: Origin;
  readonly detail: string | null;
  /** By attribute id, the name of its column. */
  readonly columns: Readonly<Record<string, string>>;
  /** The column that tells rows apart; null: all that is read of them does. */
  readonly key: string | null;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
};

export type RowError = {
  readonly line: number;
  readonly attribute: string | null;
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
};

export type ImportedLeads =
  | {
      readonly ok: true;
      readonly added: number;
      readonly known: number;
      readonly states: Readonly<Record<string, number>>;
      readonly errors: readonly RowError[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

type Column = { readonly attribute: Attribute; readonly name: string; readonly place: number };

/** Several choices stand in one cell like this. */
const separator = ';';

const longestKey = 200;

export function importLeads(context: Context, by: string, given: LeadRows): ImportedLeads {
  const { key, header } = given;
  const names = header.map((cell) => cell.trim());
  const keyPlace = key === null ? null : names.indexOf(key.trim());
  const { columns, issues } = columnsOf(context, given, names);
  if (keyPlace === -1) issues.push({ code: 'unknown_column', path: ['key'], params: { name: key ?? '' } });
  if (issues.length > 0) return { ok: false, issues };

  const { parts, outbox } = context;
  const { posted, ...taken } = parts.sql.transaction(() => takeRows(context, by, given, columns, keyPlace));
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  return { ok: true, ...taken };
}

type Taken = Omit<Extract<ImportedLeads, { ok: true }>, 'ok'> & { readonly posted: readonly Posted[] };

function takeRows(
  context: Context,
  by: string,
  { origin, detail, key, rows }: LeadRows,
  columns: readonly Column[],
  keyPlace: number | null,
): Taken {
  const errors: RowError[] = [];
  const states: Record<string, number> = {};
  const posted: Posted[] = [];
  let [added, known] = [0, 0];
  for (const row of rows) {
    const read = readRow(row, columns);
    const said = keyPlace === null ? null : (row.cells[keyPlace] ?? '').trim();
    const wrongKey = said === null ? null : faultOfKey(said);
    if (wrongKey !== null)
      read.errors.push(errorOf(row, { attribute: null, column: key, code: wrongKey, value: said ?? '' }));
    if (read.errors.length > 0) {
      errors.push(...read.errors);
      continue;
    }
    const taken = takeLead(context, {
      origin,
      detail,
      attributes: read.attributes,
      events: [],
      key: rowKey(detail, said, read.attributes),
    });
    if (!taken.ok) errors.push(...taken.issues.map((issue) => faultOf(row, columns, issue)));
    else if (taken.isNew) {
      posted.push(...taken.posted);
      added += 1;
      states[taken.state] = (states[taken.state] ?? 0) + 1;
    } else known += 1;
  }
  if (added > 0) {
    const lines = `${rows[0]?.line ?? 0}–${rows.at(-1)?.line ?? 0}`;
    const after = { detail, lines, added, known, errors: errors.length };
    recordChange(context.parts, by, { action: 'leads.imported', subject: origin, after });
  }
  return { added, known, states, errors, posted };
}

/** Which cell says what; a table without the address that leads go by says nothing of anybody. */
function columnsOf(
  { documents }: Context,
  { origin, columns }: LeadRows,
  names: readonly string[],
): { columns: readonly Column[]; issues: Issue[] } {
  const identity = documents.published(originFormId(origin))?.identity ?? 'email';
  const { catalogue } = documents.all();
  const issues: Issue[] = [];
  const found: Column[] = [];
  for (const [id, name] of Object.entries(columns)) {
    const own: Attribute | null =
      id === identity ? { id, label: 'E-mail', type: 'email', about: 'person' } : null;
    const attribute = catalogue.get(id) ?? own;
    const place = names.indexOf(name.trim());
    if (attribute === null) issues.push({ code: 'unknown_attribute', path: ['columns', id] });
    else if (place < 0) issues.push({ code: 'unknown_column', path: ['columns', id], params: { name } });
    else found.push({ attribute, name: name.trim(), place });
  }
  if (columns[identity] === undefined) issues.push({ code: 'required', path: ['columns', identity] });
  return { columns: found, issues };
}

function readRow(
  row: CsvRow,
  columns: readonly Column[],
): { attributes: Record<string, CellValue>; errors: RowError[] } {
  const attributes: Record<string, CellValue> = {};
  const errors: RowError[] = [];
  for (const { attribute, name, place } of columns) {
    const said = (row.cells[place] ?? '').trim();
    if (said === '') continue;
    const value = readCell(said, attribute);
    if (value === undefined)
      errors.push(errorOf(row, { attribute: attribute.id, column: name, code: 'unreadable', value: said }));
    else attributes[attribute.id] = value;
  }
  return { attributes, errors };
}

function readCell(text: string, { type, options = [] }: Attribute): CellValue | undefined {
  // An address goes to the same check as what a visitor types, which says more of what is wrong.
  if (type === 'email') return text;
  const read = (one: string): CellValue | undefined => cellTypes[type].read(one, options);
  if (type !== 'choices') return read(text);
  const several = text.split(separator).map((one) => one.trim());
  const chosen = several.filter((one) => one !== '').map(read);
  return chosen.includes(undefined) ? undefined : [...new Set(chosen.flat().map(String))];
}

function faultOfKey(said: string): string | null {
  if (said === '') return 'required';
  return said.length > longestKey ? 'too_long' : null;
}

/** Tells a row from those of other events and partners, and from what was added by hand. */
function rowKey(detail: string | null, said: string | null, attributes: Record<string, CellValue>): string {
  const sorted = Object.entries(attributes).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `csv:${sha256(JSON.stringify([detail, said, said === null ? sorted : null]))}`;
}

/** What the check of the answers says, by the column that it is about. */
function faultOf(row: CsvRow, columns: readonly Column[], { code, path }: Issue): RowError {
  const column = columns.find(({ attribute }) => attribute.id === path[1]);
  const value = column === undefined ? '' : (row.cells[column.place] ?? '').trim();
  const attribute = typeof path[1] === 'string' ? path[1] : null;
  return errorOf(row, { attribute, column: column?.name ?? null, code, value });
}

function errorOf({ line }: CsvRow, error: Omit<RowError, 'line'>): RowError {
  return { line, ...error, value: error.value.slice(0, 100) };
}
