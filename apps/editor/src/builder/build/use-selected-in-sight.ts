// Whoever comes from another tab to a part of the form finds it in sight.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useBuilder } from '../builder-context.ts';
import { selectedFields } from '../selection.ts';

/** A ref for what scrolls; it is asked once, when it comes. */
export function useSelectedInSight(): RefObject<HTMLElement | null> {
  const { store } = useBuilder();
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const [id] = selectedFields(store.state.getState().selection);
    if (id === undefined) return;
    place.current
      ?.querySelector<HTMLElement>(`[data-canvas="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ block: 'center' });
  }, [store]);
  return place;
}
