// Which of many rows of one height are in sight: only those are drawn.
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

/** Beyond the edges. */
const spare = 12;

export type Visible = { readonly from: number; readonly until: number };

export function useVisible(place: RefObject<HTMLElement | null>, height: number, count: number): Visible {
  const [top, setTop] = useState(0);
  const [room, setRoom] = useState(900);
  const look = useCallback(() => {
    const element = place.current;
    if (element === null) return;
    // Told in steps: not every pixel draws anew.
    setTop(Math.floor(element.scrollTop / (height * 4)) * height * 4);
    setRoom(element.clientHeight);
  }, [place, height]);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watch.disconnect();
    };
  }, [place, look]);
  const from = Math.max(0, Math.min(count, Math.floor(top / height) - spare));
  return { from, until: Math.min(count, Math.ceil((top + room) / height) + 4 + spare) };
}
