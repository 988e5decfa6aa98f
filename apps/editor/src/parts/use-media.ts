// Whether the window is like this, and again when it is not any more.
import { useCallback, useSyncExternalStore } from 'react';

/** @param query CSS's own, such as `(min-width: 1024px)` */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
