// What the settings below are of.
import type { ReactNode } from 'react';

type Props = { readonly sign?: ReactNode; readonly children: ReactNode; readonly action?: ReactNode };

export function PaneTitle({ sign, children, action }: Props) {
  return (
    <div className="flex h-12 items-center gap-2 pr-2 pl-4">
      {sign && <span className="text-soft">{sign}</span>}
      <h2 className="min-w-0 flex-1 truncate font-semibold">{children}</h2>
      {action}
    </div>
  );
}
