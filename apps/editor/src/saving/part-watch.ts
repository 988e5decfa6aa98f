// Who looks at one part of a state is told when that part may have changed, and of no other change: what a key costs
// does not grow with how many look.
import type { StoreApi } from 'zustand/vanilla';

/** Tells of changes of one part, by its name, until what it gives is called. */
export type PartWatch = (part: string, tell: () => void) => () => void;

/** @param changed the names of the parts that differ between two states */
export function watchParts<S>(
  state: Pick<StoreApi<S>, 'subscribe'>,
  changed: (now: S, before: S) => Iterable<string>,
): PartWatch {
  const watched = new Map<string, Set<() => void>>();
  state.subscribe((now, before) => {
    for (const part of changed(now, before)) for (const tell of watched.get(part) ?? []) tell();
  });
  return (part, tell) => {
    const all = watched.get(part) ?? new Set();
    watched.set(part, all.add(tell));
    return () => {
      all.delete(tell);
      if (all.size === 0) watched.delete(part);
    };
  };
}
