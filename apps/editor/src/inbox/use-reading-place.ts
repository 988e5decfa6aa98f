// Where one reads in a list that changes by itself: what is read stays where it is, and where the keys have gone is in sight.
import { useEffect, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { indexOf, type InboxRow } from './inbox-rows.ts';

/** Keeps what is read where it is, and counts what has come in above it meanwhile. */
export function useAnchor(
  place: Ref<HTMLDivElement> & { readonly current: HTMLDivElement | null },
  rows: readonly InboxRow[],
  height: number,
  cursor: string | null,
): { readonly count: number; readonly show: () => void } {
  const before = useRef(rows);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    const old = before.current;
    before.current = rows;
    if (element === null || old === rows) return;
    const first = Math.floor(element.scrollTop / height);
    // At the top with nothing in hand, one sees what comes in.
    if (first === 0 && indexOf(old, cursor) <= 0) return;
    const anchor = old.slice(first).find(({ id }) => indexOf(rows, id) >= 0);
    if (anchor === undefined) return;
    const moved = indexOf(rows, anchor.id) - indexOf(old, anchor.id);
    if (moved === 0) return;
    element.scrollTop += moved * height;
    if (moved > 0) setCount((known) => known + moved);
  }, [place, rows, height, cursor]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const look = (): void => {
      if (element.scrollTop < height) setCount(0);
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [place, height]);
  return {
    count,
    show: () => {
      setCount(0);
      place.current?.scrollTo({ top: 0 });
    },
  };
}

/** Where the keys have gone, one looks. */
export function useCursorInSight(
  place: { readonly current: HTMLDivElement | null },
  rows: readonly InboxRow[],
  cursor: string | null,
  height: number,
): void {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useLayoutEffect(() => {
    const element = place.current;
    const index = indexOf(latest.current, cursor);
    if (element === null || index < 0) return;
    const top = index * height;
    const head = 32;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height + head > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + height + head - element.clientHeight;
    }
  }, [place, cursor, height]);
}
