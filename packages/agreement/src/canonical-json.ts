// JSON as RFC 8785 writes it, so that the same document has the same bytes everywhere. Refuses what JSON cannot
// hold or two readers could take differently: undefined, NaN, infinities, lone surrogates, instances.
import type { Issue, Parsed, Path } from '@baton/rules';

// Deeper than any document of ours; keeps a hostile one from exhausting the stack.
const maxDepth = 100;

/** The canonical text, or where the value is not JSON: `not_json`, `too_deep`. */
export function readCanonicalJson(value: unknown, at: Path = []): Parsed<string> {
  const issues: Issue[] = [];
  const text = write(value, at, 0, issues);
  return issues.length === 0 ? { ok: true, value: text } : { ok: false, issues };
}

/** The canonical text. Throws a TypeError on what `readCanonicalJson` refuses. */
export function canonicalJson(value: unknown): string {
  const read = readCanonicalJson(value);
  if (read.ok) return read.value;
  const places = read.issues.map((issue) => `/${issue.path.join('/')}`);
  throw new TypeError(`Not JSON at ${places.join(', ')}`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function write(value: unknown, at: Path, depth: number, issues: Issue[]): string {
  if (depth > maxDepth) {
    issues.push({ code: 'too_deep', path: at, params: { max: maxDepth } });
    return '';
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && isWellFormed(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    // Array.from, because `map` would skip the holes of a sparse array instead of refusing them.
    const items = Array.from(value, (item: unknown, index) => write(item, [...at, index], depth + 1, issues));
    return `[${items.join(',')}]`;
  }
  if (isRecord(value)) {
    // The default order of `sort` is that of UTF-16 code units, which is what the RFC asks for.
    const members = Object.keys(value)
      .sort()
      .map((key) => {
        if (!isWellFormed(key)) issues.push({ code: 'not_json', path: [...at, key] });
        return `${JSON.stringify(key)}:${write(value[key], [...at, key], depth + 1, issues)}`;
      });
    return `{${members.join(',')}}`;
  }
  issues.push({ code: 'not_json', path: at });
  return '';
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
