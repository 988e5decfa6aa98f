// The domain that stands for a company: what somebody registered under a public suffix. Platforms that give each
// customer a name of its own count as suffixes, so that their customers are not taken for one company.
import { getDomain } from 'tldts';

const asHost = { extractHostname: false, validateHostname: false } as const;

// Beside the private section of the Public Suffix List: a Microsoft 365 tenant's mail before it has a domain.
const tenants = {
  ...asHost,
  allowPrivateDomains: true,
  extraSuffixes: { private: ['onmicrosoft.com', 'onmicrosoft.de', 'partner.onmschina.cn'] },
};

/**
 * The registrable domain of a host in lower-case ASCII: `mail.acme.co.uk` gives `acme.co.uk`, `foo.github.io`
 * itself, and a platform's own name (`github.io`), being nobody's tenant, itself too. Null: the host is a suffix
 * such as `co.uk`.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host, tenants) ?? getDomain(host, asHost);
}

/** The host and its parents down to two labels: `a.b.c.de` gives itself, `b.c.de`, `c.de`. */
export function isUnder(host: string, domains: ReadonlySet<string>): boolean {
  for (let name = host; ;) {
    if (domains.has(name)) return true;
    const dot = name.indexOf('.');
    if (dot < 0) return false;
    name = name.slice(dot + 1);
  }
}
