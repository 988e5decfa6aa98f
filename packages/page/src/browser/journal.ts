// The journal of a visit: where this browser came from and what it saw, kept in the browser itself until the visitor
// sends a form. Pure: what the page and the clock say is passed in. Capped, so that it stays small however long
// somebody browses.

/** How somebody came to the website: an address without its query, and the campaign that stood in it. */
export type Touch = Readonly<Record<string, string>>;

/** Something done on the website, as the worker takes it; `at` is ISO. */
export type Occurrence = { readonly at: string } & ({ readonly path: string } | { readonly event: string });

export type Journal = {
  readonly visits: number;
  /** The first and the latest ones, one for each visit. */
  readonly touches: readonly Touch[];
  readonly seen: readonly Occurrence[];
};

/** What nothing was noted in yet. */
export const emptyJournal: Journal = { visits: 0, touches: [], seen: [] };

const pause = 30 * 60_000;
const mostTouches = 10;
const mostSeen = 100;

/** The campaign parameters of an address: UTM and the click ids of advertisers. */
export function campaignOf(url: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of new URL(url).searchParams) {
    if (/^utm_|clid$|braid$|^li_fat_id$/.test(name)) found[name] = value.slice(0, 500);
  }
  return found;
}

/** The journal with a page. After half an hour without one, or by another campaign, a new visit begins. */
export function seePage(
  { visits, touches: [...touches], seen }: Journal,
  { url, referrer, at }: { readonly url: string; readonly referrer: string; readonly at: string },
): Journal {
  const { origin, pathname: path } = new URL(url);
  const campaign = campaignOf(url);
  const last = touches.at(-1);
  const isNew =
    !(Date.parse(at) - Date.parse(seen.at(-1)?.at ?? '') < pause) ||
    Object.keys(campaign).some((name) => campaign[name] !== last?.[name]);
  // The first touch stays, whatever comes.
  if (isNew && touches.push({ url: origin + path, referrer, at, ...campaign }) > mostTouches) {
    touches.splice(1, 1);
  }
  return note({ visits: visits + Number(isNew), touches, seen }, { path, at });
}

/** The journal with something that was done. */
export function note(journal: Journal, done: Occurrence): Journal {
  return { ...journal, seen: [...journal.seen, done].slice(-mostSeen) };
}
