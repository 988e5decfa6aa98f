// The nonce of this very answer, without which the page's policy lets no style in.

/** Empty where the page has none, as in tests. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
