// What can be done with the step that is selected, by pointer alone.
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { IconButton } from '../../parts/button.tsx';
import { useBuildActions } from './build-actions.tsx';
import { Tools } from './tools.tsx';

type Props = { readonly index: number; readonly isFirst: boolean; readonly isLast: boolean };

export function StepTools({ index, isFirst, isLast }: Props) {
  const { nudge, addStep, remove } = useBuildActions();
  return (
    <Tools>
      <IconButton size="small" label="Move the step up" disabled={isFirst} onClick={() => nudge(-1)}>
        <ArrowUp size={14} aria-hidden="true" />
      </IconButton>
      <IconButton size="small" label="Move the step down" disabled={isLast} onClick={() => nudge(1)}>
        <ArrowDown size={14} aria-hidden="true" />
      </IconButton>
      <IconButton size="small" label="Add a step after this one" onClick={() => addStep(index + 1)}>
        <Plus size={14} aria-hidden="true" />
      </IconButton>
      <IconButton size="small" label="Remove the step" disabled={isFirst && isLast} onClick={remove}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </Tools>
  );
}
