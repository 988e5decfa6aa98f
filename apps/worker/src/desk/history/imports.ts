// Imports of past leads: what was begun, with which map, and how far it has come. Rows come in pieces and in their order; a
// piece that came before is not counted again, and no row is ever taken twice. Keeps no cell of a row that was not taken.
import type { Issue } from '@baton/rules';
import type { CsvRow } from '@baton/workspace/csv';
import { recordChange } from '../audit.ts';
import { sumCompanies } from '../companies/company-sums.ts';
import type { Context } from '../context.ts';
import { setDue } from '../due-work.ts';
import { done, unknown, type HandAnswer } from '../hands/answer.ts';
import type { RowError } from '../hands/import-leads.ts';
import { iso } from '../instants.ts';
import { first, number, numberOrNull, text, type Row } from '../sql.ts';
import { historyMapSchema, type HistoryMap } from './history-map.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { checkPast, takePast } from './take-past.ts';

export type NewImport = {
  readonly name: string;
  /** Of the file: the same file is the same import, as long as that has not ended. */
  readonly digest: string;
  /** Rows below the header. */
  readonly rows: number;
  readonly header: readonly string[];
  readonly map: HistoryMap;
};

export type RowsChecked =
  | { readonly ok: true; readonly good: number; readonly errors: readonly RowError[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Of so many an import says where they were. */
const mostErrors = 1000;
const mostShown = 20;

type StoredError = Omit<RowError, 'value'>;

export function startImport(context: Context, by: string, asked: NewImport): HandAnswer {
  const { parts } = context;
  const { sql } = parts;
  const now = parts.now();
  const reader = createRowReader(context, asked.map, asked.header, now);
  if (!reader.ok) return { kind: 'invalid', issues: reader.issues };
  const map = JSON.stringify(asked.map);
  const known = first(
    sql,
    `SELECT * FROM history_imports WHERE digest = ? AND map = ? AND ended_at IS NULL AND taken_back_at IS NULL`,
    asked.digest,
    map,
  );
  if (known !== null) return done(importView(known));
  return sql.transaction(() => {
    const id = parts.ids.next('his', now);
    sql.run(
      `INSERT INTO history_imports (public_id, name, digest, size, header, map, author, at, next, taken, known, bad, errors)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, '[]')`,
      id,
      asked.name,
      asked.digest,
      asked.rows,
      JSON.stringify(asked.header),
      map,
      by,
      now,
    );
    recordChange(parts, by, {
      action: 'history.started',
      subject: id,
      after: { name: asked.name, rows: asked.rows },
    });
    return done(importView(rowOf(context, id)));
  });
}

/** The latest first. */
export function listImports({ parts }: Context): HandAnswer {
  const rows = parts.sql.all(`SELECT * FROM history_imports ORDER BY id DESC LIMIT ?`, mostShown);
  return done({ imports: rows.map((row) => importView(row)) });
}

/** What a few rows would come to; nothing is written. */
export function checkRows(
  context: Context,
  map: HistoryMap,
  header: readonly string[],
  rows: readonly CsvRow[],
): RowsChecked {
  const made = createRowReader(context, map, header, context.parts.now());
  if (!made.ok) return made;
  const errors: RowError[] = [];
  let good = 0;
  for (const row of rows) {
    const faults = faultsOf(context, made.reader, row);
    if (faults.length === 0) good += 1;
    errors.push(...faults);
  }
  return { ok: true, good, errors };
}

function faultsOf(context: Context, reader: RowReader, row: CsvRow): readonly RowError[] {
  const read = reader.read(row);
  if (!read.ok) return read.errors;
  return checkPast(context, read.past).map((issue) => reader.errorOf(row, issue));
}

/**
 * Takes a few rows, in one transaction with how far the import is then.
 * @param from how many rows came before these
 */
export function takeRows(
  context: Context,
  by: string,
  id: string,
  from: number,
  rows: readonly CsvRow[],
): HandAnswer {
  const { parts, documents } = context;
  const { sql } = parts;
  const stored = first(sql, `SELECT * FROM history_imports WHERE public_id = ?`, id);
  if (stored === null) return unknown('import');
  if (numberOrNull(stored, 'taken_back_at') !== null)
    return { kind: 'refused', detail: 'This import was taken back.' };
  const next = number(stored, 'next');
  if (from > next)
    return { kind: 'invalid', issues: [{ code: 'not_next', path: ['from'], params: { next } }] };
  const size = number(stored, 'size');
  const fresh = rows.slice(next - from, Math.max(0, size - from));
  if (fresh.length === 0) return done({ ...importView(stored), pieceErrors: [] });
  const map = historyMapSchema.parse(JSON.parse(text(stored, 'map')));
  const now = parts.now();
  const made = createRowReader(context, map, JSON.parse(text(stored, 'header')), now);
  // An attribute may have gone since it began.
  if (!made.ok) return { kind: 'invalid', issues: made.issues };
  const { reader } = made;
  return sql.transaction(() => {
    const errors: RowError[] = [];
    let [taken, known, bad] = [0, 0, 0];
    for (const row of fresh) {
      const faults = takeRow(context, reader, row, number(stored, 'id'));
      if (faults === 'taken') taken += 1;
      else if (faults === 'known') known += 1;
      else {
        bad += 1;
        errors.push(...faults);
      }
    }
    const before: StoredError[] = JSON.parse(text(stored, 'errors'));
    const noted = [...before, ...errors.map(({ value: _value, ...where }) => where)].slice(0, mostErrors);
    const reached = next + fresh.length;
    sql.run(
      `UPDATE history_imports SET next = ?, taken = taken + ?, known = known + ?, bad = bad + ?, errors = ?, ended_at = ?
       WHERE id = ?`,
      reached,
      taken,
      known,
      bad,
      JSON.stringify(noted),
      reached === size ? now : null,
      number(stored, 'id'),
    );
    if (documents.inForce() !== null) {
      setDue(sql, 'rescore', 0, now);
      parts.wake(now);
    }
    sumCompanies(sql);
    const row = rowOf(context, id);
    if (reached === size) noteEnd(context, by, row);
    return done({ ...importView(row), pieceErrors: errors });
  });
}

function takeRow(
  context: Context,
  reader: RowReader,
  row: CsvRow,
  from: number,
): 'taken' | 'known' | readonly RowError[] {
  const read = reader.read(row);
  if (!read.ok) return read.errors;
  const result = takePast(context, read.past, from);
  return result.kind === 'invalid' ? result.issues.map((issue) => reader.errorOf(row, issue)) : result.kind;
}

function noteEnd({ parts }: Context, by: string, row: Row): void {
  const after = { taken: number(row, 'taken'), known: number(row, 'known'), bad: number(row, 'bad') };
  recordChange(parts, by, { action: 'history.imported', subject: text(row, 'public_id'), after });
}

function rowOf({ parts }: Context, id: string): Row {
  const row = first(parts.sql, `SELECT * FROM history_imports WHERE public_id = ?`, id);
  if (row === null) throw new Error('An import is gone.');
  return row;
}

function importView(row: Row): object {
  const endedAt = numberOrNull(row, 'ended_at');
  const takenBackAt = numberOrNull(row, 'taken_back_at');
  return {
    id: text(row, 'public_id'),
    name: text(row, 'name'),
    digest: text(row, 'digest'),
    state: takenBackAt !== null ? 'taken_back' : endedAt === null ? 'under_way' : 'done',
    by: text(row, 'author'),
    startedAt: iso(number(row, 'at')),
    endedAt: iso(endedAt),
    rows: number(row, 'size'),
    next: number(row, 'next'),
    taken: number(row, 'taken'),
    known: number(row, 'known'),
    bad: number(row, 'bad'),
    header: JSON.parse(text(row, 'header')),
    map: JSON.parse(text(row, 'map')),
    errors: JSON.parse(text(row, 'errors')),
  };
}
