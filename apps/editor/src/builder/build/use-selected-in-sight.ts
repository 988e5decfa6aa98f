// What is selected is in sight on the canvas: for whoever comes from another tab, picks it in the outline, or adds it.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useDraftState } from '../builder-context.ts';
import { selectedFields } from '../selection.ts';

/** A ref for what scrolls. */
export function useSelectedInSight(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const first = useDraftState(({ selection }) => selectedFields(selection)[0]);
  const isHere = useRef(false);
  useLayoutEffect(() => {
    const block = isHere.current ? 'nearest' : 'center';
    isHere.current = true;
    if (first === undefined) return;
    place.current
      ?.querySelector<HTMLElement>(`[data-canvas="${CSS.escape(first)}"]`)
      ?.scrollIntoView({ block });
  }, [first]);
  return place;
}
