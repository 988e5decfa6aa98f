// What a program that Baton starts gets of this machine's environment: no more than it needs to find its way, and
// never somebody's credentials.
import { delimiter, dirname } from 'node:path';

const kept = ['HOME', 'TMPDIR', 'LANG', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];

/** The environment, with this Node first in PATH, offline where a tool would call home. */
export function hostEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
    // Its banner asks the registry for a newer version.
    WRANGLER_HIDE_BANNER: 'true',
  };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
