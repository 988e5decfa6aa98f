// Which web addresses a webhook may call. Refuses everything that is not plainly public: private, loopback,
// link-local and reserved ranges in every spelling, names of this machine, credentials, unusual ports. The network
// beneath checks again when it connects, since a name may resolve to anything.

export type AddressPolicy = {
  /** Development and tests: private addresses and any port. */
  readonly allowPrivate: boolean;
  /** Exact `host:port` pairs that may be called although they are private. */
  readonly trusted: readonly string[];
};

export type AddressVerdict =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly code: string };

const ports = new Set(['', '80', '443', '8080', '8443']);

/** Says whether `target` may be called, and why not. */
export function checkAddress(target: string, policy: AddressPolicy): AddressVerdict {
  if (!URL.canParse(target)) return { ok: false, code: 'bad_url' };
  const url = new URL(target);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, code: 'bad_scheme' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'credentials_in_url' };
  if (policy.allowPrivate || policy.trusted.includes(url.host)) return { ok: true, url };
  if (!ports.has(url.port)) return { ok: false, code: 'port_refused' };
  if (!isPublicHost(url.hostname)) return { ok: false, code: 'private_address' };
  return { ok: true, url };
}

/** `hostname` as the URL parser leaves it: numeric IPv4 spellings are dotted by then, IPv6 is in brackets. */
export function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicV6(hostname.slice(1, -1));
  const v4 = parseV4(hostname);
  if (v4 !== null) return isPublicV4(v4);
  const name = hostname.replace(/\.+$/, '').toLowerCase();
  if (!name.includes('.')) return false;
  return !/(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|svc|arpa|onion|alt|test|invalid)$/.test(
    name,
  );
}

type V4 = readonly [number, number, number, number];

function parseV4(text: string): V4 | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.?$/.exec(text);
  if (match === null) return null;
  return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])];
}

// IANA's special-purpose registry for IPv4: https://www.iana.org/assignments/iana-ipv4-special-registry
function isPublicV4([a, b, c]: V4): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b <= 127) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b <= 31) return false;
  if (a === 192 && b === 168) return false;
  if (a === 192 && b === 0 && (c === 0 || c === 2)) return false;
  if (a === 192 && b === 88 && c === 99) return false;
  if (a === 198 && (b === 18 || b === 19)) return false;
  if (a === 198 && b === 51 && c === 100) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** The eight 16-bit groups of an address that the URL parser has already accepted and shortened. */
function groupsOf(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const parse = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
  const left = parse(head);
  if (tail === undefined) return left;
  const right = parse(tail);
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function v4Of(high: number, low: number): V4 {
  return [high >> 8, high & 255, low >> 8, low & 255];
}

function isPublicV6(text: string): boolean {
  const groups = groupsOf(text);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  // IPv4-mapped, IPv4-compatible and unspecified/loopback all begin with five empty groups.
  if (a === 0 && b === 0 && c === 0 && d === 0 && e === 0) return f === 0xffff && isPublicV4(v4Of(g, h));
  // NAT64 (64:ff9b::/96) and 6to4 (2002::/16) carry an IPv4 address inside; both are ways in by the back door.
  if (a === 0x64 && b === 0xff9b) return false;
  if (a === 0x2002) return false;
  // Only global unicast is public (2000::/3), without Teredo, benchmarking, ORCHID and documentation.
  if (a < 0x2000 || a > 0x3fff) return false;
  if (a === 0x2001 && b < 0x200) return false;
  if (a === 0x2001 && b === 0xdb8) return false;
  return !(a === 0x3fff && b < 0x1000);
}
