// What became of a table of leads, and why a row was not taken, in words. Pure.
import type { Attribute } from '@baton/rules';
import type { ImportedLeads } from '@baton/worker/api-types';
import { stateNames } from '../stage-words.ts';

export const originNames = {
  sales: 'Sales met them',
  event: 'An event',
  partner: 'A partner',
} as const;

export type Origin = keyof typeof originNames;

export function readOrigin(value: string): Origin {
  return value === 'event' || value === 'partner' ? value : 'sales';
}

const whys: Readonly<Record<string, string>> = {
  required: 'is missing',
  not_an_option: 'is none of the options',
  not_email: 'is no e-mail address',
  not_phone: 'is no telephone number',
  not_url: 'is no address of a website',
  not_number: 'is no number',
  not_date: 'is no day',
  not_country: 'is no country',
  too_long: 'is too long',
  too_short: 'is too short',
  wrong_type: 'is of the wrong kind',
};

/** Why a value cannot be taken, as the end of a sentence. */
export function whyNot(code: string): string {
  return whys[code] ?? 'cannot be taken';
}

/** What a cell is not that cannot be read as a value of its attribute. */
const unreadable: Readonly<Record<Attribute['type'], string>> = {
  text: 'is no text',
  email: 'is no e-mail address',
  phone: 'is no telephone number',
  url: 'is no address of a website',
  number: 'is no number',
  date: 'is no day; write it like 2027-01-31',
  country: 'is no country',
  choice: 'is none of the options',
  choices: 'is none of the options; several stand with semicolons between them',
  boolean: 'is neither yes nor no',
};

export function rowErrorInWords(
  { attribute, column, code, value }: ImportedLeads['errors'][number],
  attributes: readonly Attribute[],
): string {
  const meant = attributes.find(({ id }) => id === attribute);
  const name = meant?.label ?? column ?? attribute ?? 'The row';
  const why = code === 'unreadable' && meant !== undefined ? unreadable[meant.type] : whyNot(code);
  return value === '' ? `${name} ${why}.` : `${name}: “${value}” ${why}.`;
}

export function importedInWords({
  added,
  known,
  states,
}: Pick<ImportedLeads, 'added' | 'known' | 'states'>): string {
  if (added === 0)
    return known === 0 ? 'No row was taken.' : 'All of them were taken before; nothing has changed.';
  const where = Object.entries(stateNames).flatMap(([state, name]) => {
    const count = new Map<string, number | undefined>(Object.entries(states)).get(state);
    return count === undefined ? [] : [`${count.toLocaleString('en')} ${name.toLowerCase()}`];
  });
  const again = known === 0 ? '' : ` ${known.toLocaleString('en')} were taken before.`;
  return `${added.toLocaleString('en')} taken: ${where.join(', ')}.${again}`;
}
