// Putting a form into somebody else's page: in a shadow root, with an adopted style sheet and no inline style or
// script, so that neither side's styles nor a strict Content-Security-Policy get in the way.
import { payload } from './payload.ts';
import { attempt } from './storage.ts';

declare const trustedTypes: {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
};

// A page that demands Trusted Types must allow the policy `baton`, once for each script. Elsewhere there may be none to
// ask.
const policy = attempt(() => trustedTypes.createPolicy('baton', { createHTML: (same) => same }));

/** Fills the element with the form. Throws what the browser throws when the page forbids it. */
export function plant(host: HTMLElement): HTMLFormElement | null {
  const { html, css } = payload;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = policy?.createHTML(html) ?? html;
  // Light text means a dark page, whether or not the page says so: the browser's own parts of controls follow.
  const [red = 0, green = 0, blue = 0] =
    getComputedStyle(host)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  if (red * 3 + green * 6 + blue > 1270) host.style.colorScheme = 'dark';
  return root.querySelector('form');
}
