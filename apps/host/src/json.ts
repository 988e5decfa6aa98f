// Narrows what JSON.parse gave, without trusting it: every reader here answers null or empty for anything else.

/** Parses; null when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether it is a JSON object (not a list, not null). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text under a key, or null. */
export function textAt(record: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = record[key];
  return typeof value === 'string' ? value : null;
}

/** The finite number under a key, or null. */
export function numberAt(record: Readonly<Record<string, unknown>>, key: string): number | null {
  const value = record[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The list under a key; empty when there is none. */
export function listAt(record: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const value = record[key];
  return Array.isArray(value) ? value : [];
}

/** The texts of a list, the rest left out. */
export function textsAt(record: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  return listAt(record, key).filter((value) => typeof value === 'string');
}
