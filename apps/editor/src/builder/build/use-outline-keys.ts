// Keys on the outline and the canvas: arrows go from part to part, with Alt they take the selected
// ones along; Enter selects, and goes from what is selected to its settings.
import type { KeyboardEvent } from 'react';
import { useBuilder } from '../builder-context.ts';
import { selectedFields } from '../selection.ts';
import { useBuildActions } from './build-actions.tsx';
import { goToSettings } from './settings-focus.ts';

/** Names the parts that arrows go to, by an attribute: `data-outline`, `data-canvas`. */
export function usePartKeys(attribute: string): (event: KeyboardEvent<HTMLElement>) => void {
  const { store } = useBuilder();
  const actions = useBuildActions();
  return (event) => {
    const { key, target, currentTarget } = event;
    // What is taken hears its keys first.
    if (event.isDefaultPrevented()) return;
    if (!(target instanceof HTMLElement) || !target.hasAttribute(attribute)) return;
    const command = event.ctrlKey || event.metaKey;
    const run = (action: () => unknown): void => {
      event.preventDefault();
      action();
    };
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      const by = key === 'ArrowUp' ? -1 : 1;
      return run(() => {
        actions.nudge(by);
        // Its element is another one where it went over to another step.
        const name = target.getAttribute(attribute);
        requestAnimationFrame(() => focusOn(currentTarget, attribute, name));
      });
    }
    if (key === 'ArrowUp' || key === 'ArrowDown')
      return run(() => step(currentTarget, attribute, target, key === 'ArrowUp' ? -1 : 1));
    // The first press selects, the next goes on to what it is like.
    const isSelected = target.matches('[aria-current=true]');
    if (key === 'Enter' && isSelected && !command && !event.shiftKey) return run(goToSettings);
    if (key === 'Delete' || key === 'Backspace')
      return run(() => {
        actions.remove();
        // The focus would be nowhere: it goes to what is selected instead.
        requestAnimationFrame(() => {
          const [next = null] = selectedFields(store.state.getState().selection);
          if (!target.isConnected) focusOn(currentTarget, attribute, next);
        });
      });
    if (command && key === 'd') return run(actions.duplicate);
    if (command && key === 'c') return run(() => void actions.copy());
    if (command && key === 'v') return run(() => void actions.paste());
    if (key === 'Escape') return run(() => store.select({ kind: 'form' }));
    return undefined;
  };
}

export function useOutlineKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return usePartKeys('data-outline');
}

function step(root: HTMLElement, attribute: string, from: HTMLElement, by: -1 | 1): void {
  const parts = [...root.querySelectorAll<HTMLElement>(`[${attribute}]`)];
  parts[parts.indexOf(from) + by]?.focus();
}

function focusOn(root: HTMLElement, attribute: string, name: string | null): void {
  if (name !== null) root.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(name)}"]`)?.focus();
}
