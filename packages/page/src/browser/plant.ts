// Putting a form into somebody else's page: in a shadow root, with an adopted style sheet and no inline style or
// script, so that neither side's styles nor a strict Content-Security-Policy get in the way. A piece of the core
// (build/pieces.ts): a page of the form's own holds it already.
import { unfold } from '../render/fold.ts';
import { address } from './address.ts';
import { payload } from './payload.ts';
import { attempt } from './storage.ts';

declare const trustedTypes: {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
};

// A page that demands Trusted Types must allow the policy `baton`, each script's own. Elsewhere there may be none to ask.
const policy = attempt(() => trustedTypes.createPolicy('baton', { createHTML: (same) => same }));

/** Fills the element with the form; where the page forbids that, with the way to the form's own page. */
export const plant = (host: HTMLElement): HTMLFormElement | undefined => {
  const html = unfold(
    payload.html,
    payload.logic.steps.flatMap((step) => step.fields),
  );
  // In a document of its own: inside another form, or in a page written as XML, no form would come of it.
  const parsed = attempt(() =>
    new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html'),
  );
  if (!parsed) {
    const link = document.createElement('a');
    link.href = link.textContent = address;
    return void (host.firstChild ?? host.append(link));
  }
  // Light text means a dark page, whether or not the page says so: the browser's own parts of controls follow. Asked
  // before there is a form that would have to be styled for the answer.
  // However the page writes its colour (`rgb()`, `lab()`, `color()` …): how light it is, as texts in their order. Nothing here
  // is drawn with this property, which is `none` before, so no transition leads to it; a browser that cannot say so says
  // that, which comes earlier.
  host.style.stroke = 'oklch(from currentColor calc(l + .1) 0 0)';
  if (getComputedStyle(host).stroke > 'oklch(0.7') host.style.colorScheme = 'dark';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(payload.css);
  root.adoptedStyleSheets = [sheet];
  const [form] = parsed.forms;
  root.append(form ?? '');
  return form;
};
