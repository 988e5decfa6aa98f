// Languages by their names, in English and in their own words, and which of them somebody may mean.

const english = new Intl.DisplayNames(['en'], { type: 'language' });

/** What people translate forms into, the most spoken on the web first. Any other can be had by its tag. */
const common =
  'en de fr es it pt nl pl sv da nb fi cs sk sl hr sr bg ro hu el tr uk ru et lv lt is ga ca eu gl cy sq mk bs mt ' +
  'ja zh ko zh-Hant pt-BR es-MX fr-CA en-GB de-AT de-CH vi th id ms tl hi bn ta te mr gu pa ur fa ar he ka hy az kk uz ' +
  'sw am af zu';

export type LanguageName = { readonly tag: string; readonly name: string; readonly own: string };

export function nameLanguage(tag: string): LanguageName {
  return { tag, name: named(english, tag), own: ownName(tag) };
}

function ownName(tag: string): string {
  try {
    return named(new Intl.DisplayNames([tag], { type: 'language' }), tag);
  } catch {
    return tag;
  }
}

function named(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

let all: readonly LanguageName[] | undefined;

/** Those whose name or tag holds what was typed; last the tag itself, where it is one that nobody listed. */
export function findLanguages(typed: string, taken: ReadonlySet<string>): readonly LanguageName[] {
  all ??= common.split(' ').map(nameLanguage);
  const wanted = plain(typed);
  const found = all
    .filter(({ tag }) => !taken.has(tag))
    .filter((language) => Object.values(language).some((text) => plain(text).includes(wanted)))
    .sort((one, other) => rank(one, wanted) - rank(other, wanted));
  const tag = canonical(typed.trim());
  const isNew = tag !== undefined && !taken.has(tag) && !found.some((language) => language.tag === tag);
  return isNew && found.length === 0 ? [nameLanguage(tag)] : found;
}

function rank({ tag, name, own }: LanguageName, wanted: string): number {
  if (wanted === '') return 0;
  if (plain(tag) === wanted) return 0;
  return plain(name).startsWith(wanted) || plain(own).startsWith(wanted) ? 1 : 2;
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** As the form document takes them. */
function canonical(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
