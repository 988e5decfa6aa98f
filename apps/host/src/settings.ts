// What the worker is told by its environment: the settings that were given, and those that follow from how it runs.

/** The settings the worker reads; the same names are secrets on Cloudflare. */
const settingNames = [
  'BATON_OWNER_KEY',
  'BATON_URL',
  'BATON_SMTP',
  'BATON_RESEND_KEY',
  'BATON_MAIL_FROM',
  'BATON_ALLOW_PRIVATE',
  'BATON_TRUSTED',
  'BATON_ADDRESS_HEADER',
  'BATON_TURNSTILE_SECRET',
  'BATON_LOG',
] as const;

/** The settings among an environment; empty ones count as absent, other variables are left out. */
export function settingsIn(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const name of settingNames) {
    const value = environment[name];
    if (value !== undefined && value !== '') settings[name] = value;
  }
  return settings;
}

/** The network blocks the worker's own `fetch` needs for the hosts it may reach although private. */
export function allowedBlocks(allowPrivate: boolean, trusted: readonly string[]): readonly string[] {
  if (allowPrivate) return ['public', 'private'];
  return [...new Set(['public', ...trusted.map(blockOf)])];
}

/** `127.0.0.1:8789` → `127.0.0.1/32`. A name may stand for any private address, so it opens them all. */
function blockOf(host: string): string {
  const address = host.replace(/:\d+$/, '');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return `${address}/32`;
  return address.startsWith('[') ? `${address.slice(1, -1)}/128` : 'private';
}
