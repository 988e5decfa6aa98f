// One value of the draft, and how it is changed: what is typed at one place is one step back.
import type { Path } from '@baton/rules';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { valueAt, withValueAt } from './terms-draft.ts';

export function useValue(path: Path): readonly [value: unknown, change: (value: unknown) => void] {
  const { store } = useTerms();
  const value = valueAt(useTermsDraft(), path);
  return [value, (next) => store.edit((draft) => withValueAt(draft, path, next), path.join('/'))];
}
