// How wide a place is, measured anew whenever that changes: for pictures whose words keep their size.
import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * @param usual before it is measured
 * @returns where the measured element goes, and its width in whole pixels
 */
export function useWidth(usual: number): readonly [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const measured = place.current;
    if (measured === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
