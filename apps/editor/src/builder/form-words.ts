// What the form itself says on what is drawn of it: English is always there, another language is loaded where a form
// speaks it.
import { chooseLanguage } from '@baton/page/language';
import type { Words } from '@baton/page/canvas';
import { en, type Texts } from '@baton/page/texts/en';

const loaders: Readonly<Record<string, () => Promise<Texts>>> = {
  de: async () => (await import('@baton/page/texts/de')).de,
  fr: async () => (await import('@baton/page/texts/fr')).fr,
  es: async () => (await import('@baton/page/texts/es')).es,
  it: async () => (await import('@baton/page/texts/it')).it,
  pt: async () => (await import('@baton/page/texts/pt')).pt,
  nl: async () => (await import('@baton/page/texts/nl')).nl,
  pl: async () => (await import('@baton/page/texts/pl')).pl,
  sv: async () => (await import('@baton/page/texts/sv')).sv,
  tr: async () => (await import('@baton/page/texts/tr')).tr,
  ja: async () => (await import('@baton/page/texts/ja')).ja,
  zh: async () => (await import('@baton/page/texts/zh')).zh,
  ar: async () => (await import('@baton/page/texts/ar')).ar,
  he: async () => (await import('@baton/page/texts/he')).he,
};

/** In the order of `textLanguages`, whose texts these are. */
export const wordLanguages: readonly string[] = ['en', ...Object.keys(loaders)];

const known = new Map<string, Words>();
const underWay = new Map<string, Promise<Words>>();

/** Undefined: they are not loaded yet. The very same object for the same language. */
export function knownWords(language: string): Words | undefined {
  const there = known.get(language);
  if (there !== undefined) return there;
  const spoken = chooseLanguage(wordLanguages, [language]) ?? 'en';
  return spoken === 'en' ? keep({ language, spoken, texts: en }) : undefined;
}

/** The very same promise while they are on their way. Where the network is gone, the form speaks English for now. */
export function loadWords(language: string): Promise<Words> {
  const there = underWay.get(language);
  if (there !== undefined) return there;
  const coming = load(language);
  underWay.set(language, coming);
  return coming;
}

async function load(language: string): Promise<Words> {
  const spoken = chooseLanguage(wordLanguages, [language]) ?? 'en';
  try {
    const texts = (await loaders[spoken]?.()) ?? en;
    return keep({ language, spoken, texts });
  } catch (error) {
    console.warn('Baton: the words of this language could not be loaded.', error);
    underWay.delete(language);
    return { language, spoken: 'en', texts: en };
  }
}

function keep(words: Words): Words {
  known.set(words.language, words);
  return words;
}
