// Shows a mail's own HTML without trusting it: no script, no form, nothing fetched from elsewhere; links open in a
// tab of their own.
import type { ServerResponse } from 'node:http';

// `allow-same-origin` without `allow-scripts` lets the letterbox measure the height, and nothing run.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** The mail's HTML as a document of its own; sets the policy it is shown under. */
export function mailPreview(mail: string, response: ServerResponse): string {
  response.setHeader('content-security-policy', policy);
  response.setHeader('referrer-policy', 'no-referrer');
  return `<!doctype html><meta charset="utf-8"><base target="_blank">${mail}`;
}
