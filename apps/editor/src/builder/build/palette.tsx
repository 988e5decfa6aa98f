// Every kind of field, to click or to drag. What is typed narrows it down; the slash key opens it from anywhere.
import { useDraggable } from '@dnd-kit/react';
import { CornerDownLeft, Plus } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { FieldKind } from '@baton/form';
import { kindName } from '../../draft/edit-fields.ts';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { useBuildActions } from './build-actions.tsx';
import { findKinds } from './find-kinds.ts';
import { kindSigns } from './kind-signs.ts';
import { closedPalette, usePalette } from './palette-state.ts';

export function Palette() {
  const opener = useRef<HTMLButtonElement>(null);
  const palette = usePalette();
  const isOpen = useStore(palette, (state) => state.isOpen);
  const onToggle = useCallback(
    () => palette.setState(({ isOpen }) => ({ ...closedPalette, isOpen: !isOpen })),
    [palette],
  );
  useSlash(isOpen, onToggle);
  return (
    <div className="border-t border-line p-2">
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex h-9 w-full items-center gap-2 rounded-control px-2 font-medium hover:bg-ink/6"
      >
        <Plus size={16} aria-hidden="true" /> Add field
        <kbd className="ml-auto rounded border border-line px-1.5 font-sans text-xs text-soft">/</kbd>
      </button>
      {isOpen && (
        <Kinds
          onLeave={() => {
            onToggle();
            opener.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Kinds({ onLeave }: { readonly onLeave: () => void }) {
  const add = useAdd();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const gap = useStore(usePalette(), (state) => state.gap);
  // Wherever a place is picked, the next thing typed is what goes there.
  useEffect(() => input.current?.focus(), [gap]);
  const found = findKinds(typed);
  const press = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    add(first);
    setTyped('');
  };
  return (
    <div className="pt-2">
      <input
        ref={input}
        aria-label="Find a kind of field"
        placeholder="Find, or pick below"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={press}
        className={classes(controlClasses, 'h-8')}
      />
      <ul className="mt-2 grid max-h-[36dvh] grid-cols-2 gap-1 overflow-y-auto">
        {found.map((kind, at) => (
          <li key={kind}>
            <Kind kind={kind} isNext={at === 0 && typed.trim() !== ''} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-1 py-3 text-sm text-soft">No kind of field is called that.</p>}
    </div>
  );
}

/** `isNext`: Enter adds it. */
function Kind({ kind, isNext }: { readonly kind: FieldKind; readonly isNext: boolean }) {
  const add = useAdd();
  const { ref } = useDraggable({ id: `new ${kind}`, data: { kind } });
  const Sign = kindSigns[kind];
  return (
    <button
      ref={ref}
      type="button"
      onClick={() => add(kind)}
      className={classes(
        'flex h-9 w-full items-center gap-2 rounded-control px-2 text-left text-sm',
        isNext ? 'bg-tint text-accent' : 'hover:bg-ink/6',
      )}
    >
      <Sign size={14} aria-hidden="true" className={isNext ? 'shrink-0' : 'shrink-0 text-soft'} />
      <span className="min-w-0 truncate">{kindName(kind)}</span>
      {isNext && (
        <CornerDownLeft size={12} role="img" aria-label="Enter adds it" className="ml-auto shrink-0" />
      )}
    </button>
  );
}

/** Where one picks a place, what is picked next goes behind it. */
function useAdd(): (kind: FieldKind) => void {
  const { add } = useBuildActions();
  const palette = usePalette();
  return (kind) => {
    const { gap } = palette.getState();
    add(kind, gap ?? undefined);
    if (gap !== null) palette.setState({ gap: { ...gap, index: gap.index + 1 } });
  };
}

/** Opens by `/`, wherever nothing is typed. */
function useSlash(isOpen: boolean, onToggle: () => void): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const at = event.target;
      const isTyping =
        at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
      if (event.key !== '/' || isTyping || isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onToggle();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOpen, onToggle]);
}
