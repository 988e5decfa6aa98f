// What the selected part is like, to be changed.
import { useDraftState } from '../builder-context.ts';

export function Inspector() {
  const selection = useDraftState((state) => state.selection);
  return (
    <aside
      aria-label="Settings"
      className="min-h-0 overflow-y-auto border-line bg-card p-4 max-lg:hidden lg:border-l"
    >
      {selection.kind}
    </aside>
  );
}
