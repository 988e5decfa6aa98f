// Which column of somebody's table is probably which part of a target account, by its name, else by what stands in it.
// A guess to begin with: people see it and may say otherwise.
import type { CsvRow } from '@baton/workspace/csv';

export const accountParts = ['domain', 'list', 'tier', 'name', 'owner'] as const;
export type AccountPart = (typeof accountParts)[number];
export type Columns = Readonly<Partial<Record<AccountPart, string>>>;

export const partNames: Readonly<Record<AccountPart, string>> = {
  domain: 'Domain or website',
  list: 'List',
  tier: 'Account tier',
  name: 'Company name',
  owner: 'Owner’s e-mail',
};

// The first pattern that a free column's name fits wins: exact words before words among others.
const named: Readonly<Record<AccountPart, readonly RegExp[]>> = {
  domain: [/^(company |account |e-?mail |web)?domain$/, /domain|website|web site|homepage|\burl\b|\bsite\b/],
  list: [/^(target |account )?list( name)?$/, /\blist\b|segment/],
  tier: [/^(account |target )?tier$/, /\btier\b|\bgrade\b|priority|\bclass\b/],
  name: [
    /^(company|account|organi[sz]ation|name)$/,
    /(company|account|organi[sz]ation) name|\bcompany\b|\baccount\b/,
  ],
  owner: [
    /^(account |lead )?owner( e-?mail)?$/,
    /owner|\brep\b|sales ?person|account (executive|manager)|assigned/,
  ],
};

/**
 * @param header the names, as they stand in the file
 * @param rows some of what stands below
 */
export function guessColumns(header: readonly string[], rows: readonly CsvRow[]): Columns {
  const free = new Set(header.map((_, index) => index));
  const found: Partial<Record<AccountPart, string>> = {};
  const take = (part: AccountPart, index: number): void => {
    free.delete(index);
    found[part] = header[index] ?? '';
  };
  for (const rank of [0, 1]) {
    for (const part of accountParts) {
      if (found[part] !== undefined) continue;
      const pattern = named[part][rank];
      const index = [...free].find((place) => pattern?.test(plain(header[place] ?? '')));
      if (index !== undefined) take(part, index);
    }
  }
  if (found.domain === undefined) {
    const index = [...free].find((place) =>
      mostly(rows, place, /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i),
    );
    if (index !== undefined) take('domain', index);
  }
  if (found.owner === undefined) {
    const index = [...free].find((place) => mostly(rows, place, /^[^\s@]+@[^\s@]+$/));
    if (index !== undefined) take('owner', index);
  }
  return found;
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ');
}

function mostly(rows: readonly CsvRow[], place: number, pattern: RegExp): boolean {
  const cells = rows.map(({ cells }) => (cells[place] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length;
}
