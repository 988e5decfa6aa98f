// The submission's id: minted in the browser before the first try, a secret between it and the worker.

/** A version 4 UUID (RFC 9562). `crypto.randomUUID` is missing on pages without TLS, random bytes are not. */
export function mintId(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (+digit ^ (Number(crypto.getRandomValues(new Uint8Array(1))) & (15 >> (+digit / 4)))).toString(16),
  );
}
