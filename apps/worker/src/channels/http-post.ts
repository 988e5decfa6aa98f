// One POST of at most ten seconds to a public address, as every channel over HTTP makes it. Redirects are refused, and
// so is a reply above 64 KiB or one that cannot be decoded. What a reply says is read only where the caller has to
// know, and is never kept: an error carries a code of ours and a status, nothing else.
import { checkAddress, type AddressPolicy } from './address.ts';
import { tryLimit, type Failure } from './channel.ts';

const replyLimit = 64 * 1024;

/** A reply that was read to its end. */
export type Reply = {
  readonly ok: true;
  readonly status: number;
  /** What it said; empty where nobody wanted to know. */
  readonly text: string;
  /** The wait that `Retry-After` asks for, ms. */
  readonly asked: Pick<Failure, 'retryAfter'>;
};

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Epoch ms. */
  readonly now: number;
  /** Of which replies the text is wanted; without, only those of 2xx are read, and thrown away. */
  readonly wantsText?: boolean;
};

/** Posts to an address that the policy allows. */
export async function postTo(
  policy: AddressPolicy,
  fetcher: typeof fetch,
  { url, headers, body, now, wantsText = false }: Post,
): Promise<Reply | Failure> {
  const address = checkAddress(url, policy);
  if (!address.ok) return { ok: false, code: address.code, status: null, unsent: true };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), tryLimit);
  let isRead = false;
  try {
    const response = await fetcher(address.url.href, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: stop.signal,
    });
    const { status } = response;
    const asked = retryAfter(response.headers.get('retry-after'), now);
    if (status >= 300 && status < 400) return { ok: false, code: 'redirect_refused', status };
    if (!wantsText && !isSuccess(status)) return { ok: true, status, text: '', asked };
    const read = await readText(response, wantsText, stop.signal);
    isRead = read.problem === null;
    // An error whose text is of no use is still an error of that status.
    if (read.problem !== null && isSuccess(status)) return { ok: false, code: read.problem, status };
    return { ok: true, status, text: read.text, asked };
  } catch (error) {
    return { ok: false, code: stop.signal.aborted ? 'timeout' : connectionCode(error), status: null };
  } finally {
    clearTimeout(timer);
    // What was not read to its end must not go on coming.
    if (!isRead) stop.abort();
  }
}

/** Whether a status is a 2xx. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** The failure that a status outside 2xx means where nothing more is known of it. */
export function statusFailure({ status, asked }: Reply): Failure {
  if (status === 410) return { ok: false, code: 'gone', status, gone: true };
  return { ok: false, code: `http_${status}`, status, ...asked };
}

async function readText(
  response: Response,
  keep: boolean,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly problem: string | null }> {
  if (response.body === null) return { text: '', problem: null };
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  let read = 0;
  let text = '';
  try {
    for (;;) {
      const part = await reader.read();
      if (part.done) return { text, problem: null };
      read += part.value.byteLength;
      if (keep) text += decoder.decode(part.value, { stream: true });
      if (read > replyLimit) {
        await reader.cancel('Reply too large.');
        return { text, problem: 'reply_too_large' };
      }
    }
  } catch {
    // The bytes are of no interest, only that they could not be had.
    return { text, problem: signal.aborted ? 'timeout' : 'reply_unreadable' };
  }
}

/** `Retry-After` in seconds or as a date, as a wait in ms; nonsense is ignored. */
function retryAfter(header: string | null, now: number): Pick<Failure, 'retryAfter'> {
  if (header === null) return {};
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfter: Math.ceil(seconds * 1000) } : {};
}

/** Why no connection came about, in a code of ours. */
export function connectionCode(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/not permitted|not allowed|internal error/i.test(message)) return 'address_refused';
  if (/dns|resolve|getaddrinfo/i.test(message)) return 'unknown_host';
  if (/tls|ssl|certificate/i.test(message)) return 'tls_failed';
  return 'connection_failed';
}
