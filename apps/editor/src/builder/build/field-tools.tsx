// What can be done with the one field that is selected, by pointer alone: a touch has no keys, and dragging is not
// for everybody.
import { ArrowDown, ArrowUp, Copy, SeparatorHorizontal, Trash2 } from 'lucide-react';
import { placeOf } from '../../draft/places.ts';
import { IconButton } from '../../parts/button.tsx';
import { useDraft } from '../builder-context.ts';
import { useBuildActions } from './build-actions.tsx';
import { Tools } from './tools.tsx';

export function FieldTools({ id }: { readonly id: string }) {
  const { nudge, split, duplicate, remove } = useBuildActions();
  const isFirst = useDraft((draft) => {
    const place = placeOf(draft, id);
    return place?.stepIndex === 0 && place.index === 0;
  });
  const isLast = useDraft((draft) => draft.steps.at(-1)?.fields.at(-1)?.id === id);
  const isAmid = useDraft((draft) => (placeOf(draft, id)?.index ?? 0) > 0);
  return (
    <Tools>
      <IconButton size="small" label="Move up (Alt+↑)" disabled={isFirst} onClick={() => nudge(-1)}>
        <ArrowUp size={14} aria-hidden="true" />
      </IconButton>
      <IconButton size="small" label="Move down (Alt+↓)" disabled={isLast} onClick={() => nudge(1)}>
        <ArrowDown size={14} aria-hidden="true" />
      </IconButton>
      {isAmid && (
        <IconButton size="small" label="Begin a new step here" onClick={split}>
          <SeparatorHorizontal size={14} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton size="small" label="Duplicate (Ctrl+D)" onClick={duplicate}>
        <Copy size={14} aria-hidden="true" />
      </IconButton>
      <IconButton size="small" label="Remove (Delete)" onClick={remove}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </Tools>
  );
}
