// How immutable answers are served: compressed once, kept in memory under what they were made from, revalidated by
// their ETag.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

type Served = {
  readonly etag: string;
  readonly plain: string;
  brotli: Uint8Array | null;
  gzip: Uint8Array | null;
};

const kept = 500;

export class ServedCache {
  readonly #entries = new Map<string, Served>();

  /** The answer kept under `key`, or made now. Null from `make` is passed on and not kept. */
  async answer(
    request: Request,
    key: string,
    headers: Readonly<Record<string, string>>,
    make: () => Promise<string | null>,
  ): Promise<Response | null> {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      const plain = await make();
      if (plain === null) return null;
      entry = { etag: `W/"${key}"`, plain, brotli: null, gzip: null };
      if (this.#entries.size >= kept) {
        const oldest = this.#entries.keys().next();
        if (oldest.done !== true) this.#entries.delete(oldest.value);
      }
      this.#entries.set(key, entry);
    }
    return respond(request, entry, headers);
  }
}

/** An answer for one visitor alone: made small in no time, and not kept here. */
export function packed(request: Request, text: string, headers: Readonly<Record<string, string>>): Response {
  const all = new Headers(headers);
  all.append('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
    return new Response(request.method === 'HEAD' ? null : text, { headers: all });
  }
  all.set('content-encoding', 'gzip');
  const bytes = gzipSync(text, { level: 1 });
  return new Response(bodyOf(request, bytes), { headers: all, encodeBody: 'manual' });
}

function respond(request: Request, entry: Served, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers(more);
  headers.set('etag', entry.etag);
  headers.set('cache-control', 'public, max-age=0, must-revalidate');
  headers.append('vary', 'accept-encoding');
  const asked = request.headers.get('if-none-match') ?? '';
  if (asked.split(',').some((tag) => tag.trim() === entry.etag))
    return new Response(null, { status: 304, headers });
  const encodings = request.headers.get('accept-encoding') ?? '';
  if (/\bbr\b/.test(encodings)) {
    entry.brotli ??= brotliCompressSync(entry.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    headers.set('content-encoding', 'br');
    return new Response(bodyOf(request, entry.brotli), { headers, encodeBody: 'manual' });
  }
  if (/\bgzip\b/.test(encodings)) {
    entry.gzip ??= gzipSync(entry.plain);
    headers.set('content-encoding', 'gzip');
    return new Response(bodyOf(request, entry.gzip), { headers, encodeBody: 'manual' });
  }
  return new Response(request.method === 'HEAD' ? null : entry.plain, { headers });
}

function bodyOf(request: Request, bytes: Uint8Array): Uint8Array | null {
  return request.method === 'HEAD' ? null : bytes;
}
