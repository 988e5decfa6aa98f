// Which lists are long. The browser's own list box finds what begins with the letters typed; more than that is asked of
// the script.
import type { Field } from '@baton/form';
import type { AttributeValue } from '../markup.ts';
import type { Texts } from '../texts/index.ts';

/** How many options are still shown at once. */
const inSight = 6;
/** How many can be found in a list box without typing. */
const seenAtOnce = 15;

/** Its options stand in a list box: all in sight are they only when they are few. */
export function isListed({ kind, options = [], search }: Field): boolean {
  return kind === 'country' || (kind === 'choice' && (options.length > inSight || search === true));
}

/** Its list, or its boxes, can be searched by typing: when there are many, unless the form says. */
export function isSearched(field: Field): boolean {
  const { kind, options = [], search = kind === 'country' || options.length > seenAtOnce } = field;
  return (kind === 'choices' || isListed(field)) && search;
}

/** The words with which the script lets it be searched, as attributes of what holds its options. */
export function searchWords(field: Field, texts: Texts): Readonly<Record<string, AttributeValue>> {
  return isSearched(field) ? { 'data-search': texts.search_found, 'data-none': texts.search_none } : {};
}
