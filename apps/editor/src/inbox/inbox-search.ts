// What the inbox's address says: which leads, in which order. Pure. What nobody could mean is left out.

export const viewNames = {
  mine: 'Mine',
  unanswered: 'Unanswered',
  overdue: 'Overdue',
  open: 'Open',
  accepted: 'Accepted',
  everything: 'Everything',
} as const;

export type ViewName = keyof typeof viewNames;

export const sortNames = {
  deadline: 'Deadline',
  score: 'Score',
  newest: 'Newest',
  oldest: 'Oldest',
} as const;

export type SortName = keyof typeof sortNames;

const filters = ['owner', 'team', 'tier', 'stage', 'form', 'source', 'state', 'deadline'] as const;

export type Filter = (typeof filters)[number];

export type InboxSearch = { readonly view?: ViewName; readonly sort?: SortName; readonly q?: string } & {
  readonly [name in Filter]?: string;
};

/** Reads the address. */
export function readSearch(given: Readonly<Record<string, unknown>>): InboxSearch {
  const found: Record<string, string> = {};
  for (const name of ['view', 'sort', 'q', ...filters]) {
    const value = given[name];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value).slice(0, 200);
    if (text.trim() === '') continue;
    if (name === 'view' && !(text in viewNames)) continue;
    if (name === 'sort' && !(text in sortNames)) continue;
    found[name] = text;
  }
  return found;
}

/** What waits is looked at by its deadline; the rest, the newest first. */
export function sortOf({ view, sort }: InboxSearch, usual: ViewName): SortName {
  if (sort !== undefined) return sort;
  const at = view ?? usual;
  return at === 'everything' || at === 'accepted' ? 'newest' : 'deadline';
}

/** As the worker is asked. */
export function queryOf(search: InboxSearch, usual: ViewName): string {
  const query = new URLSearchParams({ view: search.view ?? usual, sort: sortOf(search, usual) });
  for (const name of ['q', ...filters] as const) {
    const value = search[name];
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
}

/** How much it is narrowed down, beyond its view. */
export function narrowed(search: InboxSearch): readonly (Filter | 'q')[] {
  return (['q', ...filters] as const).filter((name) => search[name] !== undefined);
}
