// Which language is spoken to a visitor, and which way it is written. Likely scripts and regions are those of
// Unicode's tables, so that Taiwan is offered traditional characters before simplified ones.

/** Scripts that are written from right to left. */
const rightToLeft: ReadonlySet<string | undefined> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
]);

/**
 * The first wish that can be met, as one of `spoken`; undefined: none can. A wish is met by its own tag, else by its
 * language in the same script, its region or its parent first, else by its language in another script.
 * @param spoken BCP 47 tags, the preferred first.
 * @param wishes BCP 47 tags in order; what is no tag is passed over.
 */
export function chooseLanguage(
  spoken: readonly string[],
  wishes: Iterable<string | null | undefined>,
): string | undefined {
  for (const wish of wishes) {
    const wanted = localeOf(wish ?? '');
    let best: string | undefined;
    let closest = 0;
    for (const tag of wanted ? spoken : []) {
      const fit = fitOf(localeOf(tag), wanted);
      if (fit > closest) [best, closest] = [tag, fit];
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** The languages of `Accept-Language`, the most wanted first; without those that are refused (`q=0`), and `*`. */
export function acceptedLanguages(header: string | null | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && localeOf(tag) !== undefined)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** The way a language is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(localeOf(language)?.maximize().script) ? 'rtl' : 'ltr';
}

function fitOf(tag: Intl.Locale | undefined, wish: Intl.Locale | undefined): number {
  if (tag === undefined || wish === undefined || tag.language !== wish.language) return 0;
  if (tag.baseName === wish.baseName) return 5;
  const [likely, wanted] = [tag.maximize(), wish.maximize()];
  if (likely.script !== wanted.script) return 1;
  if (likely.region === wanted.region) return 4;
  return tag.region === undefined ? 3 : 2;
}

/** `de_AT` is a common slip. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
