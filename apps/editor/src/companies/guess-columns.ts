// Which column of somebody's table is probably which part of a target account.
import type { CsvRow } from '@baton/workspace/csv';
import { guessParts, type Guessed } from '../tables/guess-parts.ts';

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

// Exact words before words among others.
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

const looks: Readonly<Partial<Record<AccountPart, RegExp>>> = {
  domain: /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i,
  owner: /^[^\s@]+@[^\s@]+$/,
};

const parts = accountParts.map((id): Guessed<AccountPart> => {
  const like = looks[id];
  return {
    id,
    named: named[id].map((pattern) => (name: string) => pattern.test(name)),
    ...(like === undefined ? {} : { looks: (cell: string) => like.test(cell) }),
  };
});

export function guessColumns(header: readonly string[], rows: readonly CsvRow[]): Columns {
  return Object.fromEntries(guessParts(header, rows, parts));
}
