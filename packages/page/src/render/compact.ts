// Style sheets as they are served.

/** Without what only a reader needs. These sheets hold no strings and no combinators without blanks. */
export function compact(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replaceAll(';}', '}')
    .trim();
}
