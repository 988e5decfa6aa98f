// A step in the outline, with its fields.
import { useDroppable } from '@dnd-kit/react';
import { memo, useCallback } from 'react';
import { classes } from '../../parts/classes.ts';
import { useBuilder, useDraftState } from '../builder-context.ts';
import { useFieldIds, useStep } from '../use-part.ts';
import { FindingSign } from '../checker/finding-sign.tsx';
import { useIsAim, type DropData } from './aim.ts';
import { DrawnInGroups, type DrawField } from './drawn-in-groups.tsx';
import { DropLine } from './drop-line.tsx';
import { OutlineField } from './outline-field.tsx';

type Props = { readonly id: string; readonly index: number; readonly isOnly: boolean };

export const OutlineStep = memo(function OutlineStep({ id, index, isOnly }: Props) {
  const { store } = useBuilder();
  const isSelected = useDraftState(({ selection }) => selection.kind === 'step' && selection.id === id);
  const own = useStep(id, (step) => step.title) ?? '';
  const isConditional = useStep(id, (step) => Boolean(step.shownWhen));
  const fields = useFieldIds(id);
  const draw: DrawField = useCallback(
    (field, at) => <OutlineField key={field} id={field} step={id} index={at} />,
    [id],
  );
  const title = own === '' ? `Step ${index + 1}` : own;
  return (
    <div role="group" aria-label={title} className="pb-2">
      <button
        type="button"
        data-outline={`step ${id}`}
        aria-current={isSelected}
        onClick={() => store.select({ kind: 'step', id })}
        className={classes(
          'flex h-8 w-full items-center gap-2 rounded-control px-2 text-left text-sm font-semibold',
          isSelected ? 'bg-tint text-accent' : 'hover:bg-ink/6',
        )}
      >
        <span className="truncate">{isOnly && own === '' ? 'Fields' : title}</span>
        <span className="text-xs font-normal text-soft tabular-nums">{fields.length}</span>
        {isConditional && <span className="text-xs font-normal text-soft">if …</span>}
        <span className="ml-auto">
          <FindingSign kind="step" id={id} />
        </span>
      </button>
      <div role="list">
        <DrawnInGroups ids={fields} draw={draw} height={32} />
      </div>
      <StepEnd step={id} index={fields.length} isEmpty={fields.length === 0} />
    </div>
  );
});

type EndProps = { readonly step: string; readonly index: number; readonly isEmpty: boolean };

function StepEnd({ step, index, isEmpty }: EndProps) {
  const data: DropData = { step, index, isEnd: true };
  const { ref } = useDroppable({ id: `outline-end ${step}`, data });
  const isAim = useIsAim(step, index);
  return (
    <div
      ref={ref}
      className={classes(
        'rounded-control',
        isEmpty ? 'mx-2 border border-dashed border-line px-2 py-1.5 text-xs text-soft' : 'h-1.5',
      )}
    >
      {isAim && <DropLine />}
      {isEmpty && 'Nothing asked here yet'}
    </div>
  );
}
