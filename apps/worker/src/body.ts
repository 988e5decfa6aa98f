// How a body becomes a value: bytes are counted while they arrive, depth is bounded, and keys that could reach a
// prototype are refused. Everything that reads a body reads it here.
import type { Refusal } from './problem.ts';

/** What the public routes take, in bytes. */
export const publicLimit = 64 * 1024;
/** The same answers from a plain form, which writes each byte beyond ASCII as three. */
export const plainLimit = 3 * publicLimit;
/** What the owner may send at once (a whole workspace), in bytes. */
export const ownerLimit = 4 * 1024 * 1024;

/** So much beyond the limit is still read, in bytes: who is cut off while sending never hears why. */
const patience = 1024 * 1024;
const depthLimit = 32;
const polluting = new Set(['__proto__', 'constructor', 'prototype']);
const mayPollute = /__proto__|constructor|prototype|\\u/;

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** Decodes whole bodies; it keeps nothing between two of them. */
const wholeText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The body as text, at most `limit` bytes of UTF-8. */
export async function readText(request: Request, limit: number): Promise<Read<string>> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > limit + patience) return refuse({ kind: 'too_large', limit });
  try {
    // HTTP lets nobody send more than was declared.
    if (declared <= limit) return { ok: true, value: wholeText.decode(await request.arrayBuffer()) };
    return await readParts(request, limit);
  } catch (error) {
    if (error instanceof TypeError) {
      return refuse({ kind: 'malformed', code: 'not_utf8', detail: 'The body is not UTF-8.' });
    }
    return refuse({ kind: 'malformed', code: 'body_cut', detail: 'The body ended before its end.' });
  }
}

async function readParts(request: Request, limit: number): Promise<Read<string>> {
  if (request.body === null) return { ok: true, value: '' };
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let size = 0;
  let text = '';
  for (;;) {
    const part = await reader.read();
    if (part.done) break;
    size += part.value.byteLength;
    if (size <= limit) text += decoder.decode(part.value, { stream: true });
    if (size <= limit + patience) continue;
    await reader.cancel('Too large.');
    break;
  }
  if (size > limit) return refuse({ kind: 'too_large', limit });
  return { ok: true, value: text + decoder.decode() };
}

/** The body as JSON. */
export async function readJson(request: Request, limit: number): Promise<Read<unknown>> {
  const type = mediaType(request);
  if (type !== 'application/json' && !type.endsWith('+json')) {
    return refuse({ kind: 'unsupported_type', expected: 'application/json' });
  }
  const body = await readText(request, limit);
  return body.ok ? parseSafeJson(body.value) : body;
}

/** `type/subtype` of the request, lower-cased, without parameters. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Parses JSON and refuses what is too deep or could pollute a prototype, at any depth. */
export function parseSafeJson(text: string): Read<unknown> {
  if (tooDeep(text)) {
    return refuse({
      kind: 'malformed',
      code: 'too_deep',
      detail: `Nesting deeper than ${depthLimit} is not read.`,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'It is not JSON.';
    return refuse({ kind: 'malformed', code: 'not_json', detail: reason });
  }
  // Nearly every text holds none of them, nor an escape that could write one.
  const key = mayPollute.test(text) ? pollutingKey(value) : null;
  if (key !== null) {
    return refuse({ kind: 'malformed', code: 'forbidden_key', detail: `The key ${key} is not taken.` });
  }
  return { ok: true, value };
}

/** Counts brackets outside strings, so that nothing deep is ever built. */
function tooDeep(text: string): boolean {
  // Most texts have too few brackets to be deep.
  if (count(text, '{') + count(text, '[') <= depthLimit) return false;
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 92) index += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > depthLimit) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}

function count(text: string, bracket: string): number {
  let found = 0;
  for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) found += 1;
  return found;
}

function pollutingKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    if (!Array.isArray(value) && polluting.has(key)) return key;
    const below = pollutingKey(Reflect.get(value, key));
    if (below !== null) return below;
  }
  return null;
}
