// What a page's Content-Security-Policy lets in, as far as a form needs it. Pure: https://www.w3.org/TR/CSP3/#match-url-to-source-expression
// What is uncertain counts as let in: a check that cries wolf is not read again.

export type Need = {
  readonly directive: 'script-src' | 'connect-src' | 'frame-src' | 'form-action';
  readonly url: URL;
  /** The page itself, for `'self'`. */
  readonly page: URL;
  /** Of the script's tag. */
  readonly nonce: string | null;
};

/** What speaks for a directive that is not there. */
const instead: Readonly<Record<Need['directive'], readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'form-action': ['form-action'],
};

/** Whether a header or a meta element, which may hold several policies, refuses what is needed. */
export function refuses(policies: string, need: Need): boolean {
  return policies.split(',').some((policy) => refusesOne(policy, need));
}

function refusesOne(policy: string, need: Need): boolean {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    // The first of a name counts.
    if (key !== '' && !directives.has(key)) directives.set(key, sources);
  }
  const name = instead[need.directive].find((one) => directives.has(one));
  const sources = name === undefined ? undefined : directives.get(name);
  if (sources === undefined) return false;
  const isScript = need.directive === 'script-src';
  if (isScript && need.nonce !== null && sources.includes(`'nonce-${need.nonce}'`)) return false;
  // Then only what another script has put there, or what has a nonce or hash, is let in.
  if (isScript && sources.some((one) => one.toLowerCase() === "'strict-dynamic'")) return true;
  return !sources.some((source) => matches(source, need));
}

function matches(source: string, { url, page }: Need): boolean {
  if (source === '*') return /^(https?|wss?):$/.test(url.protocol);
  if (source.toLowerCase() === "'self'") return url.origin === page.origin;
  if (source.startsWith("'")) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1]?.toLowerCase();
  if (scheme !== undefined) return isScheme(scheme, url.protocol.slice(0, -1));
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source);
  if (parts === null) return false;
  const [, given, host = '', port, path] = parts;
  const wanted = given?.toLowerCase() ?? page.protocol.slice(0, -1);
  return (
    isScheme(wanted, url.protocol.slice(0, -1)) &&
    isHost(host.toLowerCase(), url.hostname) &&
    isPort(port, wanted, url) &&
    isPath(path, url.pathname)
  );
}

/** A source that asks for http takes https as well. */
function isScheme(wanted: string, scheme: string): boolean {
  return wanted === scheme || (wanted === 'http' && scheme === 'https');
}

function isHost(wanted: string, host: string): boolean {
  if (wanted === '*') return true;
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

function isPort(wanted: string | undefined, scheme: string, url: URL): boolean {
  if (wanted === '*') return true;
  const usual = { http: '80', https: '443' };
  const actual = url.port === '' ? (url.protocol === 'https:' ? usual.https : usual.http) : url.port;
  if (wanted !== undefined) return wanted === actual || (wanted === usual.http && actual === usual.https);
  return (
    actual === (scheme === 'https' ? usual.https : usual.http) ||
    (url.protocol === 'https:' && actual === usual.https)
  );
}

function isPath(wanted: string | undefined, path: string): boolean {
  if (wanted === undefined || wanted === '/') return true;
  return wanted.endsWith('/') ? path.startsWith(wanted) : path === wanted;
}
