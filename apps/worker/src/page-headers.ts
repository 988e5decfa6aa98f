// The headers of every page that people see: what it may load, who may frame it, and nothing else.
import { createHash } from 'node:crypto';

/** A source for `style-src` or `script-src` that allows exactly this inline text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Headers for an HTML page. `policy` is its Content-Security-Policy, directive by directive. */
export function pageHeaders(policy: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': Object.entries({ 'default-src': "'none'", 'base-uri': "'none'", ...policy })
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
}
