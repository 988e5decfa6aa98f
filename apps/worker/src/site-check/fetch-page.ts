// A page of a website as anybody would get it: with one GET and at most three redirects, each to a public address, within
// ten seconds in all, and no more of it than two megabytes. Anything but HTML is left unread.
import { checkAddress, type AddressPolicy } from '../channels/address.ts';
import { tryLimit } from '../channels/channel.ts';
import { connectionCode, isSuccess } from '../channels/http-post.ts';

const mostRedirects = 3;
const mostBytes = 2 * 1024 * 1024;

type Unread = {
  readonly kind: 'unread';
  /** Where it ended. */
  readonly url: string;
  readonly code: string;
  readonly status: number | null;
};

type Page = {
  readonly kind: 'page';
  readonly url: URL;
  readonly status: number;
  /** The `Content-Security-Policy` of the answer. */
  readonly policy: string | null;
  readonly html: ReadableStream<Uint8Array>;
  /** Once it is read: the page was larger than what was read of it. */
  readonly isCut: () => boolean;
};

/** Fetches a page and has `read` read it, within the time that there is for both. */
export async function withPage<T>(
  target: string,
  policy: AddressPolicy,
  fetcher: typeof fetch,
  read: (page: Page) => Promise<T>,
): Promise<Unread | { readonly kind: 'read'; readonly value: T }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), tryLimit);
  let at = target;
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const address = checkAddress(at, policy);
      if (!address.ok) return { kind: 'unread', url: at, code: address.code, status: null };
      const { url } = address;
      const response = await fetcher(url.href, {
        headers: {
          accept: 'text/html,application/xhtml+xml',
          'user-agent': 'Mozilla/5.0 (compatible; Baton site check)',
        },
        redirect: 'manual',
        signal: stop.signal,
      });
      const { status } = response;
      const next = response.headers.get('location');
      if (status >= 300 && status < 400 && next !== null) {
        if (!URL.canParse(next, url)) return { kind: 'unread', url: url.href, code: 'bad_redirect', status };
        at = new URL(next, url).href;
        continue;
      }
      const unread = (code: string): Unread => ({ kind: 'unread', url: url.href, code, status });
      if (!isSuccess(status)) return unread('http_error');
      if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('content-type') ?? '')) {
        return unread('not_html');
      }
      if (response.body === null) return unread('empty');
      const limited = limitedTo(mostBytes, response.body);
      const page: Page = {
        kind: 'page',
        url,
        status,
        policy: response.headers.get('content-security-policy'),
        html: limited.stream,
        isCut: limited.isCut,
      };
      return { kind: 'read', value: await read(page) };
    }
    return { kind: 'unread', url: at, code: 'too_many_redirects', status: null };
  } catch (error) {
    const code = stop.signal.aborted ? 'timeout' : connectionCode(error);
    return { kind: 'unread', url: at, code, status: null };
  } finally {
    clearTimeout(timer);
    // What was not read must not go on coming.
    stop.abort();
  }
}

function limitedTo(
  most: number,
  body: ReadableStream<Uint8Array>,
): { readonly stream: ReadableStream<Uint8Array>; readonly isCut: () => boolean } {
  let left = most;
  let isCut = false;
  const stream = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk.subarray(0, left));
        isCut = chunk.byteLength > left;
        left -= chunk.byteLength;
        if (isCut) controller.terminate();
      },
    }),
  );
  return { stream, isCut: () => isCut };
}
