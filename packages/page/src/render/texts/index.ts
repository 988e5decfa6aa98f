// Which words a language has. A language without its own speaks English; a new one is one file and one line here.
import { chooseLanguage } from '../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { TextKey, Texts } from './en.ts';

export type { TextKey, Texts } from './en.ts';

const byLanguage: ReadonlyMap<string, Texts> = new Map([
  ['en', en],
  ['de', de],
]);

/** Languages whose words are all here. */
export const textLanguages: readonly string[] = [...byLanguage.keys()];

/** The words of a BCP 47 tag: its own, those that are closest, else English. */
export function textsFor(language: string): Texts {
  return byLanguage.get(chooseLanguage(textLanguages, [language]) ?? '') ?? en;
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
