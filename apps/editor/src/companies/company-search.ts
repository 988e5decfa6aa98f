// What a list of companies shows, as it stands in the address, so that a link leads to it.
import type { orderNames } from './company-words.ts';

export type CompanySearch = {
  readonly search?: string;
  readonly list?: string;
  readonly sort?: keyof typeof orderNames;
};

export function readCompanySearch(search: Readonly<Record<string, unknown>>): CompanySearch {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;
  const found = text(search['search']);
  const list = text(search['list']);
  const sort = (['contacts', 'active', 'name'] as const).find((order) => order === search['sort']);
  return {
    ...(found === undefined ? {} : { search: found }),
    ...(list === undefined ? {} : { list }),
    ...(sort === undefined ? {} : { sort }),
  };
}
