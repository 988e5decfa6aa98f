// In which of one's workspaces one works: pressed, it offers the others. Going over loads the page anew, so that
// nothing of one workspace is shown in another.
import { Check, ChevronsUpDown } from 'lucide-react';
import { useRef } from 'react';
import type { Me } from '@baton/worker/api-types';
import { Menu, MenuItem } from '../parts/menu.tsx';

export function WorkspaceMenu({ me }: { readonly me: Me }) {
  const form = useRef<HTMLFormElement>(null);
  const enter = (id: string): void => {
    if (form.current === null || id === me.workspace.id) return;
    form.current.action = `/account/workspaces/${encodeURIComponent(id)}/enter`;
    form.current.submit();
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            title={`${me.workspace.name}: go to another workspace`}
            className="flex h-8 min-w-0 items-center gap-1.5 rounded-control px-1.5 hover:bg-ink/6 md:-mx-1.5"
          >
            <span className="truncate max-md:sr-only">{me.workspace.name}</span>
            <ChevronsUpDown size={14} aria-hidden="true" className="shrink-0 text-soft" />
            <span className="sr-only">: go to another workspace</span>
          </button>
        }
      >
        {me.workspaces.map(({ id, name }) => (
          <MenuItem
            key={id}
            icon={
              <Check size={15} aria-hidden="true" className={id === me.workspace.id ? '' : 'invisible'} />
            }
            onPick={() => enter(id)}
          >
            {name}
            {id === me.workspace.id && <span className="sr-only">, here</span>}
          </MenuItem>
        ))}
      </Menu>
      <form ref={form} method="post" hidden>
        <input type="hidden" name="to" value="/forms" />
      </form>
    </>
  );
}
