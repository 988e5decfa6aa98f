// Styles of parts that only some forms have; adopted, so a strict Content-Security-Policy has nothing to say.

/** Adds rules to whatever the form stands in. */
export function addStyles(form: HTMLFormElement, css: string): void {
  const root = form.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
