// Keys that work wherever a draft is worked on, in its text fields too: what is typed there is an edit of the draft.
import { useEffect } from 'react';

export function useShortcuts(store: { readonly undo: () => void; readonly redo: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!isCommand || (key !== 'z' && key !== 'y')) return;
      const isForth = event.shiftKey || key === 'y';
      event.preventDefault();
      if (isForth) store.redo();
      else store.undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [store]);
}
