// The rows of the inbox as they were told so far, page by page. Pure. A page that is asked for anew takes the place of
// what it was; what stood behind it stays there, so that nothing moves that somebody reads.
import type { Inbox } from '@baton/worker/api-types';

export type Page = NonNullable<Inbox['page']>;
export type InboxRow = Page['rows'][number];

export type Told = Pick<Page, 'rows' | 'more' | 'counts' | 'views'> & { readonly revision: string };

/** @param from how many rows stand before the page */
export function withPage(old: Told | undefined, from: number, page: Page, revision: string): Told {
  const { counts, views } = page;
  const before = old?.rows.slice(0, from) ?? [];
  const isNew = new Set(page.rows.map(({ id }) => id));
  const isOther = ({ id }: InboxRow): boolean => !isNew.has(id);
  const last = page.rows.at(-1);
  const end = old === undefined ? -1 : old.rows.findIndex(({ id }) => id === last?.id);
  const after = page.more && old !== undefined && end >= 0 ? old.rows.slice(end + 1) : [];
  return {
    rows: [...before.filter(isOther), ...page.rows, ...after.filter(isOther)],
    more: after.length > 0 && old !== undefined ? old.more : page.more,
    counts,
    views,
    revision,
  };
}

/** Where a lead stands; -1: nowhere. */
export function indexOf(rows: readonly InboxRow[], id: string | null): number {
  return id === null ? -1 : rows.findIndex((row) => row.id === id);
}
