// How a text's `{gaps}` are filled and its plural is found, in the page and in the script.
import type { Issue } from '@baton/rules';

/** Words for a number of things, by plural category; `other` for those that have none of their own. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Fills `{name}` from the params; a gap without a param stays as it is. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap));
}

/** The words for that many. `language` is a BCP 47 tag. */
export function inflect(words: Plural, count: number, language: string): string {
  return words[new Intl.PluralRules(language).select(count)] ?? words.other;
}

/** What an issue's sentence is called among the words of the script: its code, and its limit where it names one. */
export function sentenceKey(code: string, params: Issue['params']): string {
  return code + Object.values(params ?? {}).join();
}
