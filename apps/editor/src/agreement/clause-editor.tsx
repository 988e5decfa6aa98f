// The controls of one clause, below its sentence: every change is in the draft at once, and the sentence says it.
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '../parts/button.tsx';
import type { Clause } from './clause-controls.ts';
import { ControlShown } from './control-shown.tsx';
import { useTerms } from './terms-context.ts';
import { listAt, withMoved, withValueAt } from './terms-draft.ts';

export function ClauseEditor({ clause: { controls, entry } }: { readonly clause: Clause }) {
  const { store } = useTerms();
  const [before] = useState(() => store.state.getState().draft);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, []);
  const close = (): void => {
    const button = body.current?.parentElement?.querySelector<HTMLElement>('[aria-expanded]');
    store.select(null);
    requestAnimationFrame(() => button?.focus());
  };
  const press = (event: KeyboardEvent): void => {
    const { target } = event;
    // What is pressed in a window over it bubbles up here as well.
    if (!(target instanceof HTMLElement) || !body.current?.contains(target)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      store.edit(() => before);
      close();
    }
    const isLine = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key === 'Enter' && isLine) {
      event.preventDefault();
      close();
    }
  };
  const move = (by: number): void => {
    if (entry === null) return;
    const to = entry.index + by;
    store.edit((draft) => withMoved(draft, entry.list, entry.index, to));
    store.select([...entry.list, to]);
  };
  const count = entry === null ? 0 : listAt(store.state.getState().draft, entry.list).length;
  return (
    <div
      ref={body}
      onKeyDown={press}
      className="mt-1 mb-3 rounded-card border border-line bg-ground p-4 print:hidden"
    >
      <div className="flex flex-wrap items-start gap-4">
        {controls.map((control) => (
          <ControlShown key={control.path.join('/')} control={control} />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button look="main" size="small" onClick={close}>
          Done
        </Button>
        <span className="text-xs text-soft max-sm:hidden">Enter is done, Escape puts it back</span>
        <span className="flex-1" />
        {entry?.ordered && (
          <>
            <IconButton size="small" label="Earlier" disabled={entry.index === 0} onClick={() => move(-1)}>
              <ArrowUp size={14} aria-hidden="true" />
            </IconButton>
            <IconButton
              size="small"
              label="Later"
              disabled={entry.index >= count - 1}
              onClick={() => move(1)}
            >
              <ArrowDown size={14} aria-hidden="true" />
            </IconButton>
          </>
        )}
        {entry && (
          <Button
            look="bad"
            size="small"
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => {
              store.select(null);
              store.edit((draft) => withValueAt(draft, [...entry.list, entry.index], undefined));
            }}
          >
            Remove
          </Button>
        )}
      </div>
    </div>
  );
}
