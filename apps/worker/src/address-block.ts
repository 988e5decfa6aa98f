// The block of addresses that a request came from, for limits: of IPv4 the first three numbers, of IPv6 the first four
// groups (what one household or one server has). Believes nothing that a visitor could have written: only the header
// that the operator names, else the connection itself.

/** Where proxies write whom they speak for. With one there, the connection is the proxy's. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * @param connection the address at the other end of the connection, as far as the host tells
 * @param header the header that the nearest proxy sets (`BATON_ADDRESS_HEADER`)
 */
export function addressBlock(
  headers: Headers,
  connection: unknown,
  header: string | undefined,
): string | null {
  if (header !== undefined) {
    // Each proxy adds to the end what it has seen itself; the rest is hearsay.
    return blockOf(headers.get(header)?.split(',').at(-1) ?? '');
  }
  if (typeof connection !== 'string' || forwarding.some((name) => headers.has(name))) return null;
  return blockOf(connection);
}

/** Null for what is no address. A port is left out. */
export function blockOf(text: string): string | null {
  const address = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1');
  const four = numbersOf(address.replace(/:\d+$/, ''));
  if (four !== null) return `${four.slice(0, 3).join('.')}.0/24`;
  const groups = groupsOf(address.replace(/%.*$/, ''));
  if (groups === null) return null;
  const [seventh = '0', eighth = '0'] = groups.slice(6);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return `${groups.slice(0, 4).join(':')}::/64`;
  const [high, low] = [parseInt(seventh, 16), parseInt(eighth, 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.0/24`;
}

/** The eight groups of an IPv6 address, without leading zeros; its last two may be written as IPv4. */
function groupsOf(address: string): string[] | null {
  const [head = '', tail, ...more] = address.toLowerCase().split('::');
  if (more.length > 0 || !address.includes(':')) return null;
  const before = partsOf(head);
  const after = partsOf(tail ?? '');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return all.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? all.map((group) => group.replace(/^0+(?=.)/, ''))
    : null;
}

function partsOf(text: string): string[] {
  const groups = text === '' ? [] : text.split(':');
  const numbers = numbersOf(groups.at(-1) ?? '');
  if (numbers === null) return groups;
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
  return [...groups.slice(0, -1), ((first << 8) | second).toString(16), ((third << 8) | fourth).toString(16)];
}

/** The four numbers of an IPv4 address. */
function numbersOf(text: string): number[] | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null;
  const numbers = text.split('.').map(Number);
  return numbers.some((number) => number > 255) ? null : numbers;
}
