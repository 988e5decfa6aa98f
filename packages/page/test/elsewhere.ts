// Pages of somebody else's website: the same server under another name is another origin to a browser.
import type { Website } from './website.ts';

/** The website's address under its other name. */
export function elsewhere({ url }: Website): string {
  return url.replace('127.0.0.1', 'localhost');
}

/** The line that embeds the form, as it is given to a website's developer. */
export function embedLine({ url }: Website, attributes = ''): string {
  return `<script async src="${url}/f/demo.js"${attributes && ` ${attributes}`}></script>`;
}
