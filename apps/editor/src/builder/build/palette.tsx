// Every kind of field, to click or to drag. What is typed narrows it down; the slash key opens it from anywhere.
import { useDraggable } from '@dnd-kit/react';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FieldKind } from '@baton/form';
import { kindName } from '../../draft/edit-fields.ts';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { useBuildActions } from './build-actions.tsx';
import { findKinds } from './find-kinds.ts';
import { kindSigns } from './kind-signs.ts';

type Props = { readonly isOpen: boolean; readonly onToggle: () => void };

export function Palette({ isOpen, onToggle }: Props) {
  const opener = useRef<HTMLButtonElement>(null);
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
  const { add } = useBuildActions();
  const [typed, setTyped] = useState('');
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
        autoFocus
        aria-label="Find a kind of field"
        placeholder="Find, or pick below"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={press}
        className={classes(controlClasses, 'h-8')}
      />
      <ul className="mt-2 grid max-h-[36dvh] grid-cols-2 gap-1 overflow-y-auto">
        {found.map((kind) => (
          <li key={kind}>
            <Kind kind={kind} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-1 py-3 text-sm text-soft">No kind of field is called that.</p>}
    </div>
  );
}

function Kind({ kind }: { readonly kind: FieldKind }) {
  const { add } = useBuildActions();
  const { ref } = useDraggable({ id: `new ${kind}`, data: { kind } });
  const Sign = kindSigns[kind];
  return (
    <button
      ref={ref}
      type="button"
      onClick={() => add(kind)}
      className="flex h-9 w-full items-center gap-2 rounded-control px-2 text-left text-sm hover:bg-ink/6"
    >
      <Sign size={14} aria-hidden="true" className="shrink-0 text-soft" />
      <span className="truncate">{kindName(kind)}</span>
    </button>
  );
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
