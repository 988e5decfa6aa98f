// The sentence for an issue with an answer. Its limit is known when the form is drawn, so plurals, numbers and days
// are written here, as the language writes them, and the script is handed whole sentences.
import type { Issue } from '@baton/rules';
import { isTextKey } from './texts/en.ts';
import type { Texts } from './texts/index.ts';
import { fill, inflect } from './wording.ts';

/** The sentence; a code without words of its own asks to check the answer. `language` is a BCP 47 tag. */
export function wordIssue(
  texts: Texts,
  { code, params = {} }: Pick<Issue, 'code' | 'params'>,
  language: string,
): string {
  const [limit] = Object.values(params);
  const text = texts[isTextKey(code) ? code : 'invalid'];
  const words = typeof text === 'string' ? text : inflect(text, Number(limit), language);
  const written = Object.entries(params).map(([name, value]) => [name, write(value, language)]);
  return fill(words, Object.fromEntries(written));
}

function write(value: string | number, language: string): string {
  if (typeof value === 'number') return value.toLocaleString(language, { maximumFractionDigits: 20 });
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  return new Date(value).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}
