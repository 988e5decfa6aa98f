// What can be done with something, behind one button.
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';

type MenuProps = {
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
};

export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50" sideOffset={4} align={align}>
          <Base.Popup className="min-w-48 rounded-card border border-line bg-card p-1 shadow-raised outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = {
  readonly children: ReactNode;
  readonly onPick: () => void;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly bad?: boolean;
  readonly disabled?: boolean;
};

export function MenuItem({ children, onPick, icon, keys, bad = false, disabled = false }: ItemProps) {
  return (
    <Base.Item
      onClick={onPick}
      disabled={disabled}
      className={classes(
        'flex h-8 items-center gap-2.5 rounded-[6px] px-2.5 text-base outline-none select-none data-disabled:opacity-50 data-highlighted:bg-ink/6',
        bad && 'text-bad',
      )}
    >
      {icon && <span className="text-soft">{icon}</span>}
      <span className="flex-1">{children}</span>
      {keys && <span className="text-xs text-soft">{keys}</span>}
    </Base.Item>
  );
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
