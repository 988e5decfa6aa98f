// Addresses that a form document may hold: the websites that embed it, and where an outcome sends the visitor.
// Refuses every scheme but the web's own, users and passwords, and the back-slashes that browsers read as slashes.

const host = '[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?';
const website = new RegExp(`^(https?)://(${host})(?::(\\d{1,5}))?/?$`);
const redirect = new RegExp(`^(https?)://(${host})(?::\\d{1,5})?(?:[/?#][^\\s\\\\\\p{C}]*)?$`, 'u');

/** The origin that a browser would send for this website; undefined: it is more, or less, than an origin. */
export function toOrigin(text: string): string | undefined {
  const [, scheme = '', name = '', port] = website.exec(text.trim().toLowerCase()) ?? [];
  if (name === '') return undefined;
  const isUsual = port === undefined || Number(port) === (scheme === 'https' ? 443 : 80);
  return isUsual ? `${scheme}://${name}` : `${scheme}://${name}:${Number(port)}`;
}

/** Whether a visitor may be sent there: https, or http on this very machine. */
export function isRedirect(text: string): boolean {
  const [, scheme, name = ''] = redirect.exec(lowerHost(text)) ?? [];
  return scheme === 'https' || (scheme === 'http' && (name === 'localhost' || name === '127.0.0.1'));
}

/** Whether it is an address by https. */
export function isSecure(text: string): boolean {
  return isRedirect(text) && /^https:/i.test(text);
}

/** Scheme and host are the same in any case, the rest is not. */
function lowerHost(text: string): string {
  return text.replace(/^https?:\/\/[^/?#]*/i, (start) => start.toLowerCase());
}
