// Which column of a table of leads is probably which attribute: by the names that people give such columns, by the
// attribute's own, else by what stands in it.
import type { Attribute } from '@baton/rules';
import { cellTypes } from '@baton/workspace/cells';
import type { CsvRow } from '@baton/workspace/csv';
import { guessParts, plainName, type Guessed } from '../../tables/guess-parts.ts';

// Names that tables from elsewhere have for what many workspaces ask, by the attribute's id.
const usual: readonly (readonly [id: RegExp, names: RegExp])[] = [
  [/^e?mail/, /^(work |business |contact )?e-?mail( address)?$|^mail$/],
  [/^(name|full_name|contact_name)$/, /^(full |contact |lead )?name$|^contact$/],
  [/^(first_name|firstname|given_name)$/, /^(first|given) ?name$|^vorname$/],
  [/^(last_name|lastname|family_name)$/, /^(last|family|sur) ?name$|^nachname$/],
  [/^(company|company_name|organi[sz]ation)$/, /^(company|account|organi[sz]ation|firma)( name)?$/],
  [/^(phone|phone_number|mobile)$/, /^(phone|mobile|tel|telephone|telefon)( number| no\.?)?$/],
  [/title|position/, /^(job )?(title|position|role|function)$/],
  [/country/, /^country|^land$/],
  [/size|employees/, /employees|company size|headcount/],
  [/website|url/, /website|web site|homepage|^url$/],
];

const looksOf: Readonly<Partial<Record<Attribute['type'], RegExp>>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^\+?[\d\s()./-]{7,}$/,
};

/** By attribute id, its column. Those that are archived are not asked for. */
export function guessAttributes(
  header: readonly string[],
  rows: readonly CsvRow[],
  attributes: readonly Attribute[],
): ReadonlyMap<string, string> {
  return guessParts(header, rows, attributes.filter(({ archived }) => archived !== true).map(guessed));
}

function guessed(attribute: Attribute): Guessed<string> {
  const { id, label, type, options = [] } = attribute;
  const [own, said] = [plainName(id), plainName(label)];
  const known = usual.filter(([of]) => of.test(id)).map(([, names]) => names);
  const words = said.split(' ').filter((word) => word.length > 2);
  const pattern = looksOf[type];
  return {
    id,
    named: [
      (name) => name === own || name === said,
      (name) => known.some((names) => names.test(name)),
      // Of a label of several words a column has them all.
      (name) => words.length > 1 && words.every((word) => name.includes(word)),
    ],
    ...(pattern !== undefined && { looks: (cell: string) => pattern.test(cell) }),
    // Only its own options stand in it.
    ...(options.length > 0 && { looks: (cell: string) => cellTypes[type].read(cell, options) !== undefined }),
  };
}
