// The one door to storage: a synchronous SQL handle that a Durable Object, or Node's own SQLite, can be.

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

export type Sql = {
  /** Runs one statement and returns its rows. */
  all(statement: string, ...values: SqlValue[]): Row[];
  /** Runs one statement for its effect. */
  run(statement: string, ...values: SqlValue[]): void;
  /** All or nothing: a throw inside undoes everything. */
  transaction<T>(work: () => T): T;
};

/** The first row, if there is one. */
export function first(sql: Sql, statement: string, ...values: SqlValue[]): Row | null {
  return sql.all(statement, ...values)[0] ?? null;
}

/** A column that the schema says is text. A wrong type is a bug. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} is not text.`);
  return value;
}

/** A column that the schema says is a number. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} is not a number.`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column);
}

/** A JSON object that Baton itself has written into a column. */
export function record(row: Row, column: string): Record<string, unknown> {
  return recordOf(text(row, column));
}

/** Parses JSON that must be an object. */
function recordOf(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value)) throw new Error('Stored JSON is not an object.');
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
