// The two halves of an e-mail address. Refuses what has no company or provider behind it: no host, an IP
// literal, a host that is no domain name. Whether the mailbox exists is not asked.
// The reference takes the library's types along to every project that reads this source.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./punycode.d.ts" />
// As the default only: Node sees no names in its CommonJS.
import punycode from 'punycode.js';

/** Both halves in lower case; the host in ASCII, without a final dot. */
export type Mailbox = { readonly local: string; readonly host: string };

// At least two labels, the last of them no number: that would be an IPv4 address.
const domainName = /^(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** Null where the address has no domain name as its host. */
export function readMailbox(email: string): Mailbox | null {
  const address = email.trim();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 320) return null;
  const host = asciiHost(address.slice(at + 1).toLowerCase());
  if (host.length > 253 || !domainName.test(host)) return null;
  return { local: address.slice(0, at).toLowerCase(), host };
}

/**
 * The host as DNS knows it. Compatibility forms (full-width letters, the ideographic full stop) become the plain
 * ones before RFC 3492 applies; letters such as ß keep a name of their own, as in IDNA 2008.
 */
function asciiHost(host: string): string {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  // oxlint-disable-next-line no-control-regex, import/no-named-as-default-member -- all of ASCII; Node sees no names
  return /^[\x00-\x7f]*$/.test(name) ? name : punycode.toASCII(name.normalize('NFKC').toLowerCase());
}
