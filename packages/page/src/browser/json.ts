/**
 * JSON of plain data. Old libraries give every array a `toJSON` that turns it into a text; here only texts, numbers
 * and booleans reach `JSON.stringify`.
 */
export function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${json(part)}`).join()}}`;
}
