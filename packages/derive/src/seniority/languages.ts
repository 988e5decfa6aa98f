// The languages in which job titles are read: those in which forms are shown. Their order does not matter.
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { TitleWords } from './levels.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { zh } from './zh.ts';

export const languages: readonly TitleWords[] = [en, de, fr, es, it, pt, nl, pl, sv, tr, ja, zh, ar, he];
