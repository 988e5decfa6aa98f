// Above a form at work: where one came from, its name, whether it is saved, the way back and forth, and its tabs.
import { Link } from '@tanstack/react-router';
import { ChevronLeft, Redo2, Undo2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { IconButton } from '../parts/button.tsx';
import { useBuilder, useDraft, useHistory } from './builder-context.ts';
import { Planned } from './publish/planned.tsx';
import { PublishButton } from './publish/publish-button.tsx';
import { SaveSign } from '../saving/save-sign.tsx';
import { builderTabs, type BuilderTab } from './tab-names.ts';
import { tabs } from './tabs.ts';

export function BuilderHeader({ tab }: { readonly tab: BuilderTab }) {
  const { store, saver, mayWrite } = useBuilder();
  const { canUndo, canRedo } = useHistory();
  const form = useDraft(({ id }) => id);
  const name = useDraft((draft) => draft.name);
  const strip = useTabInSight(tab);
  return (
    <header className="border-b border-line bg-card">
      <title>{`${name} · ${tabs[tab].name} · Baton`}</title>
      <div className="flex h-13 items-center gap-2 px-2 md:px-3">
        <Link
          to="/forms"
          aria-label="All forms"
          title="All forms"
          className="grid size-9 shrink-0 place-items-center rounded-control hover:bg-ink/6"
        >
          <ChevronLeft size={18} aria-hidden="true" />
        </Link>
        <FormName />
        <SaveSign saver={saver} mayWrite={mayWrite} />
        <div className="flex-1" />
        {mayWrite && (
          <div className="flex">
            <IconButton label="Undo" onClick={store.undo} disabled={!canUndo}>
              <Undo2 size={16} aria-hidden="true" />
            </IconButton>
            <IconButton label="Redo" onClick={store.redo} disabled={!canRedo}>
              <Redo2 size={16} aria-hidden="true" />
            </IconButton>
          </div>
        )}
        <PublishButton />
      </div>
      <Planned />
      <nav
        ref={strip}
        aria-label="Of this form"
        className="flex scroll-px-6 gap-1 overflow-x-auto px-2 md:px-3"
      >
        {builderTabs.map((one) => (
          <Link
            key={one}
            to="/forms/$form/$tab"
            params={{ form, tab: one }}
            className="border-b-2 border-transparent px-2.5 pt-1 pb-2 whitespace-nowrap text-soft hover:text-ink"
            activeProps={{ className: 'border-accent! text-ink!' }}
          >
            {tabs[one].name}
          </Link>
        ))}
      </nav>
    </header>
  );
}

/** A ref for the strip of tabs: where not all of them have room, the one that is open is seen. */
function useTabInSight(tab: BuilderTab): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    strip.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [tab]);
  return strip;
}

/** The form's name; a press makes it a field. */
function FormName() {
  const { store, mayWrite } = useBuilder();
  const name = useDraft((draft) => draft.name);
  const [typed, setTyped] = useState<string | null>(null);
  const before = useRef(name);
  if (!mayWrite) return <h1 className="truncate px-2 font-semibold">{name}</h1>;
  const rename = (text: string): void => {
    if (text.trim() !== '') store.edit((draft) => ({ ...draft, name: text.trim() }), 'name');
  };
  return (
    <h1 className="min-w-0">
      <input
        aria-label="Name of the form"
        value={typed ?? name}
        maxLength={200}
        onFocus={() => {
          before.current = name;
          setTyped(name);
        }}
        onChange={({ target: { value } }) => {
          setTyped(value);
          rename(value);
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') rename(before.current);
          if (key === 'Enter' || key === 'Escape') currentTarget.blur();
        }}
        className="field-sizing-content h-8 max-w-full min-w-0 truncate rounded-control border border-transparent bg-transparent px-2 font-semibold hover:border-line focus:border-line"
      />
    </h1>
  );
}
