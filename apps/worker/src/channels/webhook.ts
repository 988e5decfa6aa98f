// A webhook in the manner of Standard Webhooks. Only a readable 2xx within ten seconds counts: a redirect, a
// reply above 64 KiB or one that cannot be decoded is a failed try. Nothing of the reply is kept.
import { Webhook } from 'standardwebhooks';
import { checkAddress, type AddressPolicy } from './address.ts';
import { tryLimit, type Channel, type Failure, type SendResult } from './channel.ts';

const replyLimit = 64 * 1024;

/** Makes the channel; `fetcher` is the host's own fetch. */
export function createWebhookChannel(policy: AddressPolicy, fetcher: typeof fetch): Channel {
  return {
    kind: 'webhook',
    async send(message) {
      const address = checkAddress(message.target, policy);
      if (!address.ok) return { ok: false, code: address.code, status: null };
      const now = new Date(message.now);
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Baton-Webhooks/1',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(message.now / 1000)),
        ...(message.secret === null
          ? {}
          : { 'webhook-signature': new Webhook(message.secret).sign(message.id, now, message.body) }),
      };
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), tryLimit);
      try {
        const response = await fetcher(address.url.href, {
          method: 'POST',
          headers,
          body: message.body,
          redirect: 'manual',
          signal: stop.signal,
        });
        return await readReply(response, message.now, stop.signal);
      } catch (error) {
        return { ok: false, code: stop.signal.aborted ? 'timeout' : connectionCode(error), status: null };
      } finally {
        clearTimeout(timer);
        stop.abort();
      }
    },
  };
}

async function readReply(response: Response, now: number, signal: AbortSignal): Promise<SendResult> {
  const { status } = response;
  if (status >= 300 && status < 400) return { ok: false, code: 'redirect_refused', status };
  if (status === 410) return { ok: false, code: 'gone', status, gone: true };
  if (status < 200 || status > 299) {
    return {
      ok: false,
      code: `http_${status}`,
      status,
      ...retryAfter(response.headers.get('retry-after'), now),
    };
  }
  const problem = await drain(response, signal);
  return problem === null ? { ok: true, status } : { ok: false, code: problem, status };
}

async function drain(response: Response, signal: AbortSignal): Promise<string | null> {
  if (response.body === null) return null;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  let read = 0;
  try {
    for (;;) {
      const part = await reader.read();
      if (part.done) return null;
      read += part.value.byteLength;
      if (read > replyLimit) {
        await reader.cancel('Reply too large.');
        return 'reply_too_large';
      }
    }
  } catch {
    // The bytes are of no interest, only that they could not be had.
    return signal.aborted ? 'timeout' : 'reply_unreadable';
  }
}

/** `Retry-After` in seconds or as a date, as a wait in ms; nonsense is ignored. */
export function retryAfter(header: string | null, now: number): Pick<Failure, 'retryAfter'> {
  if (header === null) return {};
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfter: Math.ceil(seconds * 1000) } : {};
}

function connectionCode(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/not permitted|not allowed|internal error/i.test(message)) return 'address_refused';
  if (/dns|resolve|getaddrinfo/i.test(message)) return 'unknown_host';
  if (/tls|ssl|certificate/i.test(message)) return 'tls_failed';
  return 'connection_failed';
}
