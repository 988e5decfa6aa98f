// The frame around every page behind and before the sign-in, and the headers that it is served with. Styles and
// scripts run by a nonce of this one answer; nothing that stands in the page itself is ever run.
import { randomBytes } from 'node:crypto';
import { html, type Markup } from '@baton/page/markup';
import { pageHeaders } from '../page-headers.ts';
import type { SignedIn } from '../gate/sessions.ts';

export type GatePage = {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
  /** Whose page it is; without one it is a page before the sign-in. */
  readonly of?: { readonly signedIn: SignedIn; readonly at: NavItem | null };
};

type NavItem = 'forms' | 'account' | 'people' | 'keys';

/** Where one can go; what only admins may see is shown to them alone. */
const nav: readonly { readonly at: NavItem; readonly label: string; readonly admins?: true }[] = [
  { at: 'forms', label: 'Forms' },
  { at: 'people', label: 'People', admins: true },
  { at: 'keys', label: 'Keys', admins: true },
  { at: 'account', label: 'Account' },
];

const mark = html`<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" fill="#4f60e4" />
  <path d="M10 22 22 10" stroke="#fff" stroke-width="6" stroke-linecap="round" />
</svg>`;

/** The answer that shows a page. */
export function gatePage(page: GatePage): Response {
  const nonce = randomBytes(16).toString('base64url');
  const policy = {
    'style-src': `'nonce-${nonce}'`,
    'script-src': `'nonce-${nonce}'`,
    'connect-src': "'self'",
    'img-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return new Response(documentOf(page, nonce), {
    status: page.status ?? 200,
    headers: {
      ...pageHeaders(policy),
      // An address may hold a link's secret: no other website hears it. Ours must, or the browser hides the Origin.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}

function documentOf({ title, body, of }: GatePage, nonce: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title} · Baton</title>
        <link rel="stylesheet" href="/gate/page.css" nonce="${nonce}" />
        <script src="/gate/page.js" nonce="${nonce}" defer></script>
      </head>
      <body>
        ${of === undefined ? before(body) : behind(body, of)}
      </body>
    </html>`.toString();
}

function before(body: Markup): Markup {
  return html`<main class="narrow">
    <div class="sign">${mark}<span>Baton</span></div>
    <div class="card">${body}</div>
  </main>`;
}

function behind(body: Markup, { signedIn, at }: NonNullable<GatePage['of']>): Markup {
  return html`<a class="skip" href="#main">Skip to the page</a>
    <header class="bar">
      <div>
        <div class="sign">${mark}<span>${signedIn.membership?.name ?? 'Baton'}</span></div>
        <nav aria-label="Baton">
          ${nav
            .filter(({ admins }) => admins !== true || signedIn.membership?.role === 'admin')
            .map(
              (item) =>
                html`<a href="/${item.at}" ${item.at === at ? html`aria-current="page"` : null}
                  >${item.label}</a
                >`,
            )}
        </nav>
      </div>
    </header>
    <main id="main">${body}</main>`;
}

/** What was just done, said once above the page. */
export function noticeOf(notice: string | null): Markup | null {
  return notice === null ? null : html`<p class="notice" role="status">${notice}</p>`;
}
