// A field that goes over to another group or step is drawn by another element from then on: whoever stood on it by keys
// stands on it still.
import { useLayoutEffect, useRef, type RefObject } from 'react';

/** What had the focus and was taken away, while the same change is still being drawn. */
let left: { readonly name: string; readonly at: number } | null = null;

/** @param name of the place that the field has on the screen; gives a ref for its element */
export function useKeptFocus(name: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    if (left?.name === name) {
      buttonsIn(element)[left.at]?.focus({ preventScroll: true });
      left = null;
    }
    return () => {
      const at = buttonsIn(element).findIndex((button) => button === document.activeElement);
      if (at < 0) return;
      left = { name, at };
      queueMicrotask(() => (left = null));
    };
  }, [name]);
  return place;
}

function buttonsIn(element: HTMLElement): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('button')];
}
