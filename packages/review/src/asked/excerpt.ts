// A few words of a text around a term, without what leads to a person.
import { withoutContacts } from './read-words.ts';

/** Characters on each side of the term. */
const around = 90;

export function excerptOf(text: string, term: string): string {
  const plain = withoutContacts(text.normalize('NFKC')).replace(/\s+/gu, ' ').trim();
  const at = Math.max(0, plain.toLowerCase().replaceAll('’', "'").indexOf(term));
  const from = wordStart(plain, Math.max(0, at - around));
  const to = wordEnd(plain, Math.min(plain.length, at + term.length + around));
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to).trim()}${to < plain.length ? ' …' : ''}`;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > 20 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space === -1 || at - space > 20 ? at : space;
}
