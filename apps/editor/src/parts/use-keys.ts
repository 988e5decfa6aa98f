// Keys of a whole screen. They are silent while somebody types, while a window is open over it, and with Ctrl or Alt.
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Open ones; what is said at the edge of the screen is none. */
const windows = '[role=dialog]:not([aria-modal=false]), [role=menu]';

/** @param keys what to do, by the key's name as the browser tells it */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (document.querySelector(windows) !== null) return;
      if (target instanceof Element && target.closest(typing) !== null) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
