// Which words a language has. A language without its own speaks English; a new one is one file, one line here, and one
// where the editor loads it for its canvas.
import { chooseLanguage } from '../language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { zh } from './zh.ts';
import type { Texts } from './en.ts';

export { isTextKey } from './en.ts';
export type { TextKey, Texts } from './en.ts';

const byLanguage: ReadonlyMap<string, Texts> = new Map([
  ['en', en],
  ['de', de],
  ['fr', fr],
  ['es', es],
  ['it', it],
  ['pt', pt],
  ['nl', nl],
  ['pl', pl],
  ['sv', sv],
  ['tr', tr],
  ['ja', ja],
  ['zh', zh],
  ['ar', ar],
  ['he', he],
]);

/** Languages whose words are all here. */
export const textLanguages: readonly string[] = [...byLanguage.keys()];

/** The words of a BCP 47 tag: its own, those that are closest, else English. */
export function textsFor(language: string): Texts {
  return byLanguage.get(chooseLanguage(textLanguages, [language]) ?? '') ?? en;
}
