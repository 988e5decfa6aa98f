// The submission's id: minted in the browser before the first try, a secret between it and the worker.

/**
 * A version 4 UUID (RFC 9562). A page without TLS, where others may listen anyhow, has no `randomUUID`; there the
 * browser makes one for the address of a blob (W3C File API), which is empty and goes with the page.
 */
export function mintId(): string {
  const source: Partial<Crypto> = crypto;
  return source.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);
}
