/**
 * JSON of plain data. Old libraries give arrays a `toJSON` that turns them into texts; what it made of a value is
 * ignored here and the value itself is written.
 */
export function json(value: unknown): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key: string) {
    return this[key];
  });
}
