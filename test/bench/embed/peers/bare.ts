// The least that an embed can be: a script that brings the same HTML and puts it there.
import { place } from './place.ts';

declare const HTML: string;
declare const CSS: string;

const root = place().attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);
root.adoptedStyleSheets = [sheet];
root.innerHTML = HTML;
