// One HTTP request as hostile as it needs to be: any bytes, with or without a length, over a connection that is
// kept or not. Node's `fetch` is too well-behaved for that.
import { type Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

export type Call = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Several parts are sent chunked, without a `content-length`. */
  readonly body?: string | Uint8Array | readonly (string | Uint8Array)[];
  readonly agent?: Agent;
  readonly timeoutMs?: number;
};

/** The whole answer; rejects when the connection breaks before its end. */
export async function call(url: string, options: Call = {}): Promise<Answer> {
  // Whoever was busy for long hears now which of the connections that they keep were closed meanwhile.
  await new Promise(setImmediate);
  return new Promise((resolve, reject) => {
    const { body = '' } = options;
    const isWhole = typeof body === 'string' || body instanceof Uint8Array;
    const length = isWhole ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const sent = request(url, {
      method: options.method ?? 'POST',
      headers: { ...length, ...options.headers },
      ...(options.agent === undefined ? {} : { agent: options.agent }),
      timeout: options.timeoutMs ?? 15_000,
    });
    let answered = false;
    sent.once('response', (response) => {
      answered = true;
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.once('timeout', () => sent.destroy(new Error(`No answer from ${url} in time.`)));
    sent.on('error', (error) => {
      // Who refuses a body half way through closes while we still send: the answer is what counts.
      if (!answered) reject(error);
    });
    for (const part of isWhole ? [body] : body) sent.write(part);
    sent.end();
  });
}
