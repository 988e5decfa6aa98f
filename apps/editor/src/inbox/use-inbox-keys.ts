// The keys of the inbox. They are silent while somebody types, while a window is open over it, and with Ctrl or Alt.
import { useEffect, useRef } from 'react';

export type InboxKeys = {
  readonly move: (by: 1 | -1) => void;
  readonly select: () => void;
  readonly accept: () => void;
  readonly reject: () => void;
  readonly assign: () => void;
  readonly search: () => void;
  readonly help: () => void;
  readonly leave: () => void;
};

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** Open ones; what is said at the edge of the screen is none. */
const windows = '[role=dialog]:not([aria-modal=false]), [role=menu]';

export function useInboxKeys(keys: InboxKeys): void {
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
      const act = actOf(event.key, latest.current);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function actOf(key: string, keys: InboxKeys): (() => void) | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return () => keys.move(1);
    case 'k':
    case 'ArrowUp':
      return () => keys.move(-1);
    case 'x':
      return keys.select;
    case 'a':
      return keys.accept;
    case 'r':
      return keys.reject;
    case 'e':
      return keys.assign;
    case '/':
      return keys.search;
    case '?':
      return keys.help;
    case 'Escape':
      return keys.leave;
    default:
      return undefined;
  }
}
