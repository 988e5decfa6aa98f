// The journal of a visit: where this browser came from and what it saw, kept in the browser itself until the visitor
// sends a form. What the page and the clock say is passed in. Capped, so that it stays small however long somebody
// browses.

/** How somebody came to the website: an address without its query, and the campaign that stood in it. */
export type Touch = Readonly<Record<string, string>>;

/** Something done on the website, as the worker takes it: a `path` or an `event`, and `at`, which is ISO. */
type Occurrence = Readonly<Record<string, string>>;

export type Journal = {
  visits: number;
  /** The first and the latest ones, one for each visit. */
  readonly touches: Touch[];
  readonly seen: Occurrence[];
};

/** What nothing was noted in yet. */
export const newJournal = (): Journal => ({ visits: 0, touches: [], seen: [] });

const pause = 30 * 60_000;
const mostTouches = 10;
const mostSeen = 100;
/** Characters of a path or an event: a full journal leaves room for the answers in what the worker takes. */
const mostText = 400;

/** The campaign in the query of an address: UTM and the click ids of advertisers. */
export function campaignOf(search: string): Touch {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (/^utm_|clid$|braid$|^li_fat_id$/.test(name)) found[name] = value.slice(0, 500);
  }
  return found;
}

/** Notes a page. After half an hour without one, or by another campaign, a new visit begins. */
export function seePage(
  journal: Journal,
  { origin, pathname: path, search }: Pick<URL, 'origin' | 'pathname' | 'search'>,
  referrer: string,
  at: string,
): void {
  const { touches, seen } = journal;
  const campaign = campaignOf(search);
  const last = touches.at(-1);
  const isSame =
    Date.parse(at) - Date.parse(seen.at(-1)?.at ?? '') < pause &&
    Object.entries(campaign).every(([name, value]) => value === last?.[name]);
  if (!isSame) {
    journal.visits += 1;
    touches.push({ url: origin + path, referrer, at, ...campaign });
    // The first touch stays, whatever comes.
    if (touches[mostTouches]) touches.splice(1, 1);
  }
  note(journal, 'path', path, at);
}

/** Notes something that was done. */
export function note({ seen }: Journal, kind: 'path' | 'event', what: unknown, at: string): void {
  seen.push({ [kind]: String(what).slice(0, mostText), at });
  if (seen[mostSeen]) seen.shift();
}
